// Where a shared text comes from, as far as dates and credits tell.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

class Agencies {
 public:
  // Reads link/agencies.tsv. Fails where it is missing or ill-formed, naming file and line.
  static Result<Agencies> load(const Resources& resources);

  // The news agency that a report credits in its byline, dateline or last lines ("(Reuters)", "The Associated Press
  // contributed"); its usual short name, or empty.
  std::string credited(const Document& doc) const;
  // Whether the report's outlet is that agency itself.
  bool is_outlet(const Document& doc, std::string_view agency) const;

 private:
  struct Lexicon;  // what load() read; shared by copies, never changed afterwards, so it is thread-safe
  std::shared_ptr<const Lexicon> lexicon_;
};

// The order in which reports are taken for who was first: day of publication, then id; undated ones last.
std::vector<uint32_t> by_publication(const std::vector<const Document*>& docs);

// The report (its id) that a passage shared by `reports` goes back to: the agency's own report if one credits an agency
// that is among them; "outside" if the agency is not; else the report published before all others by a day at least.
// Empty if none of this can be told.
std::string origin_of(const Agencies& known, const std::vector<const Document*>& docs,
                      const std::vector<uint32_t>& reports, const std::vector<std::string>& agencies);

}  // namespace dateline
