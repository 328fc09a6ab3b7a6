#include "link/events.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/load_shared.h"
#include "link/assemble.h"
#include "link/mentions.h"

namespace dateline {

struct EventLinker::Lexicon {
  Yardstick yardstick;
};

Result<EventLinker> EventLinker::load(const Resources& resources, const Background* background) {
  return load_shared(EventLinker(), &EventLinker::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.yardstick, Yardstick::load(resources, background));
    return kDone;
  });
}

namespace {

// Events before each other by their first day, then by id; undated ones last.
bool earlier(const Event& a, const Event& b) {
  auto first = [](const Event& e) {
    const DayRange days = days_of(e.when);
    return !e.when.known() ? kOpenEnd : days.first != kOpenBegin ? days.first : days.last;
  };
  return std::pair(first(a), std::string_view(a.id)) < std::pair(first(b), std::string_view(b.id));
}

}  // namespace

const Background& EventLinker::background() const { return lexicon_->yardstick.background(); }

MainEvents EventLinker::group(const std::vector<const Document*>& docs, int jobs) const {
  return group_reports(docs, lexicon_->yardstick, jobs);
}

EventMap EventLinker::link(const std::vector<const Document*>& docs, const EntityMap& entities,
                           const MainEvents& main) const {
  MentionGroups groups = group_mentions(docs, entities, main, lexicon_->yardstick);

  std::vector<std::vector<MentionRef>> mentions(static_cast<size_t>(groups.groups));
  std::map<uint32_t, int32_t> event_of_group = groups.main_of;  // group of reports -> event
  for (uint32_t i = 0; i < docs.size(); ++i) {
    for (uint32_t j = 0; j < docs[i]->events.size(); ++j) {
      if (groups.of[i][j] != kNone) mentions[static_cast<size_t>(groups.of[i][j])].push_back({i, j});
    }
  }
  for (uint32_t i = 0; i < docs.size(); ++i) {
    if (event_of_group.try_emplace(main.of[i], static_cast<int32_t>(mentions.size())).second) mentions.emplace_back();
  }
  std::vector<std::vector<uint32_t>> main_in(mentions.size());
  for (uint32_t i = 0; i < docs.size(); ++i) main_in[static_cast<size_t>(event_of_group[main.of[i]])].push_back(i);

  std::vector<Event> events;
  for (size_t e = 0; e < mentions.size(); ++e) events.push_back(assemble(docs, entities, mentions[e], main_in[e]));
  constexpr std::string_view kJoined = " tells of it as does ", kApart = " left apart from ";
  const auto said = [&](const Judgement& j, std::string_view verdict) {
    return docs[j.a]->id + std::string(verdict) + docs[j.b]->id + ": " + j.why;
  };
  auto explain = [&](const Judgement& judgement, std::string_view verdict) {
    const uint32_t first[2] = {judgement.a, judgement.b};
    for (int k = 0; k < 2; ++k) {
      Event& event = events[static_cast<size_t>(event_of_group[main.of[first[k]]])];
      event.why.push_back(said(judgement, verdict));
      if (main.of[judgement.a] == main.of[judgement.b]) break;
    }
  };
  for (const Judgement& judgement : main.joined) explain(judgement, kJoined);
  for (const Judgement& judgement : main.refused) explain(judgement, kApart);
  for (const MentionJudgement& m : groups.judgements) {
    std::string why = said(m.judged, m.other == kNone ? kJoined : kApart);
    if (m.other != kNone) why += ", the other is " + events[static_cast<size_t>(m.other)].id;
    events[static_cast<size_t>(m.group)].why.push_back(std::move(why));
  }

  std::vector<int32_t> order(events.size()), rank(events.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
    return earlier(events[static_cast<size_t>(a)], events[static_cast<size_t>(b)]);
  });
  EventMap map;
  for (size_t k = 0; k < order.size(); ++k) {
    rank[static_cast<size_t>(order[k])] = static_cast<int32_t>(k);
    map.events.push_back(std::move(events[static_cast<size_t>(order[k])]));
  }
  for (auto& of : groups.of) {
    for (int32_t& e : of) e = e == kNone ? kNone : rank[static_cast<size_t>(e)];
  }
  map.of = std::move(groups.of);
  for (uint32_t i = 0; i < docs.size(); ++i)
    map.main_of.push_back(rank[static_cast<size_t>(event_of_group[main.of[i]])]);
  return map;
}

}  // namespace dateline
