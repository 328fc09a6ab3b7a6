// The readers of text that judgements lean on.
#pragma once

#include "text/contrast.h"
#include "text/measures.h"
#include "text/tense.h"

namespace dateline {

struct Judges {
  const TenseReader& tense;
  const MeasureBases& measures;
  const ContrastReader& contrast;
};

}  // namespace dateline
