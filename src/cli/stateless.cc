// The two commands that touch no record: text in, annotations out.
#include "cli/commands.h"
#include "cli/common.h"
#include "export/annotation_json.h"
#include "ingest/ingest.h"

namespace dateline {
namespace {

// Reads every capture, prints what `one` makes of it, and counts.
template <typename One>
int each_capture(const Options& options, const One& one) {
  if (options.words.empty()) return complain(options.command + " needs a path");
  auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  size_t done = 0, failed = 0;
  auto report = [&](const Error& error) {
    ++failed;
    complain(error);
  };
  read_captures(options.words, options.given, [&](Result<Capture> capture) {
    if (!capture.ok()) {
      report(capture.error());
      return true;
    }
    Result<std::string> line = one(*engine, *capture);
    if (!line.ok()) {
      report(line.error());
      return true;
    }
    ++done;
    print_line(*line);
    return true;
  });
  if (failed == 0) return kExitDone;
  return done == 0 ? kExitUsage : kExitSome;
}

}  // namespace

int annotate_command(const Options& options) {
  return each_capture(options, [&](const Engine& engine, const Capture& capture) -> Result<std::string> {
    TRY(Document doc, options.plain ? engine.analyse_plain(capture) : engine.analyse(capture));
    return annotation_json(doc, capture.given.id.empty() ? doc.id : capture.given.id, options.tokens);
  });
}

int extract_command(const Options& options) {
  return each_capture(options, [&](const Engine& engine, const Capture& capture) -> Result<std::string> {
    TRY(Article article, engine.extract(capture));
    return article_json(article, capture.path);
  });
}

}  // namespace dateline
