#include "ingest/robots.h"

#include "base/strings.h"

namespace dateline {
namespace {

constexpr size_t kMaxRobots = 512 << 10;  // bytes read, as RFC 9309 asks for at least

// Whether the pattern fits the beginning of the path. Linear but for backtracking to the last '*'.
bool fits(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  size_t p = 0, at = 0, star = std::string_view::npos, from = 0;
  while (true) {
    if (p == pattern.size() && (!anchored || at == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = at;
    } else if (p < pattern.size() && at < path.size() && pattern[p] == path[at]) {
      ++p, ++at;
    } else if (star != std::string_view::npos && from < path.size()) {
      p = star + 1;
      at = ++from;
    } else {
      return false;
    }
  }
}

struct Verdict {
  bool named = false;  // a group for this agent is there
  bool allow = true;
  size_t length = 0;  // of the pattern that decided
};

void weigh(Verdict& verdict, bool allow, std::string_view pattern, std::string_view path) {
  if (pattern.empty() || !fits(pattern, path)) return;
  if (pattern.size() < verdict.length || (pattern.size() == verdict.length && !allow)) return;
  verdict.allow = allow;
  verdict.length = pattern.size();
}

}  // namespace

bool robots_allow(std::string_view robots, std::string_view agent, std::string_view path) {
  if (path == "/robots.txt") return true;
  robots = robots.substr(0, kMaxRobots);
  const std::string wanted = ascii_lower(agent);
  Verdict ours, all;
  bool for_us = false, for_all = false, in_rules = true;
  for (std::string_view line : split(robots, '\n')) {
    line = trim(line.substr(0, line.find('#')));
    const size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string key = ascii_lower(trim(line.substr(0, colon)));
    const std::string_view value = trim(line.substr(colon + 1));
    if (key == "user-agent") {
      if (in_rules) for_us = for_all = in_rules = false;  // a new group begins
      const std::string name = ascii_lower(value);
      for_us |= name == wanted;
      for_all |= name == "*";
      ours.named |= name == wanted;
    } else if (key == "allow" || key == "disallow") {
      in_rules = true;
      if (for_us) weigh(ours, key == "allow", value, path);
      if (for_all) weigh(all, key == "allow", value, path);
    }
  }
  return ours.named ? ours.allow : all.allow;
}

}  // namespace dateline
