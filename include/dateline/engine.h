// Dateline as a library: one Engine holds the resources; a record is one SQLite file.
// Nothing here prints or exits. Engines are immutable after load() and may be shared by threads.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "dateline/model.h"
#include "dateline/record.h"
#include "dateline/result.h"

namespace dateline {

struct AddSummary {
  uint32_t added = 0;
  uint32_t known = 0;   // on record already, unchanged
  uint32_t failed = 0;
};

struct AddOptions {
  GivenFacts given;
  int jobs = 0;  // 0: as many as the machine has cores
  std::function<void(const Error&)> on_failure;       // once per report that could not be read
  std::function<void(const AddSummary&)> on_progress;  // now and then
};

class Engine {
 public:
  // `resources` is a folder that replaces embedded resources, or empty.
  static Result<Engine> load(const std::string& resources = {});
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  // Bytes to article.
  Result<Article> extract(const Capture& capture) const;
  // Article to annotated report: a pure function of the capture.
  Result<Document> analyse(const Capture& capture) const;
  // The text as it is, one body section, no section detection: offsets are those of the text given.
  Result<Document> analyse_plain(const Capture& capture) const;
  // Everything that several reports tell together. The answer does not depend on their order.
  Record derive(const std::vector<const Document*>& docs) const;

  // Reads reports into the record at `db` and brings the record up to date. Safe to kill at any moment.
  Result<AddSummary> add(const std::string& db, const std::vector<std::string>& paths, const AddOptions& options) const;

 private:
  struct Stages;
  explicit Engine(std::unique_ptr<const Stages> stages);
  std::unique_ptr<const Stages> stages_;
};

}  // namespace dateline
