#include "export/listing_json.h"

#include <algorithm>
#include <cmath>

namespace dateline {
namespace {

Json date_json(const Edtf& value) { return text_or_null(to_string(value)); }

Json named(const std::string& entity, const std::string& name) {
  if (entity.empty() && name.empty()) return nullptr;
  return fields("entity", text_or_null(entity), "name", text_or_null(name));
}

Json claims_json(const std::vector<Claim>& claims, Sources& sources) {
  Json out = Json::array();
  for (const Claim& claim : claims) {
    Json by = Json::array();
    for (const ClaimSide& side : claim.by) {
      by.push_back(fields("report", side.report, "speaker", text_or_null(side.speaker), "evidence",
                          sources.json(side.evidence)));
    }
    out.push_back(fields("attribute", claim.attribute, "value", claim.value, "status", name_of(claim.status), "by",
                         std::move(by)));
  }
  return out;
}

double rounded(double share) { return std::round(share * 1000) / 1000; }

// What the long and the short form of a line begin with.
Json head_of(const Event& event) {
  Json participants = Json::array();
  for (const EventParticipant& p : event.participants) {
    participants.push_back(fields("role", name_of(p.role), "entity", text_or_null(p.entity), "name", p.name));
  }
  return fields("id", event.id, "when", date_json(event.when), "type", event.type.view(), "mode",
                text_or_null(event.mode.view()), "status", name_of(event.status), "label", event.label, "participants",
                std::move(participants), "place", named(event.place_entity, event.place_name), "reports", event.reports,
                "main_in", event.main_in, "voices", event.voices);
}

Json head_of(const Utterance& quote) {
  return fields("id", quote.id, "speaker", named(quote.speaker_entity, quote.speaker_name), "on_behalf_of",
                named(quote.on_behalf_entity, quote.on_behalf_name), "kind", name_of(quote.kind), "content",
                quote.content, "cue", text_or_null(quote.cue), "act", text_or_null(quote.act.view()), "said",
                date_json(quote.said), "event", text_or_null(quote.event), "reports", quote.reports);
}

Json head_of(const RecordFigure& figure) {
  return fields("id", figure.id, "value", number_or_null(figure.value), "min", number_or_null(figure.min), "max",
                number_or_null(figure.max), "unit", text_or_null(figure.unit.view()), "counted",
                text_or_null(figure.counted), "as_of", date_json(figure.as_of), "event", text_or_null(figure.event),
                "speaker", text_or_null(figure.speaker), "status", name_of(figure.status), "reports", figure.reports);
}

Json head_of(const Voice& voice) {
  return fields("id", voice.id, "kind", name_of(voice.kind), "reports", voice.reports, "chars", voice.chars, "origin",
                text_or_null(voice.origin));
}

Json variants_json(const std::vector<UtteranceVariant>& variants, Sources& sources) {
  Json out = Json::array();
  for (const UtteranceVariant& v : variants) {
    out.push_back(fields("report", v.report, "how", name_of(v.how), "earliest", v.earliest, "kind", name_of(v.kind),
                         "speaker", text_or_null(v.speaker_name), "cue", text_or_null(v.cue), "content", v.content,
                         "evidence", sources.json(v.evidence)));
  }
  return out;
}

// Which of several captures of its page a report is; null: there is one.
Json version_json(const ReportView& report) {
  if (report.versions.empty()) return nullptr;
  Json all = Json::array();
  Json out;
  for (size_t i = 0; i < report.versions.size(); ++i) {
    const ReportVersion& version = report.versions[i];
    all.push_back(version.id);
    if (version.id != report.head.id) continue;
    out = fields("number", i + 1, "of", report.versions.size(), "as_of", date_json(version.as_of), "newest",
                 version.active);
  }
  out["all"] = std::move(all);
  return out;
}

}  // namespace

Json to_json(const ReportView& report, Sources& sources, bool with_text) {
  const SourceText& source = sources.at(report.head.id);
  const Document& head = source.head;
  Json sections = Json::array();
  for (const Section& s : head.sections) sections.push_back(section_json(s, source.points));
  Json evidence = Json::array();
  for (Span span : report.facts.published.evidence) evidence.push_back(sources.json(Evidence{head.id, span}));
  const Published& p = report.facts.published;
  Json out =
      fields("id", head.id, "path", head.path, "url", text_or_null(head.url), "outlet", text_or_null(head.outlet),
             "headline", text_or_null(head.headline), "byline", text_or_null(head.byline), "language",
             text_or_null(head.language), "published",
             fields("value", date_json(p.value), "basis", text_or_null(p.basis), "why", p.why, "evidence",
                    std::move(evidence)),
             "main_event", text_or_null(report.facts.main_event), "chars", source.points.size(), "own_wording",
             rounded(report.facts.own_wording), "version", version_json(report), "sections", std::move(sections));
  if (with_text) out["text"] = head.text;
  return out;
}

Json to_json(const Event& event, Sources& sources) {
  Json out = head_of(event);
  out["claims"] = claims_json(event.claims, sources);
  out["evidence"] = sources.json(event.evidence);
  out["why"] = event.why;
  out["corrections"] = event.corrections;
  out["notes"] = event.notes;
  return out;
}

Json to_json(const Entity& entity, Sources& sources) {
  Json roles = Json::array();
  for (const RecordRole& role : entity.roles) {
    roles.push_back(fields("role", role.role, "evidence", sources.json(role.evidence)));
  }
  return fields("id", entity.id, "type", name_of(entity.type), "name", entity.name, "aliases", entity.aliases, "roles",
                std::move(roles), "reports", entity.reports, "mentions", entity.mentions, "gazetteer",
                text_or_null(entity.gazetteer));
}

Json to_json(const Utterance& quote, Sources& sources) {
  Json out = head_of(quote);
  out["evidence"] = sources.json(quote.evidence);
  out["also_unattributed_in"] = sources.json(quote.also_unattributed_in);
  out["variants"] = variants_json(quote.variants, sources);
  return out;
}

Json to_json(const RecordFigure& figure, Sources& sources) {
  Json out = head_of(figure);
  out["evidence"] = sources.json(figure.evidence);
  return out;
}

Json to_json(const Conflict& conflict, Sources& sources) {
  Json sides = Json::array();
  for (const ConflictSide& side : conflict.sides) {
    sides.push_back(fields("value", side.value, "reports", side.reports, "evidence", sources.json(side.evidence)));
  }
  return fields("id", conflict.id, "kind", name_of(conflict.kind), "event", text_or_null(conflict.event), "about",
                conflict.about, "sides", std::move(sides), "why", conflict.why);
}

Json to_json(const Voice& voice, Sources& sources) {
  Json out = head_of(voice);
  out["evidence"] = sources.json(voice.evidence);
  return out;
}

Json to_json(const SearchHit& hit, Sources& sources) {
  return fields("kind", hit.kind, "id", hit.id, "score", rounded(hit.score), "evidence", sources.json(hit.evidence));
}

Json line_json(const ReportView& report) {
  const Published& p = report.facts.published;
  return fields("id", report.head.id, "path", report.head.path, "url", text_or_null(report.head.url), "outlet",
                text_or_null(report.head.outlet), "headline", text_or_null(report.head.headline), "byline",
                text_or_null(report.head.byline), "published",
                fields("value", date_json(p.value), "basis", text_or_null(p.basis), "why", p.why), "main_event",
                text_or_null(report.facts.main_event), "own_wording", rounded(report.facts.own_wording), "version",
                version_json(report), "days", days_json(p.value));
}

Json line_json(const Event& event) {
  Json out = head_of(event);
  out["disputed"] = std::any_of(event.claims.begin(), event.claims.end(),
                                [](const Claim& c) { return c.status == Agreement::disputed; });
  out["days"] = days_json(event.when);
  return out;
}

Json line_json(const EntityBrief& entity) {
  return fields("id", entity.id, "type", name_of(entity.type), "name", entity.name, "aliases", entity.aliases, "roles",
                entity.roles, "reports", entity.reports, "mentions", entity.mentions);
}

Json line_json(const Utterance& quote) {
  Json out = head_of(quote);
  out["unattributed"] = quote.also_unattributed_in.size();
  out["days"] = days_json(quote.said);
  return out;
}

Json line_json(const RecordFigure& figure) {
  Json out = head_of(figure);
  out["days"] = days_json(figure.as_of);
  return out;
}

Json line_json(const Conflict& conflict) {
  Json sides = Json::array();
  for (const ConflictSide& side : conflict.sides) {
    sides.push_back(fields("value", side.value, "reports", side.reports));
  }
  return fields("id", conflict.id, "kind", name_of(conflict.kind), "event", text_or_null(conflict.event), "about",
                conflict.about, "sides", std::move(sides), "why", conflict.why);
}

Json line_json(const Voice& voice) { return head_of(voice); }

namespace {

Json named_counts(const Counts::Named& counts) {
  Json out = Json::array();
  for (const auto& [name, n] : counts) out.push_back({name, n});
  return out;
}

}  // namespace

Json counts_json(const Counts& counts) {
  return fields("total", counts.total, "disputed", counts.disputed, "types", named_counts(counts.types), "statuses",
                named_counts(counts.statuses), "outlets", named_counts(counts.outlets), "days", counts.days);
}

}  // namespace dateline
