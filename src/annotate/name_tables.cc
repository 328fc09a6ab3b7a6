#include "annotate/name_passes.h"

#include "base/strings.h"

namespace dateline {

// Rows of results and league tables: a place beside numbers, with no other words about, is its team; so are both
// sides of "Kent v Surrey".
void read_tables(NameDraft& d) {
  for (const Sentence& s : d.doc.sentences) {
    uint32_t numbers = 0, words = 0, versus = 0;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      const std::string_view w = d.word(t);
      if (is_digit(w[0]))
        ++numbers;
      else if (w == "v" || w == "vs" || w == "vs.")
        ++versus;
      else if (!d.taken[t] && is_lower(w[0]))
        ++words;
    }
    if (words > 0 || (numbers < 2 && versus == 0)) continue;
    for (Mention& m : d.names) {
      if (!s.tokens.contains(m.tokens.begin) || m.type != EntityType::place || m.tokens.end >= s.tokens.end) continue;
      const std::string_view after = d.word(m.tokens.end);
      const std::string_view before = m.tokens.begin > s.tokens.begin ? d.word(m.tokens.begin - 1) : std::string_view();
      if (is_digit(after[0]) || after.starts_with("v") || before.starts_with("v")) m.type = EntityType::organisation;
    }
  }
}

}  // namespace dateline
