// Which people of a report a name may be of, by the sound of it, so that a text of nothing but names is read in time.
// Private to src/resolve.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "text/person_name.h"

namespace dateline {

class Namesakes {
 public:
  static constexpr size_t kMost = 200;    // of one name; a report with more is no news
  using Numbers = std::vector<uint32_t>;  // of people, in their order

  // Also to be told when a person's name changes.
  void add(uint32_t person, const PersonName& name);

  // Those whose names may be spelled so; all that can be are among them.
  Numbers of_full_name(const PersonName& name) const;
  Numbers of_short_name(const PersonName& name) const;
  const Numbers& of_surname(const std::string& surname) const;
  // Whether there were more than kMost of a name, so that some are not found by it.
  bool left_out() const { return left_out_; }

 private:
  using Index = std::unordered_map<std::string, Numbers>;
  static const Numbers& at(const Index& index, const std::string& key);
  static bool note(Numbers& people, uint32_t person);  // false: left out

  // By the sound of the surname, the first name, the sound of the first of two surnames, and the whole name run
  // together.
  Index by_surname_, by_first_, by_first_surname_, by_whole_;
  bool left_out_ = false;
};

}  // namespace dateline
