// Names of organisations, brought to the form under which their spellings meet. Private to src/resolve.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "resolve/place_index.h"
#include "text/sorted_table.h"

namespace dateline {

class OrgIndex {
 public:
  static Result<OrgIndex> load(const Resources& resources);

  // Codes of the countries that a report speaks of, sorted: an acronym means a party or office at home only ("DPS").
  using Countries = std::vector<std::string_view>;

  // The name that lists know it under ("UN" -> "United Nations"); empty if none does, or none surely.
  std::string_view canonical(std::string_view key, const Countries& spoken_of) const;
  // The key to join by: the list's name, with a country's or its people's name at the front made one: "Haitian National
  // Police" and "Haiti National Police" -> "haiti national police".
  // What a firm is in law is no part of it.
  std::string join_key(std::string_view name, const PlaceIndex& places, const Countries& spoken_of) const;
  // May the shorter key name the organisation of the longer one? "security council" that of "united nations security
  // council", "multinational security support" that of "… mission"; but not "united nations" that of its council.
  bool short_form(std::string_view shorter, std::string_view longer) const;
  bool is_head(std::string_view word) const;  // "council", "police": what organisations' names end in

 private:
  void drop_legal_form(std::string& key) const;
  bool is_known(std::string_view key) const;  // by some list, wherever that may be

  SortedTable known_;               // by key; names that mean other things as well have no name to join under
  std::vector<std::string> heads_;  // sorted
  std::vector<std::string> legal_;  // sorted; "ltd", "inc": a firm goes by its name with and without
};

// The capitals that an acronym of the name would have: "Multinational Security Support Mission" -> "mssm".
std::string initials_of(std::string_view key);

}  // namespace dateline
