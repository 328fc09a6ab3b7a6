#include "dateline/engine.h"

#include <functional>

#include "base/parallel.h"
#include "base/resources.h"
#include "engine/stages.h"
#include "link/terms.h"

namespace dateline {

Engine::Engine(std::unique_ptr<const Stages> stages) : stages_(std::move(stages)) {}
Engine::Engine(Engine&&) noexcept = default;
Engine& Engine::operator=(Engine&&) noexcept = default;
Engine::~Engine() = default;

namespace {

template <typename Stage, typename... Known>
std::function<Status()> loading(Stage& stage, const Resources& resources, const Known*... known) {
  return [&stage, &resources, known...]() -> Status {
    TRY(stage, Stage::load(resources, known...));
    return kDone;
  };
}

// Some at a time; the first that fails tells why.
Status load_all(const std::vector<std::function<Status()>>& loads) {
  std::vector<Status> done(loads.size(), kDone);
  parallel_for(loads.size(), job_count(0), [&](size_t i) { done[i] = loads[i](); });
  for (const Status& status : done) CHECK_OK(status);
  return kDone;
}

}  // namespace

Result<Engine> Engine::load(const std::string& folder) {
  const Resources resources = folder.empty() ? Resources::embedded() : Resources::from_folder(folder);
  auto stages = std::make_unique<Stages>();
  Stages& s = *stages;
  Background background;
  const auto with_background = [&]() -> Status {
    TRY(background, Background::load(resources));
    CHECK_OK(loading(s.profiler, resources, &background)());
    CHECK_OK(loading(s.linker, resources, &background)());
    return loading(s.teller, resources, &background)();
  };
  // Those that take longest first, so that no thread is left alone with one at the end.
  CHECK_OK(load_all({
      loading(s.times, resources),
      loading(s.figures, resources),
      with_background,
      loading(s.extractor, resources),
      loading(s.events, resources),
      loading(s.quotes, resources),
      loading(s.entities, resources),
      loading(s.names, resources),
      loading(s.happenings, resources),
      loading(s.merger, resources),
      loading(s.segmenter, resources),
      loading(s.syntax, resources),
      loading(s.dater, resources),
      loading(s.addresses, resources),
      loading(s.agencies, resources),
      loading(s.tense, resources),
      loading(s.measures, resources),
      loading(s.contrast, resources),
  }));
  return Engine(std::unique_ptr<const Stages>(std::move(stages)));
}

}  // namespace dateline
