// Addresses and captures of pages: which reports are versions of one page, and which of them is the newest. All
// verdicts are on one report or on a pair, so they do not depend on the order of reading.
#pragma once

#include <cstdint>
#include <memory>

#include "base/resources.h"
#include "dateline/model.h"
#include "link/profile.h"

namespace dateline {

class PageAddresses {
 public:
  static Result<PageAddresses> load(const Resources& resources);

  // What stands for the address that a report was read at, however it is written: without scheme, "www.", fragment,
  // the slash at its end, and parameters that only count readers. 0: it has none, or only that of a whole site.
  uint64_t key(std::string_view url) const;

 private:
  struct Lexicon;
  std::shared_ptr<const Lexicon> lexicon_;
};

// Seconds since 1970 of the moment that a version is of: captured, else last changed, else published. One of which only
// a summary is known is older than all others.
int64_t edition_of(const Document& doc, bool summary_only);
// The moment again, to the second, in UTC.
Edtf moment_of(int64_t edition);

// Whether two reports read at one address tell one piece of news: some sites, and some who write down addresses, use
// one for many.
bool alike(const Profile& a, const Profile& b);

}  // namespace dateline
