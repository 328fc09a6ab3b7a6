#include "annotate/name_passes.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

// The first word of the shortest run before `end` whose capitals spell the acronym; end where there is none.
uint32_t spells(const NameDraft& d, const Sentence& s, uint32_t end, std::string_view acronym) {
  size_t left = acronym.size();
  for (uint32_t t = end; t > s.tokens.begin && end - t < acronym.size() + 4;) {
    --t;
    const std::string_view w = d.word(t);
    if (d.capital(t)) {
      if (left == 0 || w[0] != acronym[left - 1]) return end;
      if (--left == 0) return t;
    } else if (w != "of" && w != "the" && w != "and" && w != "for" && w != "on" && w != "in" && w != "to" && w != "-" &&
               w != "&" && w != ",") {
      return end;
    }
  }
  return end;
}

void explain(NameDraft& d, uint32_t begin, uint32_t end) {
  // "[UK Foreign], Commonwealth and Development Office (FCDO)": what stands before it is a name of its own.
  for (Mention& m : d.names) {
    if (m.tokens.begin >= begin || m.tokens.end <= begin || m.tokens.end > end) continue;
    if (!d.lexicon.known(d.key(m.tokens.begin, begin)).country) return;
    d.set_tokens(m, m.tokens.begin, begin);
    m.type = EntityType::place;
  }
  // One name may lie in it, as long as or shorter than it; its type holds unless it is a person.
  EntityType type = EntityType::organisation;
  for (const Mention& m : d.names) {
    if (m.tokens.begin < end && begin < m.tokens.end) {
      if (m.tokens.end > end) return;
      if (m.tokens.begin == begin && m.type == EntityType::place && m.tokens.end == end) type = m.type;
    }
  }
  const uint32_t acronym = end + 1;
  std::erase_if(d.names, [&](const Mention& m) {
    return (m.tokens.begin >= begin && m.tokens.end <= end) || m.tokens.begin == acronym;
  });
  if (d.lexicon.known(d.key(begin, end)).place) type = EntityType::place;
  d.add(begin, end, type);
  d.add(acronym, acronym + 1, type);
}

}  // namespace

// "Intergovernmental Authority on Development (IGAD)": as many words back as spell the acronym.
void explain_acronyms(NameDraft& d) {
  for (const Sentence& s : d.doc.sentences) {
    if (d.doc.section_of(s).kind == SectionKind::boilerplate) continue;
    for (uint32_t t = s.tokens.begin + 2; t + 2 < s.tokens.end; ++t) {
      if (d.word(t) != "(" || d.word(t + 2) != ")") continue;
      const std::string_view acronym = d.word(t + 1);
      if (acronym.size() < 2 || acronym.size() > 8 || !std::all_of(acronym.begin(), acronym.end(), is_upper)) continue;
      if (const uint32_t begin = spells(d, s, t, acronym); begin < t) explain(d, begin, t);
    }
  }
}

}  // namespace dateline
