#include "export/correction_json.h"

namespace dateline {
namespace {

Error bad(std::string why) { return {ErrorCode::invalid_input, std::move(why), ""}; }

std::string text_at(const Json& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<std::vector<Evidence>> anchor_from(const Json& line, const char* key, Sources& sources) {
  std::vector<Evidence> out;
  const auto found = line.find(key);
  if (found == line.end() || !found->is_array()) return bad(std::string("no ") + key);
  for (const Json& item : *found) {
    if (!item.is_object() || !item.contains("start") || !item["start"].is_number_unsigned() || !item.contains("end") ||
        !item["end"].is_number_unsigned())
      return bad(std::string(key) + " is no list of evidence");
    const std::string report = text_at(item, "report");
    const SourceText& source = sources.at(report);
    const auto start = item["start"].get<uint32_t>(), end = item["end"].get<uint32_t>();
    if (source.head.id.empty()) return Error{ErrorCode::not_found, "a report that is not on record", report};
    if (start >= end || end > source.points.size()) return bad("evidence outside the text of " + report);
    const Evidence e{report, {source.points.byte_of(start), source.points.byte_of(end)}};
    if (sources.exact(e) != text_at(item, "exact"))
      return Error{ErrorCode::not_found, "other words stand there", report};
    out.push_back(e);
  }
  return out;
}

}  // namespace

Json to_json(const Correction& c, Sources& sources) {
  return {{"id", c.id},
          {"kind", name_of(c.kind)},
          {"target", c.target},
          {"other", text_or_null(c.other)},
          {"attribute", text_or_null(c.attribute)},
          {"value", text_or_null(c.value)},
          {"by", text_or_null(c.by)},
          {"made", text_or_null(c.made)},
          {"undone", c.undone},
          {"evidence", sources.json(c.anchor)},
          {"other_evidence", sources.json(c.other_anchor)}};
}

Json to_json(const LoggedCorrection& line, Sources& sources) {
  Json out = to_json(line.correction, sources);
  out["holds"] = line.holds;
  return out;
}

std::string to_text(const LoggedCorrection& line, Sources& sources) {
  const Correction& c = line.correction;
  std::string out = c.id + "  " + (c.made.empty() ? "" : c.made + "  ") + std::string(name_of(c.kind)) + " " + c.target;
  if (c.kind == CorrectionKind::merge) out += " " + c.other;
  if (c.kind == CorrectionKind::set) out += " " + c.attribute + " = " + c.value;
  if (c.kind == CorrectionKind::note) out += ": " + c.value;
  if (!c.by.empty()) out += ", by " + c.by;
  out += c.undone ? " (undone)" : line.holds ? "" : " (its words are in no line now)";
  const std::vector<Evidence>& words = c.kind == CorrectionKind::split ? c.other_anchor : c.anchor;
  if (words.empty() || sources.at(words[0].report).head.id.empty()) return out;
  const Document& head = sources.at(words[0].report).head;
  return out + "\n    “" + std::string(sources.exact(words[0])) + "” in " +
         (head.outlet.empty() ? head.path : head.outlet) + ", “" + head.headline + "”";
}

Result<CorrectionKind> correction_kind_named(std::string_view name) {
  for (CorrectionKind kind : {CorrectionKind::merge, CorrectionKind::split, CorrectionKind::reject, CorrectionKind::set,
                              CorrectionKind::note}) {
    if (name_of(kind) == name) return kind;
  }
  return bad("no kind of correction is called '" + std::string(name) + "'");
}

Result<Correction> correction_from(const Json& line, Sources& sources) {
  if (!line.is_object()) return bad("no correction");
  Correction c;
  TRY(c.kind, correction_kind_named(text_at(line, "kind")));
  c.target = text_at(line, "target");
  c.other = text_at(line, "other");
  c.attribute = text_at(line, "attribute");
  c.value = text_at(line, "value");
  c.by = text_at(line, "by");
  c.made = text_at(line, "made");
  c.undone = line.contains("undone") && line["undone"].is_boolean() && line["undone"].get<bool>();
  if (c.target.empty()) return bad("no target");
  TRY(c.anchor, anchor_from(line, "evidence", sources));
  TRY(c.other_anchor, anchor_from(line, "other_evidence", sources));
  if (c.anchor.empty()) return bad("it speaks of no words");
  return c;
}

Result<CorrectionRequest> request_from(const Json& json) {
  if (!json.is_object()) return bad("no correction");
  CorrectionRequest out;
  TRY(out.kind, correction_kind_named(text_at(json, "kind")));
  const auto ids = json.find("ids");
  if (ids == json.end() || !ids->is_array()) return bad("no ids");
  for (const Json& id : *ids) {
    if (!id.is_string()) return bad("an id is no text");
    out.ids.push_back(id.get<std::string>());
  }
  out.attribute = text_at(json, "attribute");
  out.value = text_at(json, "value");
  out.by = text_at(json, "by");
  return out;
}

}  // namespace dateline
