#include "resolve/org_names.h"

#include "base/strings.h"
#include "resolve/org_index.h"

namespace dateline {

const OrgNames::Numbers& OrgNames::at(const Index& index, const std::string& key) {
  static const Numbers kNothing;
  const auto found = index.find(key);
  return found == index.end() ? kNothing : found->second;
}

void OrgNames::add(int32_t organisation, const std::string& key) {
  if (std::string initials = initials_of(key); initials.size() > 2) {
    by_initials_[initials].push_back(organisation);
    initials.pop_back();
    by_initials_[std::move(initials)].push_back(organisation);
  }
  for (std::string_view word : split(key, ' ')) {
    Numbers& with = by_word_[std::string(word)];
    if (with.empty() || with.back() != organisation) with.push_back(organisation);
  }
}

const OrgNames::Numbers& OrgNames::spelt(const std::string& acronym) const { return at(by_initials_, acronym); }

const OrgNames::Numbers& OrgNames::longer(const std::string& key) const {
  const Numbers* fewest = nullptr;
  for (std::string_view word : split(key, ' ')) {
    const Numbers& with = at(by_word_, std::string(word));
    if (fewest == nullptr || with.size() < fewest->size()) fewest = &with;
  }
  return fewest == nullptr ? at(by_word_, key) : *fewest;
}

}  // namespace dateline
