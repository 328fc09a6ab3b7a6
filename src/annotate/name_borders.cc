#include "annotate/name_passes.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

// A word with a capital that no name has taken and that begins no other thing.
bool free_capital(const NameDraft& d, uint32_t t) {
  const std::string k = name_key(d.word(t));
  return !d.taken[t] && d.capital(t) && !is_in(d.lexicon.stop_words, k) && !d.lexicon.known(k).demonym &&
         !d.lexicon.titles.find(k);
}

// Whether what ends before `end` is the first half of a name like "Ki-moon", other than of "Shinzo Abe-era": short,
// after a surname, and no surname itself.
bool begins_given_name(const NameDraft& d, const Mention& m, uint32_t end) {
  constexpr size_t kLongestSyllable = 6;
  return m.tokens.size() == 2 && d.word(end - 1).size() <= kLongestSyllable &&
         d.word(end + 1).size() <= kLongestSyllable && !d.lexicon.person(d.key(end - 1, end)).surname;
}

// "Acting [White House] Chief of Staff".
bool begins_with_holder(const NameDraft& d, uint32_t begin, uint32_t end) {
  return end - begin > 1 && is_in(d.lexicon.holder_words, d.word(begin)) &&
         d.lexicon.known(d.key(begin + 1, end)).organisation && !d.lexicon.known(d.key(begin, end)).organisation;
}

// What belongs to a name beside it: the rest of a hyphenated word ("Ban [Ki-moon]"), an organisation's first words
// ("[Ezzedeen] al-Qassam Brigades").
void widen(NameDraft& d, Mention& m) {
  const int32_t sentence = d.doc.sentence_at(m.span.begin);
  if (sentence == kNone) return;
  const IndexRange all = d.doc.sentences[sentence].tokens;
  uint32_t begin = m.tokens.begin, end = m.tokens.end;
  auto hyphen = [&](uint32_t t) {
    return t + 1 < all.end && d.word(t) == "-" && d.touches(t) && d.touches(t + 1) && !d.taken[t] && !d.taken[t + 1];
  };
  if (m.type == EntityType::person) {
    if (end < all.end && free_capital(d, end) && hyphen(end + 1)) ++end;
    while (hyphen(end) && is_lower(d.word(end + 1)[0]) && (end > m.tokens.end || begins_given_name(d, m, end)))
      end += 2;
  }
  if (m.type == EntityType::organisation) {
    while (begin > all.begin && free_capital(d, begin - 1) && !begins_with_holder(d, begin - 1, end) &&
           !d.lexicon.known(name_key(d.word(begin - 1))).place && begin - 1 > all.begin)
      --begin;
    // "Google, Inc."
    if (end + 1 < all.end && d.word(end) == "," && !d.taken[end + 1] && d.capital(end + 1)) {
      const NameLexicon::OrgWord* word = d.lexicon.org_word(name_key(d.word(end + 1)));
      if (word != nullptr && word->tail) end += 2;
    }
  }
  if (begin == m.tokens.begin && end == m.tokens.end) return;
  d.set_tokens(m, begin, end);
  d.take(begin, end);
}

// "GFZ Helmholtz Centre Potsdam", taken for a place: an acronym that is none begins it, and a word of organisations
// follows.
bool is_institute(const NameDraft& d, uint32_t begin, uint32_t end) {
  const std::string_view first = d.word(begin);
  if (first.size() < 3 || !std::all_of(first.begin(), first.end(), is_upper)) return false;
  if (d.lexicon.known(d.key(begin, begin + 1)).place) return false;
  for (uint32_t t = begin + 1; t < end; ++t) {
    if (d.capital(t) && d.lexicon.org_word(name_key(d.word(t))) != nullptr) return true;
  }
  return false;
}

// Whether m is an acronym and `next` right behind it the institute that bears it.
bool begins_institute(const NameDraft& d, const Mention& m, const Mention& next) {
  return m.type == EntityType::organisation && m.tokens.size() == 1 && m.tokens.end == next.tokens.begin &&
         (next.type == EntityType::organisation || next.type == EntityType::place) &&
         is_institute(d, m.tokens.begin, next.tokens.end);
}

}  // namespace

void trim(NameDraft& d) {
  for (Mention& m : d.names) {
    uint32_t begin = m.tokens.begin, end = m.tokens.end;
    if (end - begin > 1 && (d.word(begin) == "the" || d.word(begin) == "The")) ++begin;
    if (m.type == EntityType::organisation && begins_with_holder(d, begin, end)) ++begin;
    if (end - begin > 1 && (d.word(end - 1) == "'s" || d.word(end - 1) == "’s") && m.type == EntityType::person) --end;
    if (m.type == EntityType::person) {
      for (;;) {
        const uint32_t n = d.lexicon.titles.match_at(d.doc, begin, end, true, nullptr);
        if (n == 0 || begin + n >= end || !d.capital(begin + n)) break;
        begin += n;
      }
    }
    if (m.type == EntityType::person && end - begin > 2) {
      for (uint32_t t = begin + 1; t < end; ++t) {
        const std::string k = name_key(d.word(t));
        if (d.capital(t) && d.lexicon.org_word(k) && (t + 1 < end || !d.lexicon.person(k).surname))
          m.type = EntityType::organisation;
      }
      // "Ministerio del Interior": a body's word before one in small letters.
      if (!d.capital(begin + 1) && d.lexicon.org_word(name_key(d.word(begin)))) m.type = EntityType::organisation;
    }
    if (m.type != EntityType::person || (end - begin == 1 && !d.lexicon.person(d.key(begin, end)).surname)) {
      const NameLexicon::Known known = d.lexicon.known(d.key(begin, end));
      if (known.demonym && !known.place && !known.organisation) m.type = EntityType::group;
      // "In the White House" is still of the body, where no place bears its name.
      if (m.type == EntityType::place && known.org_kind == OrgKind::state && !known.big_place)
        m.type = EntityType::organisation;
      // A country that acts is the country still.
      if (known.country && m.type == EntityType::organisation) m.type = EntityType::place;
    }
    if (m.type == EntityType::person && end - begin == 1) m.type = dotted(d, begin).value_or(m.type);
    if (m.type == EntityType::place && is_institute(d, begin, end)) m.type = EntityType::organisation;
    d.set_tokens(m, begin, end);
    // A token that ends in a possessive mark: a text without its apostrophes parted.
    const std::string_view words = d.doc.words(m.span);
    if (words.size() > 4 && words.ends_with("’s"))
      m.span.end -= 4;
    else if (words.size() > 3 && words.ends_with("'s") && end - begin == 1)
      m.span.end -= 2;
  }
}

// "[Egypt's Foreign Ministry]": the place that owns an organisation is a name of its own.
void part_owners(NameDraft& d) {
  std::vector<Mention> owners;
  for (Mention& m : d.names) {
    if (m.type != EntityType::organisation) continue;
    for (uint32_t t = m.tokens.begin + 1; t + 1 < m.tokens.end; ++t) {
      if ((d.word(t) != "'s" && d.word(t) != "’s") || !d.lexicon.known(d.key(m.tokens.begin, t)).big_place) continue;
      Mention owner = m;
      owner.type = EntityType::place;
      d.set_tokens(owner, m.tokens.begin, t);
      d.set_tokens(m, t + 1, m.tokens.end);
      owners.push_back(owner);
      break;
    }
  }
  d.names.insert(d.names.end(), owners.begin(), owners.end());
}

// "[Chargers] [Jamal Williams]", "[Getty Images] [Anna Berg]": whose player or picture it is, before a whole name.
void part_employers(NameDraft& d) {
  std::vector<Mention> employers;
  for (Mention& m : d.names) {
    if (m.type != EntityType::person || d.lexicon.person(d.key(m.tokens.begin, m.tokens.begin + 1)).first) continue;
    for (uint32_t t = m.tokens.begin + 1; t + 1 < m.tokens.end; ++t) {
      if (d.lexicon.known(d.key(m.tokens.begin, t)).org_kind == OrgKind::none) continue;
      if (!d.lexicon.person(d.key(t, t + 1)).first) continue;
      Mention employer = m;
      employer.type = EntityType::organisation;
      d.set_tokens(employer, m.tokens.begin, t);
      d.set_tokens(m, t, m.tokens.end);
      employers.push_back(employer);
      break;
    }
  }
  d.names.insert(d.names.end(), employers.begin(), employers.end());
}

// "[GFZ] [Helmholtz Centre Potsdam]", found as two names.
void join_institutes(NameDraft& d) {
  std::sort(d.names.begin(), d.names.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
  for (size_t i = 0; i + 1 < d.names.size(); ++i) {
    Mention& m = d.names[i];
    if (!begins_institute(d, m, d.names[i + 1])) continue;
    d.set_tokens(m, m.tokens.begin, d.names[i + 1].tokens.end);
    d.names.erase(d.names.begin() + static_cast<ptrdiff_t>(i) + 1);
  }
}

// "[Ban Ki-moon] visited": a surname and a given name of two syllables, though the model saw none.
void find_hyphened(NameDraft& d) {
  constexpr size_t kLongestSyllable = 5;
  const auto syllable = [&](uint32_t t) { return d.word(t).size() > 1 && d.word(t).size() <= kLongestSyllable; };
  for (const Sentence& s : d.doc.sentences) {
    if (d.doc.section_of(s).kind == SectionKind::boilerplate) continue;
    for (uint32_t t = s.tokens.begin; t + 3 < s.tokens.end; ++t) {
      if (d.word(t + 2) != "-" || !d.touches(t + 2) || !d.touches(t + 3) || d.taken[t] || d.taken[t + 1]) continue;
      const bool given = d.capital(t + 1) && syllable(t + 1) && syllable(t + 3) && is_lower(d.word(t + 3)[0]) &&
                         !is_in(d.lexicon.compound_words, d.word(t + 3)) && d.doc.tokens[t + 1].upos == Upos::PROPN;
      if (!given || !d.capital(t) || !d.lexicon.person(d.key(t, t + 1)).surname ||
          d.lexicon.titles.find(d.key(t, t + 1)))
        continue;
      d.add(t, t + 4, EntityType::person);
    }
  }
}

void widen_names(NameDraft& d) {
  for (Mention& m : d.names) widen(d, m);
}

}  // namespace dateline
