// What the API says, as JSON texts; the website's data files say the same.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "dateline/open_record.h"
#include "export/places.h"
#include "export/sources.h"

namespace dateline {

enum class Form { whole, line };  // the contract's objects, or short ones for pages that list many

// May be used by several threads at once. Engine must outlive it.
class Answers {
 public:
  static Result<Answers> open(const Engine& engine, std::string db);

  struct Lines {
    uint32_t total = 0;
    std::string json;  // an array, one object a line
  };
  Result<Lines> list(const Filter& filter, Form form);
  Result<std::string> counts(const Filter& filter);
  Result<std::string> show(const std::string& id);
  Result<std::string> search(const std::string& words, const Filter& filter);
  Result<std::string> text(const std::string& report);  // with its layers, as `annotate` prints them
  Result<std::string> corrections();                    // the log, as `dateline log --json` prints its lines
  Result<std::string> places(const Filter& filter);

  OpenRecord& record() { return *record_; }

 private:
  Answers(const Engine& engine, std::string db, OpenRecord record, PlaceTable places);

  // A set of texts for one answer; taken back, as they are likely to be asked for again.
  class Lent;
  Result<Lent> lend();

  struct Shelf {
    std::mutex lending;
    std::vector<std::unique_ptr<Sources>> free;
  };
  const Engine* engine_;
  std::string db_;
  std::unique_ptr<OpenRecord> record_;
  std::unique_ptr<Shelf> shelf_;
  PlaceTable places_;
};

}  // namespace dateline
