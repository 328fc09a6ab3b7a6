#include "resolve/namesakes.h"

#include <algorithm>

#include "base/append.h"
#include "base/sort_unique.h"

namespace dateline {
namespace {

const std::string& first_surname(const PersonName& name) { return name.parts[name.parts.size() - 2]; }

}  // namespace

const Namesakes::Numbers& Namesakes::at(const Index& index, const std::string& key) {
  static const Numbers kNobody;
  const auto found = index.find(key);
  return found == index.end() ? kNobody : found->second;
}

bool Namesakes::note(Numbers& people, uint32_t person) {
  if (std::find(people.begin(), people.end(), person) != people.end()) return true;
  if (people.size() == kMost) return false;
  people.push_back(person);
  return true;
}

void Namesakes::add(uint32_t person, const PersonName& name) {
  if (!note(by_surname_[skeleton(name.last())], person)) left_out_ = true;
  if (!name.full()) return;
  if (!note(by_whole_[run_together(name)], person)) left_out_ = true;
  note(by_first_[name.parts.front()], person);  // asked for by who alone has it: more are as good as two
  if (name.parts.size() > 2 && !note(by_first_surname_[skeleton(first_surname(name))], person)) left_out_ = true;
}

Namesakes::Numbers Namesakes::of_full_name(const PersonName& name) const {
  const std::string sound = skeleton(name.last());
  Numbers out = at(by_surname_, sound);
  append(out, at(by_first_surname_, sound));
  append(out, at(by_whole_, run_together(name)));
  if (name.parts.size() > 2) append(out, at(by_surname_, skeleton(first_surname(name))));
  sort_unique(out);
  return out;
}

Namesakes::Numbers Namesakes::of_short_name(const PersonName& name) const {
  const std::string sound = skeleton(name.last());
  Numbers out = at(by_surname_, sound);
  append(out, at(by_first_, name.last()));
  append(out, at(by_first_surname_, sound));
  sort_unique(out);
  return out;
}

const Namesakes::Numbers& Namesakes::of_surname(const std::string& surname) const {
  return at(by_surname_, skeleton(surname));
}

}  // namespace dateline
