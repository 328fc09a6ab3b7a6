#include "link/mention_nodes.h"

#include <algorithm>
#include <array>

#include "base/sort_unique.h"

namespace dateline {

bool is_open(EventStatus status) {
  return status == EventStatus::planned || status == EventStatus::called_for || status == EventStatus::conditional;
}

bool long_past_plan(const MentionNode& dated, const MentionNode& undated) {
  constexpr int32_t kLong = 30;  // days
  return dated.when.bounded() && !undated.when.bounded() && undated.published.bounded() &&
         is_open(undated.event->status) && dated.when.last + kLong < undated.published.first;
}

size_t shared(const std::vector<int32_t>& a, const std::vector<int32_t>& b) {
  size_t n = 0;
  for (int32_t x : a) n += std::binary_search(b.begin(), b.end(), x);
  return n;
}

namespace {

bool usable(const Document& doc, uint32_t j, const Marks& marks) {
  const EventMention& event = doc.events[j];
  if (doc.main_event == static_cast<int32_t>(j)) return true;
  const SectionKind kind = doc.kind_at(event.span.begin);
  if (kind != SectionKind::headline && kind != SectionKind::body) return false;
  return !event.participants.empty() || event.when.known() || marks.turn != 0;
}

// Whether a noun that tells of an event has "the" or "that" before it.
bool is_definite(const Document& doc, const EventMention& event) {
  if (event.token >= doc.tokens.size() || event.sentence >= doc.sentences.size()) return false;
  const uint32_t begin = doc.sentences[event.sentence].tokens.begin;
  for (uint32_t t = event.token; t > begin && t + 5 > event.token;) {
    const Token& token = doc.tokens[--t];
    if (token.upos == Upos::DET) {
      const std::string_view word = doc.words(token);
      return word == "the" || word == "The" || word == "that" || word == "That" || word == "this" || word == "This";
    }
    if (token.upos != Upos::ADJ && token.upos != Upos::NOUN && token.upos != Upos::NUM && token.upos != Upos::PROPN &&
        token.upos != Upos::PUNCT)
      return false;
  }
  return false;
}

uint32_t wording_of(const TermVector& sentence, std::string_view lemma) {
  if (sentence.size() < 4) return 0;
  std::array<std::pair<float, uint32_t>, 2> rarest{};
  for (const auto& [hash, weight] : sentence) {
    std::pair<float, uint32_t> term{weight, hash};
    for (auto& kept : rarest) {
      if (term > kept) std::swap(term, kept);
    }
  }
  return word_hash(lemma) ^ rarest[0].second ^ (rarest[1].second * 31);
}

bool is_harm(const MentionNode& node) {
  return node.event->type == Label("x-accident") || node.event->type == Label("x-disaster");
}

bool may_share_day(const MentionNode& a, const MentionNode& b) {
  if (long_past_plan(a, b) || long_past_plan(b, a)) return false;
  return !a.when.bounded() || !b.when.bounded() || a.when.overlaps(b.when);
}

// "A second quake", "the earlier one": another than the one that is news.
bool is_another(const MentionNode& node) { return is_further(node.marks.turn) || node.marks.turn == kOneBefore; }

// "More than 90 people had died": a count of the dead of what the report chiefly tells of, if it says of nothing else.
bool counts_its_dead(const MentionNode& node, const MentionNode& main) {
  if (node.event->type != Label("x-death") || (main.event->type != Label("x-death") && !is_harm(main))) return false;
  return !node.when.bounded() && node.entities.empty() && node.place == kNone && !is_open(node.event->status) &&
         !is_open(main.event->status) && !is_another(node);
}

// "The quake hit at 7:58", in a report on its dead: the one disaster that its main event tells the toll of.
bool killed_its_dead(const MentionNode& node, const MentionNode& main) {
  if (main.event->type != Label("x-death") || !is_harm(node) || is_another(node) || node.follower) return false;
  if (is_open(node.event->status) || is_open(main.event->status) || contradict(node.marks, main.marks)) return false;
  if (!may_share_day(node, main)) return false;
  return node.headline || node.definite || node.event->sentence == main.event->sentence;
}

// "Twelve were killed on Tuesday |when the ferry capsized|".
bool killed_beside(const MentionNode& harm, const MentionNode& dead) {
  return is_harm(harm) && harm.event->sentence == dead.event->sentence && may_share_day(harm, dead);
}

// Whether a mention tells of its report's main event once more: the same kind of act, nobody new, no other day.
// It then follows the verdict on the reports, so that "the call" of one report never joins another report's call.
bool echoes(const MentionNode& node, const MentionNode& main) {
  if (counts_its_dead(node, main) || killed_its_dead(node, main)) return true;
  if (node.event->type != main.event->type || is_open(node.event->status) != is_open(main.event->status)) return false;
  if (node.event->mode != main.event->mode) return false;
  if (!may_share_day(node, main)) return false;
  if (contradict(node.marks, main.marks) || node.marks.turn == kOneBefore) return false;
  if (is_further(node.marks.turn) != is_further(main.marks.turn) && node.marks.turn != 0) return false;
  // "The cease-fire brokered by the United States": the one that is news, whoever else is named beside it.
  if (node.definite && !node.event->mode.empty()) return true;
  if (node.headline || node.entities.empty()) return node.headline || node.definite || !node.event->mode.empty();
  return shared(node.entities, main.entities) == std::min(node.entities.size(), main.entities.size()) &&
         !main.entities.empty();
}

void mark_echoes(std::vector<MentionNode>& nodes) {
  for (size_t begin = 0, end = 0; begin < nodes.size(); begin = end) {
    while (end < nodes.size() && nodes[end].report == nodes[begin].report) ++end;
    const auto main =
        std::find_if(nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                     nodes.begin() + static_cast<std::ptrdiff_t>(end), [](const MentionNode& n) { return n.main; });
    if (main == nodes.begin() + static_cast<std::ptrdiff_t>(end)) continue;
    const MentionNode& first = *main;
    for (size_t n = begin; n < end; ++n) nodes[n].main = nodes[n].main || echoes(nodes[n], first);
    // Told beside what killed them.
    for (size_t n = begin; n < end; ++n) {
      if (nodes[n].main || nodes[n].event->type != Label("x-death") || is_open(nodes[n].event->status)) continue;
      nodes[n].main = std::any_of(nodes.begin() + static_cast<std::ptrdiff_t>(begin),
                                  nodes.begin() + static_cast<std::ptrdiff_t>(end),
                                  [&](const MentionNode& harm) { return harm.main && killed_beside(harm, nodes[n]); });
    }
  }
}

// A country and its people ("Kenya", "the Kenyan government") act as one: the first entity of the same gazetteer row.
std::vector<int32_t> parties_of(const EntityMap& entities) {
  std::vector<int32_t> out;
  std::map<std::string_view, int32_t> first;
  for (size_t e = 0; e < entities.entities.size(); ++e) {
    const auto index = static_cast<int32_t>(e);
    const std::string& row = entities.entities[e].gazetteer;
    out.push_back(row.empty() ? index : first.try_emplace(row, index).first->second);
  }
  return out;
}

}  // namespace

MentionNodes read_mentions(const std::vector<const Document*>& docs, const EntityMap& entities,
                           const Yardstick& yardstick) {
  MentionNodes out;
  const std::vector<int32_t> parties = parties_of(entities);
  for (uint32_t i = 0; i < docs.size(); ++i) {
    const Document& doc = *docs[i];
    std::vector<Marks> marks = yardstick.marks().read(doc);
    for (uint32_t j = 0; j < doc.events.size(); ++j) {
      if (!usable(doc, j, marks[j])) continue;
      const EventMention& event = doc.events[j];
      MentionNode node;
      node.report = i;
      node.mention = j;
      node.event = &event;
      node.main = doc.main_event == static_cast<int32_t>(j);
      node.headline = doc.kind_at(event.span.begin) == SectionKind::headline;
      node.definite = is_definite(doc, event);
      node.when = days_of(event.when);
      node.published = days_of(doc.published.value);
      node.marks = std::move(marks[j]);
      auto record_entity = [&](int32_t local) {
        const int32_t e = local == kNone ? kNone : entities.of[i][static_cast<size_t>(local)];
        return e == kNone ? kNone : parties[static_cast<size_t>(e)];
      };
      for (uint32_t p = event.participants.begin; p < event.participants.end; ++p) {
        if (const int32_t e = record_entity(doc.participants[p].entity); e != kNone) node.entities.push_back(e);
      }
      sort_unique(node.entities);
      node.place = record_entity(event.place);
      if (event.token < doc.tokens.size()) node.lemma = doc.lemma(doc.tokens[event.token]);
      node.follower = yardstick.is_follower(node.lemma);
      auto [it, fresh] = out.sentences.try_emplace({i, event.sentence});
      if (fresh && event.sentence < doc.sentences.size())
        it->second = sentence_terms(doc.words(doc.sentences[event.sentence].span), yardstick.background());
      node.sentence = &it->second;
      node.wording = wording_of(*node.sentence, node.lemma);
      out.nodes.push_back(std::move(node));
    }
  }
  mark_echoes(out.nodes);
  return out;
}

}  // namespace dateline
