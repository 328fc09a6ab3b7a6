// Every stage of the way, loaded. The order in which they run is in analyse.cc and derive.cc.
#pragma once

#include "annotate/events.h"
#include "annotate/figures.h"
#include "annotate/names.h"
#include "annotate/quotes.h"
#include "annotate/times.h"
#include "dateline/engine.h"
#include "extract/extract.h"
#include "link/events.h"
#include "link/happenings.h"
#include "link/origin.h"
#include "link/pages.h"
#include "link/profile.h"
#include "link/stories.h"
#include "resolve/doc_entities.h"
#include "resolve/record_entities.h"
#include "resolve/report_date.h"
#include "text/contrast.h"
#include "text/measures.h"
#include "text/segmenter.h"
#include "text/syntax.h"
#include "text/tense.h"

namespace dateline {

struct Engine::Stages {
  Extractor extractor;
  Segmenter segmenter;
  SyntaxAnnotator syntax;
  NameAnnotator names;
  EntityResolver entities;
  TimeAnnotator times;
  ReportDater dater;
  QuoteAnnotator quotes;
  EventAnnotator events;
  FigureAnnotator figures;
  Profiler profiler;
  PageAddresses addresses;
  EntityMerger merger;
  EventLinker linker;
  HappeningReader happenings;
  StoryTeller teller;
  Agencies agencies;
  TenseReader tense;
  MeasureBases measures;
  ContrastReader contrast;
};

}  // namespace dateline
