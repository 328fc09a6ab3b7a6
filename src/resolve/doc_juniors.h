// Fathers and sons of one name in a report. Private to src/resolve.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/person_name.h"

namespace dateline {

// A mention of a person.
struct Named {
  uint32_t mention = 0;
  PersonName name;
  int32_t sentence = -1;
  bool in_office = false;  // a title stands before it that is more than "Mr."
};

// "Donald Trump Jr." is another than Donald Trump, but "Joe Kennedy III" may be Joe Kennedy in the headline. They are
// two where the report calls the son by surname with the suffix too, has both in one sentence, or gives the other a
// title.
class Juniors {
 public:
  Juniors() = default;
  explicit Juniors(const std::vector<Named>& names);

  bool is_junior(const PersonName& name) const;
  // "Trump Jr." is the son, and in a report that says so, or goes on giving his full name, "Trump" is not: whether the
  // name is one generation's alone.
  bool tells_generation(const PersonName& name) const;

 private:
  // Of a surname that the report has for a son, too.
  struct Generations {
    long full = 0;           // times that the son is named in full
    bool called_so = false;  // "Trump Jr."
  };

  std::unordered_map<std::string, std::vector<PersonName>> juniors_;  // told from another, by their parts
  std::unordered_set<std::string> short_;                             // surnames and suffixes of those
  std::unordered_map<std::string, Generations> generations_;          // by surname
};

}  // namespace dateline
