#include "export/explain_text.h"

#include <fmt/format.h>

namespace dateline {
namespace {

std::string quoted(const Document& doc, Span span) {
  std::string words(doc.words(span));
  for (char& c : words) {
    if (c == '\n') c = ' ';
  }
  return "“" + words + "”";
}

std::string or_dash(const std::string& text) { return text.empty() ? "–" : text; }

void explain_report(const Document& doc, std::string& out) {
  out += fmt::format("report {}  {}\n", doc.id, doc.headline);
  out += fmt::format("published {} ({}) {}\n", or_dash(to_string(doc.published.value)), or_dash(doc.published.basis),
                     doc.published.why);
  for (Span span : doc.published.evidence) out += "  " + quoted(doc, span) + "\n";
  for (const std::string& note : doc.notes) out += "note: " + note + "\n";
}

void explain_sections(const Document& doc, std::string& out) {
  out += "\nsections\n";
  for (const Section& s : doc.sections) {
    out += fmt::format("  {:<12}{:>6}–{:<6} {}{}\n", name_of(s.kind), s.span.begin, s.span.end, s.reason,
                       s.author.empty() ? "" : "  by " + s.author + " " + to_string(s.posted));
  }
}

void explain_entities(const Document& doc, std::string& out) {
  out += "\nentities\n";
  for (const DocEntity& e : doc.entities) {
    out += fmt::format("  {:<13}{}", name_of(e.type), e.name);
    for (const std::string& alias : e.aliases) out += " | " + alias;
    out += fmt::format("  ({} mentions{}{})\n", e.mentions.size(), e.gazetteer.empty() ? "" : ", " + e.gazetteer,
                       e.why.empty() ? "" : "; " + e.why);
    for (const Role& r : e.roles) out += "    role: " + r.text + ", from " + quoted(doc, r.evidence) + "\n";
  }
}

void explain_times(const Document& doc, const std::vector<std::string>& why, std::string& out) {
  out += "\ntimes\n";
  for (size_t i = 0; i < doc.times.size(); ++i) {
    const Timex& t = doc.times[i];
    out += fmt::format("  {} {} {} {} = {}\n", quoted(doc, t.span), name_of(t.type), t.value.view(), t.mod.view(),
                       or_dash(to_string(t.edtf)));
    if (i < why.size()) out += "    " + why[i] + "\n";
  }
}

void explain_statements(const Document& doc, std::string& out) {
  out += "\nquotes\n";
  for (const Statement& s : doc.statements) {
    out += fmt::format("  {} {}: {} {}\n", name_of(s.kind), s.act.view(), or_dash(s.speaker_name),
                       s.cue.empty() ? "" : "cue " + quoted(doc, s.cue));
    out += "    " + quoted(doc, s.content) + "\n";
  }
}

void explain_figures(const Document& doc, std::string& out) {
  out += "\nfigures\n";
  for (const Figure& f : doc.figures) {
    out += fmt::format("  {} value {} min {} max {} {} of {}{}\n", quoted(doc, f.span), f.value, f.min, f.max,
                       f.unit.view(), f.counted.empty() ? "–" : quoted(doc, f.counted),
                       f.part_of == kNone ? "" : ", part of " + quoted(doc, doc.figures[f.part_of].span));
  }
}

void explain_events(const Document& doc, std::string& out) {
  out += "\nevents\n";
  for (size_t i = 0; i < doc.events.size(); ++i) {
    const EventMention& e = doc.events[i];
    out += fmt::format("  {}{} {}{}{} {} {}\n", static_cast<int32_t>(i) == doc.main_event ? "main: " : "",
                       quoted(doc, e.span), e.type.view(), e.mode.empty() ? "" : ":", e.mode.view(), name_of(e.status),
                       or_dash(to_string(e.when)));
    for (uint32_t p = e.participants.begin; p < e.participants.end; ++p) {
      out += fmt::format("    {} {}\n", name_of(doc.participants[p].role), quoted(doc, doc.participants[p].span));
    }
  }
}

}  // namespace

std::string explain_text(const Document& doc, const std::vector<std::string>& times) {
  std::string out;
  explain_report(doc, out);
  explain_sections(doc, out);
  explain_entities(doc, out);
  explain_times(doc, times, out);
  explain_statements(doc, out);
  explain_figures(doc, out);
  explain_events(doc, out);
  out.pop_back();
  return out;
}

}  // namespace dateline
