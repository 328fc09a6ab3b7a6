#include "export/listing_text.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

size_t count_columns(std::string_view text) { return count_code_points(text); }

std::string cut_columns(std::string_view text, size_t columns) {
  size_t at = 0;
  for (size_t n = 0; n < columns && at < text.size(); ++n) next_code_point(text, at);
  return std::string(text.substr(0, at));
}

std::string short_line(std::string_view words, size_t most) {
  const std::string out = one_line(words);
  if (count_columns(out) <= most) return out;
  return cut_columns(out, most - 1) + "…";
}

std::string painted(const TextStyle& style, const char* code, std::string_view words) {
  return style.colour ? fmt::format("\033[{}m{}\033[0m", code, words) : std::string(words);
}

constexpr const char* kBold = "1";
constexpr const char* kDim = "2";
constexpr const char* kRed = "31";
constexpr size_t kDateWidth = 27, kLabelWidth = 96, kSourceWidth = 60;

std::string padded(std::string text, size_t width) {
  const size_t columns = count_columns(text);
  if (columns < width) text.append(width - columns, ' ');
  return text;
}

std::string date_text(const Edtf& value) { return value.known() ? to_string(value) : "no date"; }

// "Outlet, “headline”": how a reader knows a report.
std::string source_text(const std::string& report, Sources& sources) {
  const Document& head = sources.at(report).head;
  std::string out = !head.outlet.empty() ? head.outlet : head.path.substr(head.path.find_last_of('/') + 1);
  if (!head.headline.empty()) out += ", “" + short_line(head.headline, kSourceWidth) + "”";
  return out;
}

std::string evidence_text(const Evidence& e, Sources& sources, const TextStyle& style) {
  return "      “" + one_line(sources.exact(e)) + "”\n        " +
         painted(style, kDim, source_text(e.report, sources) + " [" + e.report + "]") + "\n";
}

std::string evidence_text(const std::vector<Evidence>& all, Sources& sources, const TextStyle& style) {
  std::string out;
  for (const Evidence& e : all) out += evidence_text(e, sources, style);
  return out;
}

std::string number_text(double value) {
  if (std::isnan(value)) return "";
  return value == std::floor(value) && std::abs(value) < 1e15 ? fmt::format("{:.0f}", value) : fmt::format("{}", value);
}

std::string amount_text(const RecordFigure& f) {
  std::string out = number_text(f.value);
  if (out.empty() && !std::isnan(f.min) && !std::isnan(f.max)) out = number_text(f.min) + "–" + number_text(f.max);
  if (out.empty() && !std::isnan(f.min)) out = "≥ " + number_text(f.min);
  if (out.empty() && !std::isnan(f.max)) out = "≤ " + number_text(f.max);
  if (!f.unit.empty()) out += " " + std::string(f.unit.view());
  return out;
}

std::string plural(size_t n, const char* one, const char* many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

std::string who(const Event& e) {
  std::vector<std::string> names;
  for (const EventParticipant& p : e.participants) {
    if (names.size() < 5) names.push_back(short_line(p.name, 40));
  }
  return join(names, ", ");
}

bool disputed(const Event& e) {
  for (const Claim& c : e.claims) {
    if (c.status == Agreement::disputed) return true;
  }
  return false;
}

std::string type_text(const Event& e) {
  std::string out(e.type.view());
  if (!e.mode.empty()) out += ":" + std::string(e.mode.view());
  if (e.status != EventStatus::happened) out += " (" + std::string(name_of(e.status)) + ")";
  return out;
}

// In quotation marks what was told in them, wholly or in part.
std::string quoted(const std::string& words, StatementKind kind) {
  const bool own_marks =
      (words.starts_with("“") && words.ends_with("”")) || (words.starts_with('"') && words.ends_with('"'));
  return kind == StatementKind::indirect || own_marks ? words : "“" + words + "”";
}

std::string variants_text(const std::vector<UtteranceVariant>& variants, Sources& sources, const TextStyle& style) {
  std::string out;
  for (const UtteranceVariant& v : variants) {
    std::string how(name_of(v.how));
    if (v.earliest) how += ", earliest";
    out += "      " + padded(how, 20) + quoted(one_line(v.content), v.kind) + "  " +
           painted(style, kDim, one_line(v.speaker_name) + " · " + source_text(v.report, sources)) + "\n";
  }
  return out;
}

// "version 2 of 3, as of 2024-03-09T12:00:00Z"; empty: the only one.
std::string version_text(const ReportView& r) {
  const auto own =
      std::find_if(r.versions.begin(), r.versions.end(), [&](const ReportVersion& v) { return v.id == r.head.id; });
  if (own == r.versions.end()) return {};
  std::string out = fmt::format("version {} of {}", own - r.versions.begin() + 1, r.versions.size());
  if (own->as_of.known()) out += ", as of " + to_string(own->as_of);
  return own->active ? out : out + ", no longer the newest: kept, and tells nothing";
}

}  // namespace

std::string to_text(const ReportView& r, Sources&, const TextStyle& style) {
  const Document& head = r.head;
  std::string out = padded(date_text(r.facts.published.value), kDateWidth);
  out += painted(style, kBold, head.headline.empty() ? "(no headline)" : short_line(head.headline, kLabelWidth));
  std::string below = head.outlet.empty() ? "" : head.outlet + ", ";
  below += head.path;
  if (!r.facts.published.basis.empty()) below += "; date " + r.facts.published.basis + ": " + r.facts.published.why;
  if (const std::string version = version_text(r); !version.empty()) below += "; " + version;
  return out + "\n" + std::string(kDateWidth, ' ') + painted(style, kDim, head.id + "  " + below);
}

std::string to_text(const Event& e, Sources&, const TextStyle& style) {
  std::string out =
      padded(date_text(e.when), kDateWidth) + painted(style, kBold, short_line(e.label, kLabelWidth)) + "\n";
  std::string below = e.id + "  " + type_text(e);
  if (const std::string names = who(e); !names.empty()) below += " · " + names;
  if (!e.place_name.empty()) below += " · in " + e.place_name;
  below += " · " + plural(e.reports.size(), "report", "reports") + ", " + plural(e.voices, "voice", "voices");
  out += std::string(kDateWidth, ' ') + painted(style, kDim, below);
  if (disputed(e)) out += painted(style, kRed, " · disputed");
  return out;
}

std::string to_text(const Entity& e, Sources&, const TextStyle& style) {
  std::string out = padded(std::string(name_of(e.type)), 14) + painted(style, kBold, e.name);
  if (!e.aliases.empty()) out += " (" + short_line(join(e.aliases, "; "), 160) + ")";
  out += painted(style, kDim,
                 fmt::format("  {} · {} in {}", e.id, plural(e.mentions, "mention", "mentions"),
                             plural(e.reports.size(), "report", "reports")));
  return out;
}

std::string to_text(const Utterance& q, Sources& sources, const TextStyle& style) {
  std::string speaker = q.speaker_name.empty() ? "somebody" : q.speaker_name;
  if (!q.on_behalf_name.empty()) speaker += " for " + q.on_behalf_name;
  // Told indirectly, the words say little without their cue: "refused: to sign".
  if (q.kind == StatementKind::indirect && !q.cue.empty() && q.cue != ":") speaker += " (" + one_line(q.cue) + ")";
  std::string out = padded(date_text(q.said), kDateWidth) + painted(style, kBold, speaker) + ": " +
                    quoted(one_line(q.content), q.kind) + "\n";
  std::string below = fmt::format("{}  {}", q.id, name_of(q.kind));
  for (const std::string& report : q.reports) below += " · " + source_text(report, sources);
  if (!q.also_unattributed_in.empty())
    below +=
        fmt::format(" · printed without attribution in {}", plural(q.also_unattributed_in.size(), "report", "reports"));
  return out + std::string(kDateWidth, ' ') + painted(style, kDim, below);
}

std::string to_text(const RecordFigure& f, Sources& sources, const TextStyle& style) {
  std::string out = padded(date_text(f.as_of), kDateWidth) + painted(style, kBold, padded(amount_text(f), 16)) + " " +
                    short_line(f.counted, kLabelWidth) + "\n";
  std::string below = fmt::format("{}  {}", f.id, name_of(f.status));
  for (const std::string& report : f.reports) below += " · " + source_text(report, sources);
  return out + std::string(kDateWidth, ' ') + painted(style, f.status == Agreement::disputed ? kRed : kDim, below);
}

std::string to_text(const Conflict& c, Sources& sources, const TextStyle& style) {
  std::string out = painted(style, kBold, short_line(c.about, kLabelWidth)) +
                    painted(style, kDim, fmt::format("  {} {}", c.id, name_of(c.kind))) + "\n";
  for (const ConflictSide& side : c.sides) {
    out += "    " + painted(style, kRed, side.value);
    for (const std::string& report : side.reports) out += " · " + source_text(report, sources);
    out += '\n';
  }
  return out + "    " + c.why;
}

std::string to_text(const Voice& v, Sources& sources, const TextStyle& style) {
  std::string out = padded(std::string(name_of(v.kind)), 18) + fmt::format("{} characters", v.chars);
  if (!v.origin.empty()) out += v.origin == "outside" ? ", from outside" : ", from " + source_text(v.origin, sources);
  out += painted(style, kDim, "  " + v.id) + "\n";
  for (const std::string& report : v.reports) out += "    " + source_text(report, sources) + "\n";
  if (!v.evidence.empty()) out += "    “" + short_line(sources.exact(v.evidence[0]), 160) + "”";
  return out;
}

std::string to_text(const SearchHit& hit, Sources& sources, const TextStyle& style) {
  std::string out = padded(hit.kind, 8) + hit.id;
  if (!hit.evidence.empty()) {
    const Evidence& e = hit.evidence[0];
    const Json found = sources.json(e);
    out += "  …" + one_line(found["prefix"].get<std::string>()) + " " +
           painted(style, kBold, short_line(found["exact"].get<std::string>(), 120)) + " " +
           one_line(found["suffix"].get<std::string>()) + "…  " + painted(style, kDim, source_text(e.report, sources));
  }
  return out;
}

std::string to_full_text(const ReportView& r, Sources& sources, const TextStyle& style) {
  std::string out = to_text(r, sources, style) + "\n";
  if (!r.facts.main_event.empty()) out += "  main event: " + r.facts.main_event + "\n";
  for (const ReportVersion& version : r.versions) {
    if (version.id == r.head.id) continue;
    const std::string when = version.as_of.known() ? ", as of " + to_string(version.as_of) : "";
    out += fmt::format("  {}: {}{}\n", version.active ? "newest version" : "older version", version.id, when);
  }
  out += fmt::format("  own wording: {:.0f} %\n", r.facts.own_wording * 100);
  for (Span span : r.facts.published.evidence)
    out += "  date from:\n" + evidence_text(Evidence{r.head.id, span}, sources, style);
  for (const Section& s : r.head.sections) {
    out += "\n" +
           painted(style, kDim, fmt::format("[{}{}]", name_of(s.kind), s.author.empty() ? "" : " by " + s.author)) +
           "\n";
    out += std::string(s.span.of(r.head.text)) + "\n";
  }
  return out;
}

std::string to_full_text(const Event& e, Sources& sources, const TextStyle& style) {
  std::string out = to_text(e, sources, style) + "\n";
  for (const EventParticipant& p : e.participants) {
    out += fmt::format("  {:<10} {}{}\n", name_of(p.role), one_line(p.name),
                       p.entity.empty() ? "" : " [" + p.entity + "]");
  }
  for (const Claim& c : e.claims) {
    out += fmt::format("  {} = {}: {}\n", c.attribute, one_line(c.value), name_of(c.status));
    for (const ClaimSide& side : c.by) {
      out += evidence_text(side.evidence, sources, style);
      const auto speaker = style.names.find(side.speaker);
      if (speaker != style.names.end()) out += "        said by " + one_line(speaker->second) + "\n";
    }
  }
  for (const std::string& note : e.notes) out += "  note: " + one_line(note) + "\n";
  if (!e.corrections.empty()) out += "  corrected by a person: " + join(e.corrections, ", ") + "\n";
  out += "  told in:\n" + evidence_text(e.evidence, sources, style);
  if (style.why) {
    for (const std::string& reason : e.why) out += "  why: " + reason + "\n";
  }
  out.pop_back();
  return out;
}

std::string to_full_text(const Entity& e, Sources& sources, const TextStyle& style) {
  std::string out = to_text(e, sources, style) + "\n";
  for (const RecordRole& role : e.roles) out += "  " + role.role + "\n" + evidence_text(role.evidence, sources, style);
  if (!e.gazetteer.empty()) out += "  gazetteer: " + e.gazetteer + "\n";
  if (!e.why.empty()) out += "  joined: " + e.why + "\n";
  out.pop_back();
  return out;
}

std::string to_full_text(const Utterance& q, Sources& sources, const TextStyle& style) {
  std::string out = to_text(q, sources, style) + "\n" + evidence_text(q.evidence, sources, style);
  if (q.variants.size() > 1) out += "    side by side:\n" + variants_text(q.variants, sources, style);
  if (!q.also_unattributed_in.empty())
    out += "    without attribution:\n" + evidence_text(q.also_unattributed_in, sources, style);
  out.pop_back();
  return out;
}

std::string to_full_text(const RecordFigure& f, Sources& sources, const TextStyle& style) {
  std::string out = to_text(f, sources, style) + "\n" + evidence_text(f.evidence, sources, style);
  out.pop_back();
  return out;
}

std::string to_full_text(const Conflict& c, Sources& sources, const TextStyle& style) {
  std::string out = to_text(c, sources, style) + "\n";
  for (const ConflictSide& side : c.sides)
    out += "    " + side.value + "\n" + evidence_text(side.evidence, sources, style);
  out.pop_back();
  return out;
}

std::string to_full_text(const Voice& v, Sources& sources, const TextStyle& style) {
  std::string out = to_text(v, sources, style) + "\n" + evidence_text(v.evidence, sources, style);
  out.pop_back();
  return out;
}

}  // namespace dateline
