#include "dateline/engine.h"

#include "base/resources.h"
#include "engine/stages.h"
#include "link/terms.h"

namespace dateline {

Engine::Engine(std::unique_ptr<const Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

Result<Engine> Engine::load(const std::string& folder) {
  const Resources resources = folder.empty() ? Resources::embedded() : Resources::from_folder(folder);
  auto stages = std::make_unique<Stages>();
  TRY(stages->extractor, Extractor::load(resources));
  TRY(stages->segmenter, Segmenter::load(resources));
  TRY(stages->syntax, SyntaxAnnotator::load(resources));
  TRY(stages->names, NameAnnotator::load(resources));
  TRY(stages->entities, EntityResolver::load(resources));
  TRY(stages->times, TimeAnnotator::load(resources));
  TRY(stages->dater, ReportDater::load(resources));
  TRY(stages->quotes, QuoteAnnotator::load(resources));
  TRY(stages->events, EventAnnotator::load(resources));
  TRY(stages->figures, FigureAnnotator::load(resources));
  TRY(const Background background, Background::load(resources));
  TRY(stages->profiler, Profiler::load(resources, &background));
  TRY(stages->addresses, PageAddresses::load(resources));
  TRY(stages->merger, EntityMerger::load(resources));
  TRY(stages->linker, EventLinker::load(resources, &background));
  TRY(stages->happenings, HappeningReader::load(resources));
  TRY(stages->teller, StoryTeller::load(resources, &background));
  TRY(stages->agencies, Agencies::load(resources));
  TRY(stages->tense, TenseReader::load(resources));
  TRY(stages->measures, MeasureBases::load(resources));
  TRY(stages->contrast, ContrastReader::load(resources));
  return Engine(std::unique_ptr<const Stages>(std::move(stages)));
}

}  // namespace dateline
