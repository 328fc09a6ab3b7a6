// The two commands that touch no record: text in, annotations out.
#include "base/parallel.h"
#include "cli/commands.h"
#include "cli/common.h"
#include "dateline/article_reader.h"
#include "export/annotation_json.h"
#include "ingest/ingest.h"

namespace dateline {
namespace {

constexpr size_t kBatch = 64;             // captures worked on together
constexpr size_t kBatchBytes = 64 << 20;  // … unless they are large

// Reads every capture, prints what `one` makes of each, in the order of the input, and counts. While a batch is worked
// on the next one is read.
template <typename One>
class Each {
 public:
  Each(const Options& options, const One& one) : one_(one), loop_(job_count(options.jobs)) {}

  void take(Result<Capture> capture) {
    bytes_ += capture.ok() ? capture->payload.size() : 0;
    batch_.push_back(std::move(capture));
    if (batch_.size() >= kBatch || bytes_ >= kBatchBytes) flush();
  }

  // Prints what is left.
  void finish() {
    flush();
    flush();
  }

  size_t done = 0, failed = 0;

 private:
  // Starts on what was read, once the batch before is done, and prints that.
  void flush() {
    loop_.finish();
    const std::vector<Result<std::string>> lines =
        std::exchange(lines_, std::vector<Result<std::string>>(batch_.size(), Result<std::string>(std::string())));
    running_ = std::exchange(batch_, {});
    bytes_ = 0;
    loop_.start(running_.size(), [this](size_t i) {
      if (running_[i].ok())
        lines_[i] = one_(*running_[i]);
      else
        lines_[i] = running_[i].error();
    });
    for (const Result<std::string>& line : lines) {
      if (line.ok())
        ++done, print_line(*line);
      else
        ++failed, complain(line.error());
    }
  }

  const One& one_;
  std::vector<Result<Capture>> batch_, running_;
  std::vector<Result<std::string>> lines_;  // of what is running
  size_t bytes_ = 0;                        // of the batch
  Loop loop_;                               // last: it ends before what it works on goes
};

template <typename One>
int each_capture(const Options& options, const One& one) {
  Each<One> each(options, one);
  read_captures(options.words, options.given, [&](Result<Capture> capture) {
    each.take(std::move(capture));
    return true;
  });
  each.finish();
  if (each.failed == 0) return kExitDone;
  return each.done == 0 ? kExitUsage : kExitSome;
}

}  // namespace

int annotate_command(const Options& options) {
  if (options.words.empty()) return complain(options.command + " needs a path");
  const auto engine = Engine::load(options.resources);
  if (!engine.ok()) return complain(engine.error());
  return each_capture(options, [&](const Capture& capture) -> Result<std::string> {
    TRY(Document doc, options.plain ? engine->analyse_plain(capture) : engine->analyse(capture));
    return annotation_json(doc, capture.given.id.empty() ? doc.id : capture.given.id, options.tokens);
  });
}

int extract_command(const Options& options) {
  if (options.words.empty()) return complain(options.command + " needs a path");
  const auto reader = ArticleReader::load(options.resources);
  if (!reader.ok()) return complain(reader.error());
  return each_capture(options, [&](const Capture& capture) -> Result<std::string> {
    TRY(Article article, reader->extract(capture));
    return article_json(article, capture.path);
  });
}

}  // namespace dateline
