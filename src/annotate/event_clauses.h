// What the form of a clause says about whether it has come about.
#pragma once

#include "annotate/event_grammar.h"

namespace dateline {

// "did not call him |until| his flight home": then he did.
bool waits_until(const EventGrammar& g, uint32_t node);
// "said it was closing the road and |would| begin an inquiry": where the list of verbs hangs.
uint32_t first_of_list(const EventGrammar& g, uint32_t node);
// "told the BBC that ninety |had died|": told as fact, where "told that they leave" would ask for it.
bool told_as_fact(const EventGrammar& g, uint32_t node);
// "to determine what |drove| them": told as past, whatever is to be found out, hoped or planned about it.
bool told_as_past(const EventGrammar& g, uint32_t node);
// "to attack" is still to come; what "admitted to attacking" tells of is not.
bool purpose(const EventGrammar& g, uint32_t node);

// "gathered |to protest|", "took out ads |to apologise|": who comes for it does it, unless the coming is no fact.
bool done_in_coming(const EventGrammar& g, uint32_t node, const EventMention& event);
// "a balloon |was used| to raise the wreck": it was raised.
bool was_used(const EventGrammar& g, uint32_t verb);
// "will withdraw |unless| they agree"
bool on_condition(const EventGrammar& g, uint32_t verb);
// "the |first| aide |to be arrested|": that has come about, where nothing else says that it has not.
bool one_of_a_row(const EventGrammar& g, uint32_t noun);
// "the promise made in October, |when 78 people died|": such a clause is about the time or place.
bool tells_of_then(const EventGrammar& g, uint32_t clause);

}  // namespace dateline
