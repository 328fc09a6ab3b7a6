#include "annotate/name_repair.h"

#include <algorithm>

#include "annotate/name_passes.h"

namespace dateline {

std::vector<Mention> repair_names(const Document& doc, const NameLexicon& lexicon, std::vector<Mention> names) {
  NameDraft draft(doc, lexicon, std::move(names));
  part_titles(draft);
  drop_nobodys(draft);
  part_storms(draft);
  name_fellows(draft);
  join_institutes(draft);
  trim(draft);
  part_owners(draft);
  part_employers(draft);
  for (const Mention& m : draft.names) draft.take(m.tokens.begin, m.tokens.end);
  name_the_titled(draft);
  widen_names(draft);
  find_hyphened(draft);
  explain_acronyms(draft);
  follow_votes(draft);
  widen_names(draft);
  read_tables(draft);
  add_groups_and_others(draft);
  std::sort(draft.names.begin(), draft.names.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
  return std::move(draft.names);
}

}  // namespace dateline
