#include "resolve/doc_juniors.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

// What a name is looked up by; the sign stands in none.
std::string key_of(std::string a, std::string_view b, std::string_view c = {}) {
  a.append("|").append(b).append("|").append(c);
  return a;
}

std::string parts_of(const PersonName& name) { return join(name.parts, " "); }

// The names of a report that may tell a son from his father, so that each son is asked for once.
class Told {
 public:
  explicit Told(const std::vector<Named>& names) {
    for (const Named& n : names) {
      if (!n.name.suffix.empty()) {
        if (!n.name.full()) called_so_.insert(key_of(n.name.last(), n.name.suffix));
        continue;
      }
      // The one without a suffix is no shorter form: "John G. Roberts Jr." may be John Roberts.
      for (std::string_view initials : {std::string_view(n.name.initials), kAny}) {
        beside_.insert(key_of(parts_of(n.name), initials, std::to_string(n.sentence)));
        if (n.in_office) in_office_.insert(key_of(parts_of(n.name), initials));
      }
    }
  }

  bool apart(const Named& son) const {
    if (called_so_.contains(key_of(son.name.last(), son.name.suffix))) return true;
    const std::string parts = parts_of(son.name);
    const std::string_view initials = son.name.initials.empty() ? kAny : son.name.initials;
    return beside_.contains(key_of(parts, initials, std::to_string(son.sentence))) ||
           (!son.in_office && in_office_.contains(key_of(parts, initials)));
  }

 private:
  static constexpr std::string_view kAny = "*";
  std::unordered_set<std::string> called_so_, beside_, in_office_;
};

}  // namespace

Juniors::Juniors(const std::vector<Named>& names) {
  const auto may_be = [](const Named& n) { return !n.name.suffix.empty() && n.name.full(); };
  if (std::none_of(names.begin(), names.end(), may_be)) return;
  const Told told(names);
  for (const Named& n : names) {
    if (!may_be(n) || is_junior(n.name) || !told.apart(n)) continue;
    juniors_[parts_of(n.name)].push_back(n.name);
    short_.insert(key_of(n.name.last(), n.name.suffix));
  }
  for (const Named& n : names) {
    if (!is_junior(n.name)) continue;
    Generations& of = generations_[n.name.last()];
    n.name.full() ? void(++of.full) : void(of.called_so = true);
  }
}

bool Juniors::is_junior(const PersonName& name) const {
  if (name.suffix.empty() || juniors_.empty()) return false;
  if (!name.full()) return short_.contains(key_of(name.last(), name.suffix));
  const auto found = juniors_.find(parts_of(name));
  return found != juniors_.end() &&
         std::any_of(found->second.begin(), found->second.end(), [&](const PersonName& junior) {
           return junior.suffix == name.suffix && (junior.initials == name.initials || junior.initials.empty());
         });
}

bool Juniors::tells_generation(const PersonName& name) const {
  constexpr long kGoesOn = 3;
  const auto of = generations_.find(name.last());
  if (of == generations_.end()) return false;
  return is_junior(name) || of->second.called_so || of->second.full >= kGoesOn;
}

}  // namespace dateline
