// A person's word: taken down with the mentions it speaks of, and laid over what is derived.
#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "engine/derivation.h"
#include "engine/lines.h"
#include "engine/neighbourhoods.h"
#include "engine/stages.h"
#include "reconcile/corrections.h"

namespace dateline {
namespace {

// Every line of an id, decoded; empty vectors where there is none.
Result<Record> line_called(Store& store, const std::string& id) {
  constexpr std::pair<char, LineKind> kKinds[] = {{'e', LineKind::event},
                                                  {'q', LineKind::quote},
                                                  {'f', LineKind::figure},
                                                  {'c', LineKind::conflict},
                                                  {'v', LineKind::voice}};
  Record record;
  for (const auto& [letter, kind] : kKinds) {
    if (!id.starts_with(letter)) continue;
    TRY(std::vector<Line> lines, store.lines_with_id(kind, id));
    for (const Line& line : lines) CHECK_OK(add_line(record, line));
  }
  return record;
}

Error no_line(const std::string& id, const char* what) {
  return {ErrorCode::not_found, std::string("no ") + what + " on record is called " + id, ""};
}

// The mentions that a line rests on.
Result<std::vector<Evidence>> anchor_of(Store& store, const std::string& id) {
  TRY(Record record, line_called(store, id));
  std::vector<Evidence> out;
  const auto take = [&](const std::vector<Evidence>& some) { out.insert(out.end(), some.begin(), some.end()); };
  for (const Event& e : record.events) take(e.evidence);
  for (const Utterance& q : record.quotes) take(q.evidence);
  for (const RecordFigure& f : record.figures) take(f.evidence);
  for (const Voice& v : record.voices) take(v.evidence);
  for (const Conflict& c : record.conflicts) {
    for (const ConflictSide& side : c.sides) take(side.evidence);
  }
  if (out.empty()) return no_line(id, "line");
  std::sort(out.begin(), out.end());
  return out;
}

// The sentence around a mention, as a label of the event that it makes.
Result<std::string> sentence_at(Store& store, const Evidence& mention) {
  TRY(ReportRow row, store.row_of(mention.report));
  TRY(Document doc, store.document(row));
  const int32_t s = doc.sentence_at(mention.span.begin);
  const Span span = s == kNone ? mention.span : doc.sentences[static_cast<size_t>(s)].span;
  std::string out;
  for (char c : doc.words(span)) {
    if (!is_space(c))
      out += c;
    else if (!out.empty() && out.back() != ' ')
      out += ' ';
  }
  return out;
}

Status fill_merge(Store& store, const CorrectionRequest& asked, Correction& c) {
  if (asked.ids.size() != 2 || asked.ids[0] == asked.ids[1])
    return Error{ErrorCode::invalid_input, "merge takes two events", ""};
  c.other = asked.ids[1];
  for (const std::string& id : asked.ids) {
    if (!id.starts_with("e-")) return no_line(id, "event");
  }
  TRY(c.other_anchor, anchor_of(store, c.other));
  return kDone;
}

Status fill_split(Store& store, const CorrectionRequest& asked, Correction& c) {
  if (asked.ids.size() < 2 || !c.target.starts_with("e-"))
    return Error{ErrorCode::invalid_input, "split takes an event and the reports that tell of another one", ""};
  const std::set<std::string> leaving(asked.ids.begin() + 1, asked.ids.end());
  for (const std::string& report : leaving) {
    const auto tells = [&](const Evidence& e) { return e.report == report; };
    if (std::none_of(c.anchor.begin(), c.anchor.end(), tells))
      return Error{ErrorCode::not_found, report + " does not tell of " + c.target, ""};
  }
  const auto stays = std::stable_partition(c.anchor.begin(), c.anchor.end(),
                                           [&](const Evidence& e) { return !leaving.contains(e.report); });
  c.other_anchor.assign(stays, c.anchor.end());
  c.anchor.erase(stays, c.anchor.end());
  if (c.anchor.empty()) return Error{ErrorCode::invalid_input, "no report would be left that tells of it", ""};
  TRY(c.value, sentence_at(store, c.other_anchor.front()));
  return kDone;
}

// An entity by the name a person gave, if it is on record: its id and the name it goes by.
Status resolve_name(Store& store, Correction& c) {
  TRY(std::vector<Line> lines, store.lines(LineKind::entity, {}));
  Record record;
  for (const Line& line : lines) CHECK_OK(add_line(record, line));
  const std::string wanted = c.value;
  uint32_t most = 0;
  for (const Entity& e : record.entities) {
    const bool called =
        e.id == wanted || e.name == wanted || std::find(e.aliases.begin(), e.aliases.end(), wanted) != e.aliases.end();
    if (!called || e.mentions < most || (e.mentions == most && !c.other.empty() && e.id > c.other)) continue;
    most = e.mentions;
    c.other = e.id;
    c.value = e.name;
  }
  return kDone;
}

Status fill_set(Store& store, const CorrectionRequest& asked, Correction& c) {
  if (asked.attribute.empty()) return Error{ErrorCode::invalid_input, "set takes a line, an attribute and a value", ""};
  c.attribute = asked.attribute;
  c.value = asked.value;
  if (c.target.starts_with("q-")) {
    if (c.attribute != "speaker") return Error{ErrorCode::invalid_input, "a quotation has a speaker to set", ""};
    return resolve_name(store, c);
  }
  if (!c.target.starts_with("e-")) return Error{ErrorCode::invalid_input, "only events and quotations can be set", ""};
  if (const std::string why = refusal(c.attribute, c.value); !why.empty())
    return Error{ErrorCode::invalid_input, why, c.attribute + "=" + c.value};
  return c.attribute == "place" ? resolve_name(store, c) : Status(kDone);
}

std::string places(const std::vector<Evidence>& anchor) {
  std::string out;
  for (const Evidence& e : anchor) {
    out += e.report + ":" + std::to_string(e.span.begin) + "-" + std::to_string(e.span.end) + "\n";
  }
  return out;
}

}  // namespace

Result<Correction> Engine::correct(const std::string& db, const CorrectionRequest& asked) const {
  if (asked.ids.empty()) return Error{ErrorCode::invalid_input, "which line? its id stands in the listings", ""};
  TRY(Store store, Store::open(db, Database::Mode::read));
  Correction c;
  c.kind = asked.kind;
  c.target = asked.ids[0];
  c.by = asked.by;
  c.made = asked.made;
  TRY(c.anchor, anchor_of(store, c.target));
  switch (c.kind) {
    case CorrectionKind::merge: CHECK_OK(fill_merge(store, asked, c)); break;
    case CorrectionKind::split: CHECK_OK(fill_split(store, asked, c)); break;
    case CorrectionKind::set: CHECK_OK(fill_set(store, asked, c)); break;
    case CorrectionKind::note:
      if (!c.target.starts_with("e-")) return no_line(c.target, "event");
      c.value = asked.value;
      if (c.value.empty()) return Error{ErrorCode::invalid_input, "a note needs words", ""};
      break;
    case CorrectionKind::reject: break;
  }
  CHECK_OK(take_down(db, c));
  return c;
}

Status Engine::take_down(const std::string& db, Correction& c) const {
  c.id = content_id("k", {name_of(c.kind), places(c.anchor), c.other, places(c.other_anchor), c.attribute, c.value});
  TRY(Store store, Store::open(db, Database::Mode::read));
  CHECK_OK(store.add(c));
  TRY(std::vector<ReportRow> rows, reports_of(store, c));
  return derive_again(*this, store, rows);
}

Result<Correction> Engine::undo(const std::string& db, const std::string& id) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(std::vector<Correction> all, store.corrections());
  const auto last = std::find_if(all.rbegin(), all.rend(),
                                 [&](const Correction& c) { return !c.undone && (id.empty() || c.id == id); });
  if (last == all.rend())
    return Error{ErrorCode::not_found,
                 id.empty() ? "there is nothing to undo" : "no correction that holds is called " + id, ""};
  TRY(bool done, store.set_undone(last->id));
  last->undone = done;
  TRY(std::vector<ReportRow> rows, reports_of(store, *last));
  CHECK_OK(derive_again(*this, store, rows));
  return *last;
}

Result<std::vector<LoggedCorrection>> Engine::corrections(const std::string& db) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  TRY(std::vector<Correction> all, store.corrections());
  std::set<std::string> in_events;
  if (!all.empty()) {
    TRY(std::vector<Line> lines, store.lines(LineKind::event, {}));
    Record record;
    for (const Line& line : lines) CHECK_OK(add_line(record, line));
    for (const Event& e : record.events) in_events.insert(e.corrections.begin(), e.corrections.end());
  }
  std::vector<LoggedCorrection> out;
  for (Correction& c : all) {
    TRY(std::vector<ReportRow> rows, reports_of(store, c));
    // What changes an event is named in it; a rejected line and a quotation's speaker leave no trace but on record.
    const bool traced = c.kind != CorrectionKind::reject && c.target.starts_with("e-");
    const bool holds = !c.undone && !rows.empty() && (!traced || in_events.contains(c.id));
    out.push_back({std::move(c), holds});
  }
  return out;
}

}  // namespace dateline
