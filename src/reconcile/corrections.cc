#include "reconcile/corrections.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/append.h"
#include "base/hash.h"
#include "reconcile/event_parts.h"

namespace dateline {
namespace {

const std::vector<Evidence>& evidence_of(const Event& e) { return e.evidence; }
const std::vector<Evidence>& evidence_of(const Utterance& q) { return q.evidence; }
const std::vector<Evidence>& evidence_of(const RecordFigure& f) { return f.evidence; }
const std::vector<Evidence>& evidence_of(const Voice& v) { return v.evidence; }
std::vector<Evidence> evidence_of(const Conflict& c) {
  std::vector<Evidence> out;
  for (const ConflictSide& side : c.sides) append(out, side.evidence);
  return out;
}

bool touches(const Evidence& a, const Evidence& b) { return a.report == b.report && a.span.overlaps(b.span); }

std::optional<EventStatus> status_named(std::string_view name) {
  for (uint8_t s = 0; s <= static_cast<uint8_t>(EventStatus::claimed); ++s) {
    if (name_of(static_cast<EventStatus>(s)) == name) return static_cast<EventStatus>(s);
  }
  return std::nullopt;
}

class Corrector {
 public:
  explicit Corrector(Record& record) : record_(record) {}

  void lay(const Correction& c) {
    switch (c.kind) {
      case CorrectionKind::merge: merge(c); break;
      case CorrectionKind::split: split(c); break;
      case CorrectionKind::reject: reject(c); break;
      case CorrectionKind::set: set(c); break;
      case CorrectionKind::note: note(c); break;
    }
  }

 private:
  // The line that holds most of the mentions; of equals the first by id. -1: none holds any.
  template <typename T>
  static int64_t find(const std::vector<T>& lines, const std::vector<Evidence>& anchor) {
    int64_t best = -1;
    size_t most = 0;
    for (size_t i = 0; i < lines.size(); ++i) {
      size_t n = 0;
      for (const Evidence& mine : evidence_of(lines[i])) {
        n += std::any_of(anchor.begin(), anchor.end(), [&](const Evidence& e) { return touches(mine, e); });
      }
      if (n > most || (n > 0 && n == most && lines[i].id < lines[static_cast<size_t>(best)].id)) {
        most = n;
        best = static_cast<int64_t>(i);
      }
    }
    return best;
  }
  Event* event(const std::vector<Evidence>& anchor) {
    const int64_t at = find(record_.events, anchor);
    return at < 0 ? nullptr : &record_.events[static_cast<size_t>(at)];
  }

  void merge(const Correction& c) {
    const int64_t a = find(record_.events, c.anchor), b = find(record_.events, c.other_anchor);
    if (a < 0 || b < 0) return;
    Event& one = record_.events[static_cast<size_t>(a)];
    if (a == b) return touch(one, c, "a person said that these are one event");  // joined by itself meanwhile
    const Event other = record_.events[static_cast<size_t>(b)];
    join(one, other, record_.voices);
    touch(one, c, "a person joined it with " + other.id);
    const std::string id = one.id;
    record_.events.erase(record_.events.begin() + b);
    rename(other.id, id, {});
  }

  // The mentions of the named ones' reports leave the event and make one of their own.
  void split(const Correction& c) {
    Event* whole = event(c.anchor);
    if (whole == nullptr) return;
    std::set<std::string> leaving;
    for (const Evidence& e : c.other_anchor) leaving.insert(e.report);
    const auto leaves = [&](const std::string& report) { return leaving.contains(report); };
    const bool any = std::any_of(whole->reports.begin(), whole->reports.end(), leaves);
    const bool all = std::all_of(whole->reports.begin(), whole->reports.end(), leaves);
    if (!any || all) return;  // apart already
    Event part = *whole;
    part.id = content_id("e", {"split", c.id});
    if (!c.value.empty()) part.label = c.value;
    keep(part, leaves, record_.voices);
    keep(*whole, [&](const std::string& report) { return !leaves(report); }, record_.voices);
    touch(part, c, "a person took it out of " + whole->id);
    touch(*whole, c, "a person took " + part.id + " out of it");
    const std::string from = whole->id;
    rename(from, part.id, leaving);
    record_.events.push_back(std::move(part));
  }

  template <typename T>
  void erase(std::vector<T>& lines, const std::vector<Evidence>& anchor) {
    if (const int64_t at = find(lines, anchor); at >= 0) lines.erase(lines.begin() + at);
  }

  void reject(const Correction& c) {
    switch (c.target.empty() ? '\0' : c.target[0]) {
      case 'q': return erase(record_.quotes, c.anchor);
      case 'f': return erase(record_.figures, c.anchor);
      case 'c': return erase(record_.conflicts, c.anchor);
      case 'v': return erase(record_.voices, c.anchor);
      default: break;
    }
    const Event* found = event(c.anchor);
    if (found == nullptr) return;
    const std::string id = found->id;
    std::erase_if(record_.events, [&](const Event& e) { return e.id == id; });
    rename(id, "", {});
  }

  void set(const Correction& c) {
    if (c.target.starts_with('q')) {
      const int64_t at = find(record_.quotes, c.anchor);
      if (at < 0) return;
      record_.quotes[static_cast<size_t>(at)].speaker_name = c.value;
      record_.quotes[static_cast<size_t>(at)].speaker_entity = c.other;
      return;
    }
    Event* e = event(c.anchor);
    if (e == nullptr || !refusal(c.attribute, c.value).empty()) return;
    if (c.attribute == "when") {
      e->when = *parse_edtf(c.value);
    } else if (c.attribute == "place") {
      e->place_name = c.value;
      e->place_entity = c.other;
    } else if (c.attribute == "label") {
      e->label = c.value;
    } else if (c.attribute == "type") {
      e->type = Label(c.value);
    } else if (c.attribute == "mode") {
      e->mode = Label(c.value);
    } else {
      e->status = *status_named(c.value);
    }
    touch(*e, c, "a person set " + c.attribute + " to " + c.value);
  }

  void note(const Correction& c) {
    Event* e = event(c.anchor);
    if (e == nullptr) return;
    e->corrections.push_back(c.id);
    e->notes.push_back(c.value);
  }

  static void touch(Event& e, const Correction& c, std::string why) {
    e.corrections.push_back(c.id);
    e.why.push_back(std::move(why) + " (" + c.id + ")");
  }

  // What spoke of the event `from` speaks of `to`; with `reports`, only where it rests on those alone.
  void rename(const std::string& from, const std::string& to, const std::set<std::string>& reports) {
    const auto theirs = [&](const std::vector<std::string>& of) {
      return reports.empty() ||
             std::all_of(of.begin(), of.end(), [&](const std::string& r) { return reports.contains(r); });
    };
    for (ReportFacts& f : record_.reports) {
      if (f.main_event == from && (reports.empty() || reports.contains(f.report))) f.main_event = to;
    }
    for (Utterance& q : record_.quotes) {
      if (q.event == from && theirs(q.reports)) q.event = to;
    }
    for (RecordFigure& f : record_.figures) {
      if (f.event == from && theirs(f.reports)) f.event = to;
    }
    for (Conflict& c : record_.conflicts) {
      std::vector<std::string> all;
      for (const ConflictSide& side : c.sides) append(all, side.reports);
      if (c.event == from && theirs(all)) c.event = to;
    }
  }

  Record& record_;
};

}  // namespace

void apply_corrections(Record& record, const std::vector<Correction>& corrections) {
  Corrector corrector(record);
  for (const Correction& c : corrections) {
    if (!c.undone) corrector.lay(c);
  }
}

std::string refusal(std::string_view attribute, std::string_view value) {
  if (attribute == "when") return parse_edtf(value) ? "" : "no date in EDTF, such as 2024-03-09 or 2024-03";
  if (attribute == "status") return status_named(value) ? "" : "no such status";
  if (attribute == "type" || attribute == "mode")
    return value.size() <= Label::kMaxSize && (attribute == "mode" || !value.empty()) ? "" : "no such name";
  if (attribute == "place" || attribute == "label") return "";
  return "an event has when, place, type, mode, status and label to set";
}

}  // namespace dateline
