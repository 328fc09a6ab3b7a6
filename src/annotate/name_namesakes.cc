#include "annotate/name_passes.h"

#include <unordered_set>

#include "base/hash.h"
#include "base/strings.h"

namespace dateline {
namespace {

// Where the words before a storm's name end that begin at t ("Tropical Storm [Rita]"); t where there are none.
uint32_t storm_ahead(const NameDraft& d, uint32_t t, uint32_t last) {
  for (uint32_t n = std::min(2u, last - t - 1); n > 0; --n) {
    if (!d.capital(t + n) || !std::binary_search(d.lexicon.storms.begin(), d.lexicon.storms.end(), d.key(t, t + n)))
      continue;
    const std::string name = d.key(t + n, t + n + 1);
    if (!is_in(d.lexicon.stop_words, name) && d.lexicon.org_word(name) == nullptr) return t + n;
  }
  return t;
}

// "National [Hurricane Centre Miami]".
bool inside_organisation(const NameDraft& d, uint32_t t) {
  return std::any_of(d.names.begin(), d.names.end(), [&](const Mention& m) {
    return m.type == EntityType::organisation && m.tokens.begin < t && t < m.tokens.end;
  });
}

bool is_file(const NameDraft& d, const Mention& m) {
  const std::string_view word = d.word(m.tokens.end - 1);
  const size_t stop = word.rfind('.');
  return stop != std::string_view::npos && stop > 0 && is_in(d.lexicon.file_endings, word.substr(stop + 1));
}

// "Ann Berg (|R-Calif.|)" is of a party and a state, and a suffix that has lost its name is nobody's.
bool is_affiliation(const NameDraft& d, const Mention& m) {
  const std::string_view words = d.doc.words(m.span);
  if (words == "Jr." || words == "Jr" || words == "Sr.") return true;
  const bool party = words.size() > 3 && (words[0] == 'R' || words[0] == 'D' || words[0] == 'I') && words[1] == '-';
  return party && m.type == EntityType::person && is_upper(words[2]) && (words.ends_with('.') || words.size() < 6);
}

}  // namespace

// "Nina Pham and |Amber Joy Vinson|": who stands beside a person and is called like one is one.
void name_fellows(NameDraft& d) {
  std::vector<bool> person(d.doc.tokens.size(), false);
  for (const Mention& m : d.names) {
    for (uint32_t t = m.tokens.begin; m.type == EntityType::person && t < m.tokens.end; ++t) person[t] = true;
  }
  for (Mention& m : d.names) {
    if (m.type == EntityType::person || m.tokens.size() < 2 || m.tokens.size() > 3) continue;
    const auto known = [&](uint32_t t) { return d.lexicon.person(d.key(t, t + 1)); };
    if (!known(m.tokens.begin).first || !known(m.tokens.end - 1).surname) continue;
    if (d.lexicon.known(d.key(m.tokens.begin, m.tokens.end)).org_kind != OrgKind::none) continue;
    if (d.lexicon.org_word(d.key(m.tokens.end - 1, m.tokens.end)) != nullptr) continue;
    for (uint32_t t = m.tokens.begin; t < m.tokens.end; ++t) {
      const Token& token = d.doc.tokens[t];
      const bool beside = token.deprel == Deprel::conj && token.head != kNone && !m.tokens.contains(token.head);
      if (beside && person[static_cast<size_t>(token.head)]) m.type = EntityType::person;
    }
  }
}

void drop_nobodys(NameDraft& d) {
  std::erase_if(d.names, [&](const Mention& m) { return is_file(d, m) || is_affiliation(d, m); });
}

// "Hurricane Rita" is no person, nor is what is called Rita elsewhere, unless somebody of the document bears that name.
void part_storms(NameDraft& d) {
  std::unordered_set<uint64_t> storms;
  std::vector<IndexRange> found;
  for (const Sentence& s : d.doc.sentences) {
    for (uint32_t t = s.tokens.begin; t + 1 < s.tokens.end; ++t) {
      const uint32_t name = d.capital(t) ? storm_ahead(d, t, s.tokens.end) : t;
      if (name == t || inside_organisation(d, t)) continue;
      found.push_back({t, name + 1});
      storms.insert(hash64(d.key(name, name + 1)));
      t = name;
    }
  }
  if (found.empty()) return;
  for (const Mention& m : d.names) {
    if (m.tokens.size() < 2 || m.type != EntityType::person) continue;
    const bool storm =
        std::any_of(found.begin(), found.end(), [&](IndexRange r) { return r.contains(m.tokens.begin); });
    for (uint32_t t = m.tokens.begin; !storm && t < m.tokens.end; ++t) storms.erase(hash64(d.key(t, t + 1)));
  }
  std::erase_if(d.names, [&](const Mention& m) {
    return std::any_of(found.begin(), found.end(), [&](IndexRange r) { return r.contains(m.tokens.begin); });
  });
  for (Mention& m : d.names) {
    const bool is_one = m.tokens.size() == 1 && storms.contains(hash64(d.key(m.tokens.begin, m.tokens.end)));
    if (is_one && m.type != EntityType::group) m.type = EntityType::other;
  }
  for (const IndexRange r : found) d.add(r.begin, r.end, EntityType::other);
}

}  // namespace dateline
