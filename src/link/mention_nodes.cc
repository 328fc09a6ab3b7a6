#include "link/mention_nodes.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/sort_unique.h"
#include "link/main_acts.h"

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
  if (event.habit || (kind != SectionKind::headline && kind != SectionKind::body)) return false;
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

// Whether a phrase speaks of several: "two soldiers", "some of them".
bool is_plural(const Document& doc, Span phrase) {
  const IndexRange tokens = doc.tokens_in(phrase);
  for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
    const Token& token = doc.tokens[t];
    if (token.xpos == Xpos::NNS || token.xpos == Xpos::NNPS || token.upos == Upos::NUM) return true;
  }
  return false;
}

// Who suffered it, by the phrases that name them.
void tell_whom(const Document& doc, const EventMention& event, const std::vector<int32_t>& of, MentionNode& node) {
  bool named = false, unnamed = false, several = false;
  std::vector<int32_t> persons;
  for (uint32_t p = event.participants.begin; p < event.participants.end; ++p) {
    const Participant& who = doc.participants[p];
    if (who.role != ParticipantRole::recipient) continue;
    if (who.entity == kNone) {
      unnamed = true;
      several |= is_plural(doc, who.span);
    } else if (doc.entities[static_cast<size_t>(who.entity)].type == EntityType::person) {
      named = true;
      persons.push_back(of[static_cast<size_t>(who.entity)]);
    }
  }
  sort_unique(persons);
  if (persons.size() == 1 && !unnamed) node.victim = persons.front();
  node.to_one = named && !unnamed;
  node.to_many = several && !named;
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

void mark_several(std::vector<MentionNode>& nodes, const MainEvents& main) {
  std::set<std::pair<uint32_t, Label>> counted;
  for (const MentionNode& node : nodes) {
    if (node.marks.turn != 0 || node.follower) counted.emplace(main.of[node.report], node.event->type);
  }
  for (MentionNode& node : nodes) node.one_of_several = counted.contains({main.of[node.report], node.event->type});
}

}  // namespace

MentionNodes read_mentions(const std::vector<const Document*>& docs, const EntityMap& entities, const MainEvents& main,
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
        const Participant& participant = doc.participants[p];
        if (const int32_t e = record_entity(participant.entity); e != kNone) {
          node.entities.push_back(e);
          if (participant.role == ParticipantRole::recipient) node.done_to.push_back(e);
        }
      }
      sort_unique(node.entities);
      sort_unique(node.done_to);
      tell_whom(doc, event, entities.of[i], node);
      node.place = record_entity(event.place);
      if (event.token < doc.tokens.size()) node.lemma = doc.lemma(doc.tokens[event.token]);
      node.alike = yardstick.alike(node.lemma);
      node.follower = yardstick.is_follower(node.lemma);
      if (!yardstick.is_once(node.lemma) || is_open(event.status)) node.victim = kNone;
      auto [it, fresh] = out.sentences.try_emplace({i, event.sentence});
      if (fresh && event.sentence < doc.sentences.size())
        it->second = sentence_terms(doc.words(doc.sentences[event.sentence].span), yardstick.background());
      node.sentence = &it->second;
      node.wording = wording_of(*node.sentence, node.lemma);
      out.nodes.push_back(std::move(node));
    }
  }
  mark_several(out.nodes, main);
  mark_main_acts(out.nodes, main, yardstick);
  return out;
}

}  // namespace dateline
