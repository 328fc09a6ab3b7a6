// Where a shared text comes from, as far as dates and credits tell.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dateline/model.h"

namespace dateline {

// The news agency that a report credits in its byline, dateline or last lines ("(Reuters)", "The Associated Press
// contributed"); its usual short name, or empty.
std::string credited_agency(const Document& doc);
// Whether the report's outlet is that agency itself.
bool is_agency_outlet(const Document& doc, const std::string& agency);

// The order in which reports are taken for who was first: day of publication, then id; undated ones last.
std::vector<uint32_t> by_publication(const std::vector<const Document*>& docs);

// The report (its id) that a passage shared by `reports` goes back to: the agency's own report if one credits an agency
// that is among them; "outside" if the agency is not; else the report published before all others by a day at least.
// Empty if none of this can be told.
std::string origin_of(const std::vector<const Document*>& docs, const std::vector<uint32_t>& reports,
                      const std::vector<std::string>& agencies);

}  // namespace dateline
