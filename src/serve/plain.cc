#include "serve/plain.h"

#include <fmt/format.h>

#include "base/resources.h"
#include "base/strings.h"

namespace dateline {
namespace {

// Puts each value in the place of its {{name}}, once.
std::string filled(std::string_view frame, std::initializer_list<std::pair<std::string_view, std::string>> values) {
  std::string out;
  for (size_t at = 0; at < frame.size();) {
    const size_t open = frame.find("{{", at);
    const size_t close = open == frame.npos ? frame.npos : frame.find("}}", open);
    out += frame.substr(at, close == frame.npos ? frame.npos : open - at);
    if (close == frame.npos) break;
    for (const auto& [name, value] : values) {
      if (frame.substr(open + 2, close - open - 2) == name) out += value;
    }
    at = close + 2;
  }
  return out;
}

std::string event_item(const Event& e) {
  const std::string when = to_string(e.when);
  std::string out = "<li><span class=\"when\">" + escaped(when.empty() ? "no date" : when) + "</span><div>";
  if (e.evidence.empty())
    out += escaped(e.label);
  else
    out += "<a href=\"read/" + escaped(e.evidence[0].report) + ".html\">" + escaped(e.label) + "</a>";
  const size_t n = e.reports.size();
  return out + " <span class=\"meta\">" + std::to_string(n) + (n == 1 ? " report" : " reports") +
         "</span></div></li>\n";
}

}  // namespace

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

Result<std::string> start_page(Answers& answers, size_t lines) {
  TRY(std::string_view frame, Resources::embedded().get("web/index.html"));
  TRY(std::vector<Event> events, answers.record().first_events(lines));
  std::string list;
  for (const Event& e : events) list += event_item(e);
  return filled(frame, {{"chronology", list}});
}

Result<std::string> report_page(Answers& answers, const std::string& id) {
  TRY(std::string_view frame, Resources::embedded().get("web/read.html"));
  TRY(Slice found, answers.record().find(id));
  if (found.reports.empty()) return Error{ErrorCode::not_found, "no report " + id, ""};
  const ReportView& view = found.reports[0];
  const Document& head = view.head;
  std::vector<std::string> facts;
  for (const std::string& fact :
       {head.outlet, head.byline, to_string(view.facts.published.value), view.facts.published.why, head.url}) {
    if (!fact.empty()) facts.push_back(escaped(fact));
  }
  std::string text;
  for (const Section& s : head.sections) {
    const std::string kind(name_of(s.kind));
    text += fmt::format("<section class=\"{0}\"><div class=\"kind\">{0}{1}</div>{2}</section>\n", kind,
                        s.author.empty() ? "" : " by " + escaped(s.author), escaped(s.span.of(head.text)));
  }
  return filled(frame, {{"headline", escaped(head.headline.empty() ? head.path : head.headline)},
                        {"facts", join(facts, " · ")},
                        {"id", escaped(id)},
                        {"text", text}});
}

}  // namespace dateline
