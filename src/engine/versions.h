// Several captures of one page: filing a report under its page, and what a reader is told of its versions.
#pragma once

#include <functional>
#include <vector>

#include "dateline/engine.h"
#include "link/profile.h"
#include "store/store.h"

namespace dateline {

struct Edition {
  uint64_t page = 0;   // PageAddresses::key; 0: the report stands at no address
  int64_t moment = 0;  // edition_of
};

// A report that from now on speaks for its page, or no longer does.
struct Standing {
  ReportRow report = 0;
  bool active = true;
};

// Files a report on record, with the versions of its page that it is alike to. Which of them speaks depends on all that
// are filed, not on the order. Returns whose standing is another than before; a report new on record counts as active.
Result<std::vector<Standing>> file_version(Store& store, ReportRow report, Edition edition, const Profile& profile,
                                           const std::function<Result<const Profile*>(ReportRow)>& profile_of);

// Whether of two readings of one report (the same bytes from the same address) `a` is the one to keep: that of the
// earliest capture, then of the file changed earliest, then of the least path, then of the least metadata.
bool read_earlier(const Document& a, const Document& b);

// The versions of a report's page, oldest first, itself among them; none where it is the only one.
Result<std::vector<ReportVersion>> versions_shown(Store& store, ReportRow report);

}  // namespace dateline
