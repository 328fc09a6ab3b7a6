#include "reconcile/event_parts.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "base/append.h"
#include "base/sort_unique.h"
#include "reconcile/claims.h"

namespace dateline {
namespace {

// How many independent voices a set of reports has: copies of one another are one.
uint32_t count_voices(const std::vector<std::string>& reports, const std::vector<Voice>& voices) {
  std::map<std::string_view, std::string_view> leader;
  for (const std::string& r : reports) leader[r] = r;
  const auto root = [&](std::string_view r) {
    while (leader[r] != r) r = leader[r];
    return r;
  };
  uint32_t n = static_cast<uint32_t>(reports.size());
  for (const Voice& v : voices) {
    if (v.kind != VoiceKind::copied && v.kind != VoiceKind::near_copy) continue;
    std::string_view first;
    for (const std::string& r : v.reports) {
      if (!leader.contains(r)) continue;
      if (first.empty()) {
        first = root(r);
      } else if (const std::string_view other = root(r); other != first) {
        leader[std::max(first, other)] = std::min(first, other);
        first = std::min(first, other);
        --n;
      }
    }
  }
  return n;
}

}  // namespace

void join(Event& one, const Event& other, const std::vector<Voice>& voices) {
  append(one.reports, other.reports);
  append(one.main_in, other.main_in);
  append(one.evidence, other.evidence);
  append(one.why, other.why);
  append(one.corrections, other.corrections);
  append(one.notes, other.notes);
  sort_unique(one.reports);
  sort_unique(one.main_in);
  sort_unique(one.evidence);
  if (!one.when.known()) one.when = other.when;
  if (one.place_name.empty()) {
    one.place_entity = other.place_entity;
    one.place_name = other.place_name;
  }
  for (const EventParticipant& p : other.participants) {
    const bool have = std::any_of(one.participants.begin(), one.participants.end(), [&](const EventParticipant& q) {
      return p.entity.empty() ? p.name == q.name : p.entity == q.entity;
    });
    if (!have) one.participants.push_back(p);
  }
  std::stable_sort(one.participants.begin(), one.participants.end(),
                   [](const EventParticipant& p, const EventParticipant& q) { return p.role < q.role; });
  for (const Claim& claim : other.claims) {
    const auto same = std::find_if(one.claims.begin(), one.claims.end(), [&](const Claim& c) {
      return c.attribute == claim.attribute && c.value == claim.value;
    });
    if (same == one.claims.end())
      one.claims.push_back(claim);
    else
      append(same->by, claim.by);
  }
  std::stable_sort(one.claims.begin(), one.claims.end(), [](const Claim& x, const Claim& y) {
    return std::tie(x.attribute, x.value) < std::tie(y.attribute, y.value);
  });
  judge_claims_of(one);
  one.voices =
      std::clamp(count_voices(one.reports, voices), std::max(one.voices, other.voices), one.voices + other.voices);
}

void keep(Event& event, const std::function<bool(const std::string& report)>& stays, const std::vector<Voice>& voices) {
  std::erase_if(event.reports, [&](const std::string& r) { return !stays(r); });
  std::erase_if(event.main_in, [&](const std::string& r) { return !stays(r); });
  std::erase_if(event.evidence, [&](const Evidence& e) { return !stays(e.report); });
  std::set<std::string> named_before, named;
  for (Claim& claim : event.claims) {
    if (claim.attribute == "participant") named_before.insert(claim.value);
    std::erase_if(claim.by, [&](const ClaimSide& side) { return !stays(side.report); });
    if (claim.attribute == "participant" && !claim.by.empty()) named.insert(claim.value);
  }
  std::erase_if(event.claims, [](const Claim& claim) { return claim.by.empty(); });
  std::erase_if(event.participants,
                [&](const EventParticipant& p) { return named_before.contains(p.name) && !named.contains(p.name); });
  const auto first = [&](std::string_view attribute) {
    return std::max_element(event.claims.begin(), event.claims.end(), [&](const Claim& a, const Claim& b) {
      return std::pair(a.attribute == attribute, a.by.size()) < std::pair(b.attribute == attribute, b.by.size());
    });
  };
  const auto when = first("when");
  if (when != event.claims.end() && when->attribute == "when") {
    event.when = parse_edtf(when->value).value_or(Edtf{});
  } else {
    event.when = {};
  }
  const auto where = first("where");
  if (where != event.claims.end() && where->attribute == "where" && where->value != event.place_name) {
    event.place_name = where->value;
    event.place_entity.clear();
  }
  judge_claims_of(event);
  event.voices = std::min(event.voices, count_voices(event.reports, voices));
}

}  // namespace dateline
