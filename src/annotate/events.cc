#include "annotate/events.h"

#include <algorithm>

#include "annotate/event_draft.h"
#include "annotate/event_topics.h"
#include "base/strings.h"

namespace dateline {

namespace {

// "met to discuss", "a mission to support the police": the aim of something told is not told itself, if it is only
// words.
bool mere_aim(const EventDraft& d) {
  const std::string_view type = d.mention.type.view();
  return d.purpose && (type == "CONSULT" || type == "SUPPORT" || type == "REQUEST" || type == "AGREE" ||
                       type == "x-announcement" || type == "x-discovery");
}

// "The mayor |agreed|: “It is over.”" agrees with somebody, to nothing.
bool mere_saying(const Document& doc, const EventDraft& d) {
  if (d.mention.type != Label("AGREE") || !d.frame || d.frame->pos != FramePos::verb) return false;
  const Span verb = doc.tokens[d.mention.token].span;
  return std::any_of(doc.statements.begin(), doc.statements.end(), [&](const Statement& s) {
    if (s.kind != StatementKind::direct || !s.cue.overlaps(verb)) return false;
    return std::all_of(d.arguments.begin(), d.arguments.end(), [&](const Argument& a) {
      return a.slot == kSubj || s.content.contains(doc.tokens[a.head].span);
    });
  });
}

// "He faces a second trial in September": what is of a later day than the report, unless a verb tells it as past.
bool to_come(const Document& doc, const EventMention& event) {
  const DayRange now = days_of(doc.published.value);
  if (!now.bounded() || !event.when.known() || days_of(event.when).first <= now.last + 1) return false;
  const Xpos x = doc.tokens[event.token].xpos;
  return x != Xpos::VBD && x != Xpos::VBN;
}

bool is_noun(const Document& doc, const EventMention& event) {
  const Upos upos = doc.tokens[event.token].upos;
  return upos == Upos::NOUN || upos == Upos::PROPN;
}

// "arrests |ahead of| the country's elections": what it stands before is still to come.
bool stands_ahead(const Document& doc, const EventMention& event) {
  if (!is_noun(doc, event)) return false;
  constexpr uint32_t kFar = 6;  // words of the noun phrase
  const uint32_t begin = doc.sentences[event.sentence].tokens.begin;
  for (uint32_t t = event.token; t > begin + 1 && event.token - t < kFar; --t) {
    if (doc.words(doc.tokens[t - 1]) == "of" && doc.words(doc.tokens[t - 2]) == "ahead") return true;
    const Upos upos = doc.tokens[t - 1].upos;
    if (upos == Upos::VERB || upos == Upos::ADP || upos == Upos::PUNCT) return false;
  }
  return false;
}

// "Friday", "March": a day or month by its bare name, which comes round again.
bool by_name_alone(const Document& doc, const Timex& time) {
  const std::string_view words = doc.words(time.span);
  if (words.empty() || !is_upper(words[0])) return false;
  return std::all_of(words.begin(), words.end(), [](char c) { return is_upper(c) || (c >= 'a' && c <= 'z'); });
}

// The same day a week, the same month a year on or back.
bool moved(Edtf& when, int rounds) {
  const DayRange days = days_of(when);
  if (when.form != EdtfForm::single || !days.bounded()) return false;
  if (days.first == days.last) {
    when = day_value(days.first + 7 * rounds);
  } else if (when.first.month != 0) {
    when.first.year = static_cast<int16_t>(when.first.year + rounds);
  } else {
    return false;
  }
  return true;
}

// "the disappearance in March", "the Friday killing": nobody tells of a harm to come as of one that is known, so a day
// or month without a year is the last one of its name.
bool was_the_last(const Document& doc, const EventMention& event, Edtf& when) {
  if (!is_noun(doc, event) || !is_harm(event.type) || event.time == kNone) return false;
  return by_name_alone(doc, doc.times[static_cast<size_t>(event.time)]) && moved(when, -1);
}

// "could appear in court as soon as |Thursday|": what is yet to come is of the next day of its name.
void look_ahead(const Document& doc, const EventMention& event, Edtf& when) {
  const bool open = event.status == EventStatus::planned || event.status == EventStatus::conditional;
  const DayRange now = days_of(doc.published.value), day = days_of(when);
  if (!open || event.time == kNone || !now.bounded() || now.first != now.last || day.first != day.last) return;
  const Xpos tense = doc.tokens[event.token].xpos;
  if (tense == Xpos::VBD || tense == Xpos::VBN || day.last >= now.first || now.first - day.first > 6) return;
  if (by_name_alone(doc, doc.times[static_cast<size_t>(event.time)])) moved(when, 1);
}

// "until August 2016, |when| he resigned": in that month.
void close_when(const Document& doc, const EventMention& event, Edtf& when) {
  if (event.time == kNone || (!when.open_begin && !when.open_end)) return;
  const Span time = doc.times[static_cast<size_t>(event.time)].span;
  if (time.end >= event.span.begin) return;
  std::string_view between = doc.words(Span{time.end, event.span.begin});
  if (between.starts_with(",")) between.remove_prefix(1);
  if (between.starts_with(" when ")) when = single(when.open_begin ? when.last : when.first);
}

}  // namespace

struct EventAnnotator::Lexicon {
  std::shared_ptr<const EventLexicon> data;
};

Result<EventAnnotator> EventAnnotator::load(const Resources& resources) {
  TRY(auto data, EventLexicon::read(resources));
  EventAnnotator annotator;
  annotator.lexicon_ = std::make_shared<const Lexicon>(Lexicon{std::move(data)});
  return annotator;
}

void EventAnnotator::annotate(Document& doc) const {
  doc.events.clear();
  doc.participants.clear();
  doc.main_event = kNone;
  if (!lexicon_ || doc.tokens.empty()) return;
  const EventGrammar g(doc, *lexicon_->data);
  std::vector<EventDraft> drafts = find_triggers(g);
  for (EventDraft& d : drafts) find_participants(g, d);
  settle_deaths(g, drafts);
  settle_captures(g, drafts);
  for (EventDraft& d : drafts) find_status(g, d);
  // Before times are given out: a day is for those that stay.
  std::erase_if(drafts, [&](const EventDraft& d) { return too_weak(g, d) || mere_aim(d) || mere_saying(doc, d); });
  find_times(g, drafts);
  find_places(g, drafts);
  std::erase_if(drafts, [&](const EventDraft& d) { return merely_charged(g, d); });
  drop_general(g, drafts);
  mark_habits(g, drafts);
  add_generic(g, drafts);
  doc.main_event = rank_events(g, drafts);
  for (EventDraft& d : drafts) {
    d.mention.participants.begin = static_cast<uint32_t>(doc.participants.size());
    for (Participant& p : d.participants) {
      p.event = static_cast<uint32_t>(doc.events.size());
      doc.participants.push_back(p);
    }
    d.mention.participants.end = static_cast<uint32_t>(doc.participants.size());
    doc.events.push_back(d.mention);
  }
  carry_time(doc);
}

void EventAnnotator::date(Document& doc) const {
  for (EventMention& event : doc.events) {
    event.when = event.time == kNone ? Edtf{} : doc.times[event.time].edtf;
    close_when(doc, event, event.when);
    look_ahead(doc, event, event.when);
    if (event.status != EventStatus::happened) continue;
    if (to_come(doc, event) && !was_the_last(doc, event, event.when)) event.status = EventStatus::planned;
    const DayRange now = days_of(doc.published.value);
    const bool past = now.bounded() && event.when.known() && days_of(event.when).last < now.first;
    if (!past && stands_ahead(doc, event)) event.status = EventStatus::planned;
  }
}

}  // namespace dateline
