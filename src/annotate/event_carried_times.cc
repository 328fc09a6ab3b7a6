// The day of the news, where the words that tell it have none: what the opening says beside it.
#include <algorithm>

#include "annotate/event_draft.h"
#include "text/place_line.h"

namespace dateline {
namespace {

constexpr uint32_t kOpening = 5;  // body sentences that set the scene

bool names_a_day(const Timex& t) {
  const std::string_view v = t.value.view();
  return datable(t) && (v.starts_with("XXXX-WXX-") || (v.size() >= 10 && v[4] == '-' && v[5] != 'W' && v[7] == '-'));
}

// The one day that a sentence names; kNone if it names none or several.
int32_t only_day(const Document& doc, uint32_t sentence) {
  const Span span = doc.sentences[sentence].span;
  int32_t found = kNone;
  for (size_t t = 0; t < doc.times.size(); ++t) {
    if (!span.contains(doc.times[t].span) || !names_a_day(doc.times[t])) continue;
    if (found != kNone && doc.times[static_cast<size_t>(found)].value != doc.times[t].value) return kNone;
    found = static_cast<int32_t>(t);
  }
  return found;
}

void carry_time_to(Document& doc, EventMention& main) {
  if (main.time != kNone || main.status != EventStatus::happened) return;
  std::vector<uint32_t> opening;  // body sentences, in order
  for (uint32_t s = 0; s < doc.sentences.size() && opening.size() < kOpening; ++s) {
    if (doc.section_of(doc.sentences[s]).kind == SectionKind::body && !is_place_line(doc, doc.sentences[s]))
      opening.push_back(s);
  }
  // A headline's call is the first call that the text tells and dates, however far below the place line.
  if (doc.section_of(doc.sentences[main.sentence]).kind == SectionKind::headline && !main.mode.empty()) {
    for (const EventMention& e : doc.events) {
      if (e.type != main.type || e.mode != main.mode || e.status != main.status || e.sentence == main.sentence)
        continue;
      main.time = e.time;
      if (main.time != kNone) return;
      break;
    }
  }
  std::vector<uint32_t> beside;
  size_t near = 2;  // so many of them stand right beside it
  const auto at = std::find(opening.begin(), opening.end(), main.sentence);
  if (doc.section_of(doc.sentences[main.sentence]).kind == SectionKind::headline) {
    beside = opening;
  } else if (at != opening.end()) {
    if (at - opening.begin() > 2) return;
    if (at != opening.begin()) beside.push_back(*std::prev(at));
    near = beside.size() + 1;
    beside.insert(beside.end(), std::next(at), opening.end());
  }
  // "Rescuers found more bodies on Sunday": a day that dates only another kind of event there is that one's.
  // Further down only the day of an act of its own kind will do.
  const auto fits = [&](int32_t day, bool far) {
    bool other = false, own = false;
    for (const EventMention& e : doc.events) {
      if (e.time != day || e.type == Label("x-announcement")) continue;  // "announced Tuesday": so it came about
      (e.type == main.type ? own : other) = true;
    }
    return own || !(far || other);
  };
  for (size_t i = 0; i < beside.size(); ++i) {
    if (const int32_t day = only_day(doc, beside[i]); day != kNone && fits(day, i >= near)) {
      main.time = day;
      return;
    }
  }
}

}  // namespace

void carry_time(Document& doc) {
  if (doc.main_event == kNone) return;
  carry_time_to(doc, doc.events[static_cast<size_t>(doc.main_event)]);
  // What a headline opens with is news too, where the report chiefly tells of an announcement of it.
  EventMention& first = doc.events.front();
  if (doc.section_of(doc.sentences[first.sentence]).kind == SectionKind::headline) carry_time_to(doc, first);
}

}  // namespace dateline
