#include "annotate/name_passes.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {

bool is_shouted(const NameDraft& d, const Sentence& s) {
  int longer = 0, capitals = 0;
  for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
    if (d.word(t).size() > 3) ++longer, capitals += d.capital(t);
  }
  return longer > 2 && capitals * 10 > longer * 7;
}

// "U.S.", "U.N.": what the gazetteers know and is written so is a name wherever it stands.
std::optional<EntityType> dotted(const NameDraft& d, uint32_t t) {
  const std::string_view w = d.word(t);
  if (w.size() < 4 || w.size() % 2 != 0) return std::nullopt;
  for (size_t i = 0; i < w.size(); i += 2) {
    if (!is_upper(w[i]) || w[i + 1] != '.') return std::nullopt;
  }
  const NameLexicon::Known known = d.lexicon.known(d.key(t, t + 1));
  if (known.organisation) return EntityType::organisation;
  return known.place ? std::optional(EntityType::place) : std::nullopt;
}

uint32_t group_at(const NameDraft& d, uint32_t t, uint32_t last) {
  if (d.word(t) == "The" || d.word(t) == "THE") return 0;
  for (uint32_t n = std::min(2u, last - t); n > 0; --n) {
    if (n == 2 && (d.taken[t + 1] || !d.capital(t + 1))) continue;
    if (d.lexicon.known(d.key(t, t + n)).demonym) return n;
  }
  return 0;
}

namespace {

// "the WHO", "|WHO| figures": what the gazetteers know as a body and is written in capitals and said like one, though
// it is a word like others.
bool in_capitals(const NameDraft& d, uint32_t t) {
  const std::string_view w = d.word(t);
  if (w.size() < 3 || !std::all_of(w.begin(), w.end(), is_upper)) return false;
  const bool noun = t + 1 < d.doc.tokens.size() && d.doc.tokens[t + 1].upos == Upos::NOUN;
  if (!noun && (t == 0 || ascii_lower(d.word(t - 1)) != "the")) return false;
  const std::string key = d.key(t, t + 1);
  return is_in(d.lexicon.stop_words, key) && d.lexicon.known(key).organisation;
}

// What the model left over but ends like an organisation is one.
EntityType other_type(const NameDraft& d, uint32_t begin, uint32_t end) {
  return d.lexicon.org_word(name_key(d.word(end - 1))) != nullptr || d.lexicon.known(d.key(begin, end)).organisation
             ? EntityType::organisation
             : EntityType::other;
}

bool is_other(const NameDraft& d, uint32_t begin, uint32_t end) {
  // "Fed Chairman", "Prime Minister": a post is nobody.
  if (d.lexicon.titles.match_at(d.doc, begin, end, false, nullptr) > 0 ||
      d.lexicon.titles.match_before(d.doc, end, begin, false, nullptr) > 0)
    return false;
  for (uint32_t t = begin; t < end; ++t) {
    if (is_in(d.lexicon.stop_words, name_key(d.word(t)))) return false;
  }
  return true;
}

}  // namespace

void add_groups_and_others(NameDraft& d) {
  for (const Sentence& s : d.doc.sentences) {
    if (d.doc.section_of(s).kind == SectionKind::boilerplate) continue;
    const bool headline = is_shouted(d, s);
    for (uint32_t t = s.tokens.begin; t < s.tokens.end;) {
      if (d.taken[t] || !d.capital(t)) {
        ++t;
        continue;
      }
      if (const uint32_t n = group_at(d, t, s.tokens.end); n > 0) {
        d.add(t, t + n, EntityType::group);
        t += n;
        continue;
      }
      if (!headline && in_capitals(d, t)) {
        d.add(t, t + 1, EntityType::organisation);
        ++t;
        continue;
      }
      if (const auto type = dotted(d, t)) {
        d.add(t, t + 1, *type);
        ++t;
        continue;
      }
      uint32_t end = t + 1;
      while (end < s.tokens.end && !d.taken[end] && d.capital(end) && group_at(d, end, s.tokens.end) == 0 &&
             !dotted(d, end))
        ++end;
      if (!headline && end - t > 1 && t > s.tokens.begin && is_other(d, t, end)) d.add(t, end, other_type(d, t, end));
      t = end;
    }
  }
}

}  // namespace dateline
