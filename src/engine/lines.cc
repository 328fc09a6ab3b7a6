#include "engine/lines.h"

#include "model/codec.h"

namespace dateline {
namespace {

template <typename T>
Line line_of(LineKind kind, const T& thing, DayRange when, std::string searchable = {}) {
  return {kind, thing.id, when, encode(thing), std::move(searchable)};
}

template <typename T>
Status decode_into(std::vector<T>& out, const Line& line) {
  TRY(T thing, decode<T>(line.payload));
  out.push_back(std::move(thing));
  return kDone;
}

}  // namespace

DayRange days_listed(const Edtf& when) {
  DayRange days = days_of(when);
  if (days.first == kOpenBegin && days.last != kOpenEnd) days.first = days.last;
  return days;
}

std::vector<Line> to_lines(const Record& record) {
  std::vector<Line> lines;
  for (const ReportFacts& f : record.reports) {
    lines.push_back({LineKind::report, f.report, days_of(f.published.value), encode(f), {}});
  }
  for (const Entity& e : record.entities) lines.push_back(line_of(LineKind::entity, e, {}));
  for (const Event& e : record.events) lines.push_back(line_of(LineKind::event, e, days_listed(e.when), e.label));
  for (const Utterance& u : record.quotes) {
    lines.push_back(line_of(LineKind::quote, u, days_listed(u.said), u.speaker_name + " " + u.content));
  }
  for (const RecordFigure& f : record.figures) lines.push_back(line_of(LineKind::figure, f, days_listed(f.as_of)));
  for (const Conflict& c : record.conflicts) lines.push_back(line_of(LineKind::conflict, c, {}));
  for (const Voice& v : record.voices) lines.push_back(line_of(LineKind::voice, v, {}));
  return lines;
}

Status add_line(Record& record, const Line& line) {
  switch (line.kind) {
    case LineKind::report: return decode_into(record.reports, line);
    case LineKind::entity: return decode_into(record.entities, line);
    case LineKind::event: return decode_into(record.events, line);
    case LineKind::quote: return decode_into(record.quotes, line);
    case LineKind::figure: return decode_into(record.figures, line);
    case LineKind::conflict: return decode_into(record.conflicts, line);
    case LineKind::voice: return decode_into(record.voices, line);
  }
  return kDone;
}

}  // namespace dateline
