// Places and peoples of the gazetteer (resources/names/places.tsv), and which one a name means in a report.
// Private to src/resolve.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "text/sorted_table.h"

namespace dateline {

struct PlaceRow {
  std::string_view kind, id, name, country, admin;
  double weight = 0;  // inhabitants, with a bonus for capitals, provinces, countries
};

class PlaceIndex {
 public:
  static Result<PlaceIndex> load(const Resources& resources);

  // What else the text says: the countries and provinces that it names elsewhere, and what stands after the comma.
  struct Context {
    std::vector<std::string_view> countries;  // codes, sorted
    std::string_view after;                   // "Texas" of "Paris, Texas"
  };
  // The place of that name that fits best; a row without id if there is none. demonym: look for a people instead.
  PlaceRow find(std::string_view key, const Context& context, bool demonym) const;

 private:
  SortedTable table_;
};

}  // namespace dateline
