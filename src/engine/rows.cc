#include "engine/rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/hash.h"
#include "engine/lines.h"
#include "text/utf8.h"

namespace dateline {
namespace {

uint64_t key(const std::string& id) { return id.empty() ? 0 : hash64(id); }

std::vector<uint64_t> keys(const std::vector<std::string>& ids) {
  std::vector<uint64_t> out;
  out.reserve(ids.size());
  for (const std::string& id : ids) out.push_back(key(id));
  return out;
}

void add_entity(Row& row, const std::string& id) {
  if (!id.empty()) row.entities.push_back(key(id));
}

void set_date(Row& row, const Edtf& when, DayRange days) {
  row.dated = when.known();
  if (row.dated) row.days = days;
}
void set_date(Row& row, const Edtf& when) { set_date(row, when, days_listed(when)); }

}  // namespace

Row row_of(const Entity& entity) {
  Row row;
  row.listing = Listing::entities;
  row.id = entity.id;
  row.type = name_of(entity.type);
  row.rank = entity.mentions;
  row.name = entity.name;
  row.words = fold(entity.name);
  row.entities = {key(entity.id)};
  for (const std::string& alias : entity.aliases) row.words += "\n" + fold(alias);
  row.reports = keys(entity.reports);
  return row;
}

Row row_of(const Event& event) {
  Row row;
  row.listing = Listing::timeline;
  row.id = event.id;
  set_date(row, event.when);
  row.type = event.type;
  row.status = name_of(event.status);
  row.disputed = std::any_of(event.claims.begin(), event.claims.end(),
                             [](const Claim& c) { return c.status == Agreement::disputed; });
  row.main = !event.main_in.empty() || event.reports.size() > 1;
  row.words = fold(event.label) + "\n" + fold(event.place_name);
  for (const EventParticipant& p : event.participants) {
    add_entity(row, p.entity);
    row.words += "\n" + fold(p.name);
  }
  add_entity(row, event.place_entity);
  row.event = key(event.id);
  row.reports = keys(event.reports);
  row.rank = static_cast<double>(event.reports.size());
  if (!event.evidence.empty())
    row.name = fmt::format("{} {:010}", event.evidence.front().report, event.evidence.front().span.begin);
  return row;
}

Row row_of(const Utterance& quote) {
  Row row;
  row.listing = Listing::quotes;
  row.id = quote.id;
  set_date(row, quote.said);
  row.type = quote.act;
  row.status = name_of(quote.kind);
  row.name = fold(quote.speaker_name);
  row.words = row.name + "\n" + fold(quote.on_behalf_name) + "\n" + fold(quote.content);
  row.speaker = key(quote.speaker_entity);
  add_entity(row, quote.speaker_entity);
  add_entity(row, quote.on_behalf_entity);
  row.event = key(quote.event);
  row.reports = keys(quote.reports);
  for (const Evidence& also : quote.also_unattributed_in) row.reports.push_back(key(also.report));
  return row;
}

Row row_of(const RecordFigure& figure) {
  Row row;
  row.listing = Listing::figures;
  row.id = figure.id;
  set_date(row, figure.as_of);
  row.type = figure.unit;
  row.status = name_of(figure.status);
  row.disputed = figure.status == Agreement::disputed;
  row.words = fold(figure.counted);
  add_entity(row, figure.speaker);
  row.event = key(figure.event);
  row.reports = keys(figure.reports);
  return row;
}

Row row_of(const Conflict& conflict) {
  Row row;
  row.listing = Listing::conflicts;
  row.id = conflict.id;
  row.type = name_of(conflict.kind);
  row.disputed = true;
  row.rank = conflict.weight;
  row.words = fold(conflict.about);
  row.event = key(conflict.event);
  for (const ConflictSide& side : conflict.sides) {
    for (const std::string& report : side.reports) row.reports.push_back(key(report));
  }
  return row;
}

Row row_of(const Voice& voice) {
  Row row;
  row.listing = Listing::voices;
  row.id = voice.id;
  row.type = name_of(voice.kind);
  row.rank = static_cast<double>(voice.chars) * static_cast<double>(voice.reports.size());
  row.reports = keys(voice.reports);
  return row;
}

Row row_of(const ReportView& report) {
  Row row;
  row.listing = Listing::reports;
  row.id = report.head.id;
  set_date(row, report.facts.published.value, days_of(report.facts.published.value));
  row.type = std::string_view(report.facts.published.basis);
  row.name = report.head.outlet;
  row.words = fold(report.head.headline) + "\n" + fold(report.head.outlet) + "\n" + fold(report.head.byline);
  row.event = key(report.facts.main_event);
  row.reports = {key(report.head.id)};
  return row;
}

}  // namespace dateline
