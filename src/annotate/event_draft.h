// One event mention while the passes work on it, and the passes in the order that events.cc runs them.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

#include "annotate/event_grammar.h"

namespace dateline {

struct EventDraft {
  EventMention mention;
  const Frame* frame = nullptr;  // null for the generic event of a lede that no frame covers
  uint32_t node = 0;             // the token whose place in the tree is the event's: "cases" of "kidnapping cases"
  uint32_t predicate = 0;        // the verb that gives tense: the light verb of an event noun, else node
  bool purpose = false;          // told only as the aim of something else: "met to discuss"
  bool aside = false;            // told in a clause about somebody: "asked the judge |who blocked the order|"
  std::vector<Argument> arguments;
  std::vector<Participant> participants;
};

// Those in sentences [first, last], so that a text of nothing but events is read in time. REQUIRES: by position.
inline std::span<const EventDraft> in_sentences(const std::vector<EventDraft>& drafts, uint32_t first, uint32_t last) {
  const auto begin = std::partition_point(drafts.begin(), drafts.end(),
                                          [&](const EventDraft& d) { return d.mention.sentence < first; });
  const auto end =
      std::partition_point(begin, drafts.end(), [&](const EventDraft& d) { return d.mention.sentence <= last; });
  return {begin, end};
}
inline std::span<const EventDraft> beside(const std::vector<EventDraft>& drafts, const EventDraft& draft) {
  return in_sentences(drafts, draft.mention.sentence, draft.mention.sentence);
}

// What kind of thing a noun phrase is, by its head.
bool unknown_name(const EventGrammar& g, uint32_t head);
bool is_actor(const EventGrammar& g, uint32_t head);
bool is_person(const EventGrammar& g, uint32_t head);
bool is_place(const EventGrammar& g, uint32_t head);
bool is_organisation(const EventGrammar& g, uint32_t head);
// The name mention of a phrase: at its head, or in apposition to it ("Foreign Minister Oskar Fischer"); kNone if none.
int32_t phrase_name(const EventGrammar& g, uint32_t head);

// Every event in headlines and bodies, by position; at most one per trigger word. (event_triggers.cc)
std::vector<EventDraft> find_triggers(const EventGrammar& g);
// Fills `participants`. (event_roles.cc)
void find_participants(const EventGrammar& g, EventDraft& draft);
// Makes x-death of killings that a disaster or accident did.
void settle_deaths(const EventGrammar& g, std::vector<EventDraft>& drafts);
// Makes arrests of captures by nobody, of those whom the report elsewhere has arrested.
void settle_captures(const EventGrammar& g, std::vector<EventDraft>& drafts);
bool in_time(const EventGrammar& g, uint32_t token);
// True where a weak noun has nothing of its own to be news about.
bool too_weak(const EventGrammar& g, const EventDraft& draft);
// "charged with murder", "two counts of assault": what somebody is charged with. The charge is the event.
bool merely_charged(const EventGrammar& g, const EventDraft& draft);
// Drops nouns that tell of things in general, or of what stands already ("critics of the ban"). REQUIRES: times,
// places.
void drop_general(const EventGrammar& g, std::vector<EventDraft>& drafts);
// Tells what somebody does in general from what came about. REQUIRES: times, statuses.
void mark_habits(const EventGrammar& g, std::vector<EventDraft>& drafts);
// Sets status, statement. (event_status.cc)
void find_status(const EventGrammar& g, EventDraft& draft);
// Whether it is a point in time, not a duration or a repetition. (event_times.cc)
bool datable(const Timex& t);
// Whether a day behind a noun is no part of its phrase. (event_times.cc)
bool is_loose_day(const EventGrammar& g, uint32_t day, uint32_t noun);
// Sets time and place of all. (event_times.cc, event_places.cc)
void find_times(const EventGrammar& g, std::vector<EventDraft>& drafts);
// A main event without a time of its own takes the one day that the opening names right beside it: the sentence
// before, else the one after; for a headline, the first sentences of the body. So does what the headline opens with.
// Runs when doc.events is filled.
void carry_time(Document& doc);  // (event_carried_times.cc)
void find_places(const EventGrammar& g, std::vector<EventDraft>& drafts);
// A generic event for the lede where no frame covers it. (event_main.cc)
void add_generic(const EventGrammar& g, std::vector<EventDraft>& drafts);
// Sets background and salience; returns the index of the main event or kNone.
int32_t rank_events(const EventGrammar& g, std::vector<EventDraft>& drafts);

}  // namespace dateline
