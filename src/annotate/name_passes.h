// The passes that mend the names of a document, in the order in which repair_names() runs them; each in the file that
// it names. Private to src/annotate/name*.cc.
#pragma once

#include <optional>

#include "annotate/name_draft.h"

namespace dateline {

// Most longer words have a capital: a headline, where capitals say nothing.
bool is_shouted(const NameDraft& draft, const Sentence& sentence);  // name_leftovers.cc
// What an acronym with full stops is that the gazetteers know: "U.N.".
std::optional<EntityType> dotted(const NameDraft& draft, uint32_t token);  // name_leftovers.cc
// How many words make a people's name from `token` on: "South Korean"; 0 where none does.
uint32_t group_at(const NameDraft& draft, uint32_t token, uint32_t last);  // name_leftovers.cc

void part_titles(NameDraft& draft);            // name_titles.cc
void name_the_titled(NameDraft& draft);        // name_titles.cc
void part_storms(NameDraft& draft);            // name_namesakes.cc
void drop_nobodys(NameDraft& draft);           // name_namesakes.cc: files, parties with their states
void name_fellows(NameDraft& draft);           // name_namesakes.cc
void join_institutes(NameDraft& draft);        // name_borders.cc
void trim(NameDraft& draft);                   // name_borders.cc: articles, titles, possessives; what names are plainly
void part_owners(NameDraft& draft);            // name_borders.cc
void part_employers(NameDraft& draft);         // name_borders.cc
void widen_names(NameDraft& draft);            // name_borders.cc
void find_hyphened(NameDraft& draft);          // name_borders.cc
void explain_acronyms(NameDraft& draft);       // name_acronyms.cc
void follow_votes(NameDraft& draft);           // name_votes.cc
void read_tables(NameDraft& draft);            // name_tables.cc
void add_groups_and_others(NameDraft& draft);  // name_leftovers.cc

}  // namespace dateline
