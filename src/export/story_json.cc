#include "export/story_json.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

std::string day_text(const Edtf& when) { return when.known() ? to_string(when) : "no date"; }

Json head_of(const Commitment& c) {
  return fields("id", c.id, "label", c.label, "by", c.by, "state", name_of(c.state), "since",
                text_or_null(to_string(c.since)), "last_heard", text_or_null(to_string(c.last_heard)));
}

}  // namespace

Json to_json(const Story& story, Sources&) {
  Json out = line_json(story);
  out.erase("days");
  for (Json& step : out["steps"]) step.erase("days");
  return out;
}

Json line_json(const Story& story) {
  Json steps = Json::array();
  for (const StoryStep& s : story.steps) {
    steps.push_back(fields("event", s.event, "after", text_or_null(s.after), "when", to_string(s.when), "label",
                           s.label, "days", days_json(s.when)));
  }
  DayRange days = days_of(story.steps.front().when);
  for (const StoryStep& s : story.steps) days.last = std::max(days.last, days_of(s.when).last);
  return fields("id", story.id, "label", story.label, "steps", std::move(steps), "reports", story.reports, "days",
                Json::array({days.first, days.last}));
}

Json to_json(const Commitment& c, Sources& sources) {
  Json steps = Json::array();
  for (const CommitmentStep& s : c.steps) {
    steps.push_back(fields("state", name_of(s.state), "event", s.event, "when", text_or_null(to_string(s.when)),
                           "label", s.label, "evidence", sources.json(s.evidence)));
  }
  Json out = head_of(c);
  out["steps"] = std::move(steps);
  out["reports"] = c.reports;
  return out;
}

Json line_json(const Commitment& c) {
  Json steps = Json::array();
  for (const CommitmentStep& s : c.steps) {
    steps.push_back(
        fields("state", name_of(s.state), "event", s.event, "when", text_or_null(to_string(s.when)), "label", s.label));
  }
  Json out = head_of(c);
  out["steps"] = std::move(steps);
  out["reports"] = c.reports;
  out["days"] = days_json(c.since);
  return out;
}

std::string to_text(const Story& story) {
  std::string out = fmt::format("{}  {}", story.id, story.label);
  for (const StoryStep& s : story.steps)
    out += fmt::format("\n    {:<24}  {}{}  {}", day_text(s.when), s.after.empty() ? "" : "→ ", s.label, s.event);
  return out;
}

std::string to_text(const Commitment& c, Sources& sources) {
  std::string out = fmt::format("{:<12} {}  {}", name_of(c.state), c.id, c.label);
  if (!c.by.empty()) out += "\n    by " + join(c.by, ", ");
  out += fmt::format("\n    {} {}; last heard of {}", name_of(c.state), day_text(c.since), day_text(c.last_heard));
  for (const CommitmentStep& s : c.steps) {
    out += fmt::format("\n    {:<24}  {:<12} {}  {}", day_text(s.when), name_of(s.state), s.label, s.event);
    if (!s.evidence.empty()) out += fmt::format(" “{}”", sources.exact(s.evidence[0]));
  }
  return out;
}

}  // namespace dateline
