#include "annotate/name_forms.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {

NameForms::NameForms(size_t tokens, const NameLexicon& lexicon, const WordClasses& classes)
    : lexicon_(lexicon), classes_(classes), numbers_(tokens) {
  size_t size = 64;
  while (size < tokens * 2) size *= 2;
  lower_slots_.assign(size, 0);
}

uint32_t NameForms::add(std::string_view word) {
  const uint32_t number = numbers_.add(word);
  if (number == all_.size()) {
    all_.emplace_back();
    all_.back().word = word;
    fill(all_.back());
  }
  return number;
}

uint32_t NameForms::lower_id(uint64_t lower) {
  size_t at = lower & (lower_slots_.size() - 1);
  for (; lower_slots_[at] != 0; at = (at + 1) & (lower_slots_.size() - 1)) {
    if (lowers_[lower_slots_[at] - 1] == lower) return lower_slots_[at] - 1;
  }
  lowers_.push_back(lower);
  lower_slots_[at] = static_cast<uint32_t>(lowers_.size());
  return lower_slots_[at] - 1;
}

void NameForms::fill(NameForm& form) {
  const std::string lower = fold(form.word);
  const std::string_view low = lower;
  WordView& v = form.view;
  v.shape = shape_of(form.word);
  v.lower = hash64(low);
  v.prefix = hash64(low.substr(0, 3), 1);
  v.suffix3 = hash64(low.size() > 3 ? low.substr(low.size() - 3) : low, 2);
  v.suffix2 = hash64(low.size() > 2 ? low.substr(low.size() - 2) : low, 3);
  v.in = classes_.find(v.lower);
  v.joins = std::binary_search(lexicon_.particles.begin(), lexicon_.particles.end(), low);
  form.lower_id = lower_id(v.lower);
}

const NameForm& NameForms::looked_up(uint32_t number) {
  NameForm& form = all_[number];
  if (form.looked_up) return form;
  form.looked_up = true;
  const std::string key = name_key(form.word);
  form.nameless = key.empty();
  if (form.nameless) return form;
  const NameLexicon::Person p = lexicon_.person(key);
  const NameLexicon::Known k = lexicon_.known(key);
  const auto in = [&](const std::vector<std::string_view>& list) {
    return std::binary_search(list.begin(), list.end(), key);
  };
  form.view.known = (p.first ? kFirst : 0u) | (p.surname ? kSurname : 0u) | (k.place ? kPlace : 0u) |
                    (k.big_place ? kBigPlace : 0u) | (k.demonym ? kDemonym : 0u) |
                    (k.organisation ? kOrganisation : 0u) | (lexicon_.org_word(key) ? kOrgWord : 0u) |
                    (lexicon_.titles.find(key) ? kTitle : 0u) | (in(lexicon_.stop_words) ? kStop : 0u) |
                    (in(lexicon_.weak_words) ? kWeak : 0u);
  if (k.org_kind != OrgKind::none) form.view.org = {OrgMark::whole, k.organisation, k.org_kind};
  form.goes_on = lexicon_.may_go_on(key);
  return form;
}

}  // namespace dateline
