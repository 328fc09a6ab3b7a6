#include "link/retellings.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/hash.h"
#include "base/sort_unique.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kFewestShared = 5;          // weighty words that two tellings must have in common
constexpr std::ptrdiff_t kFewestCommon = 3;  // … that name nobody
constexpr double kShareOfLighter = 0.6;      // … and this part of the lighter one's weight
constexpr int32_t kMostDays = 3;             // between the reports
constexpr size_t kMostHolders = 48;          // tellings of one speaker; a word that more have finds nothing

bool is_weighty(Upos upos) {
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::VERB || upos == Upos::ADJ || upos == Upos::NUM;
}

std::vector<uint64_t> weighty_words(const Document& doc, const WordSequence& words, const Telling& telling) {
  std::vector<uint64_t> out;
  for (const IndexRange range : telling.words) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (words.is_break(i) || !is_weighty(doc.tokens[words.token[i]].upos)) continue;
      const Token& token = doc.tokens[words.token[i]];
      const uint64_t names = token.upos == Upos::PROPN || token.upos == Upos::NUM;  // kept in the lowest bit
      out.push_back((hash64(fold(doc.lemma(token))) & ~uint64_t{1}) | names);
    }
  }
  sort_unique(out);
  return out;
}

class Retellings {
 public:
  Retellings(const std::vector<const Document*>& docs, const std::vector<WordSequence>& words,
             const std::vector<Telling>& tellings, const EntityMap& entities)
      : docs_(docs), tellings_(tellings), entities_(entities) {
    for (const Telling& t : tellings) {
      bags_.push_back(weighty_words(*docs[t.report], words[t.report], t));
      for (const uint64_t word : bags_.back()) ++holders_[word];
    }
  }

  std::vector<std::pair<uint32_t, uint32_t>> find() const {
    std::unordered_map<int32_t, std::unordered_map<uint64_t, std::vector<uint32_t>>> spoken;  // by speaker and word
    std::vector<std::pair<uint32_t, uint32_t>> out;
    for (uint32_t i = 0; i < tellings_.size(); ++i) {
      const int32_t speaker = tellings_[i].speaker;
      if (speaker == kNone || bags_[i].size() < kFewestShared) continue;
      if (entities_.entities[static_cast<size_t>(speaker)].type != EntityType::person)
        continue;  // bodies rule, and often
      auto& places = spoken[tellings_[i].speaker];
      std::vector<uint32_t> met;  // once for each word in common
      for (const uint64_t word : bags_[i]) {
        std::vector<uint32_t>& with = places[word];
        if (with.size() < kMostHolders) {
          met.insert(met.end(), with.begin(), with.end());
          with.push_back(i);
        }
      }
      std::sort(met.begin(), met.end());
      for (size_t k = 1; k < met.size(); ++k) {
        const bool second =
            met[k] == met[k - 1] && (k < 2 || met[k - 2] != met[k]);  // rare words in common: two at least
        if (second && are_one(met[k], i)) out.emplace_back(met[k], i);
      }
    }
    return out;
  }

 private:
  double weight(uint64_t word) const { return std::log(static_cast<double>(tellings_.size() + 1) / holders_.at(word)); }
  double weight(const std::vector<uint64_t>& bag) const {
    double sum = 0;
    for (const uint64_t word : bag) sum += weight(word);
    return sum;
  }

  // What two reports only tell of must be the same kind of act: who considers a march does not tell of it.
  static bool same_act(const Telling& a, const Telling& b) {
    return a.act == b.act || a.kind != StatementKind::indirect || b.kind != StatementKind::indirect;
  }

  // Whether both can have been said, and their reports printed, within a few days.
  bool same_days(const Telling& a, const Telling& b) const {
    const DayRange said_a = days_of(a.said), said_b = days_of(b.said);
    if (a.said.known() && b.said.known() && (said_a.first > said_b.last || said_b.first > said_a.last)) return false;
    const DayRange one = days_of(docs_[a.report]->published.value), two = days_of(docs_[b.report]->published.value);
    if (!one.bounded() || !two.bounded()) return true;
    return one.first <= two.last + kMostDays && two.first <= one.last + kMostDays;
  }

  bool are_one(uint32_t a, uint32_t b) const {
    if (tellings_[a].report == tellings_[b].report) return false;
    std::vector<uint64_t> shared;
    std::set_intersection(bags_[a].begin(), bags_[a].end(), bags_[b].begin(), bags_[b].end(),
                          std::back_inserter(shared));
    const auto common = std::count_if(shared.begin(), shared.end(), [](uint64_t word) { return (word & 1) == 0; });
    return shared.size() >= kFewestShared && common >= kFewestCommon && same_act(tellings_[a], tellings_[b]) &&
           weight(shared) >= kShareOfLighter * std::min(weight(bags_[a]), weight(bags_[b])) &&
           same_days(tellings_[a], tellings_[b]);
  }

  const std::vector<const Document*>& docs_;
  const std::vector<Telling>& tellings_;
  const EntityMap& entities_;
  std::vector<std::vector<uint64_t>> bags_;  // of each telling
  std::unordered_map<uint64_t, uint32_t> holders_;
};

}  // namespace

std::vector<std::pair<uint32_t, uint32_t>> retold(const std::vector<const Document*>& docs,
                                                  const std::vector<WordSequence>& words,
                                                  const std::vector<Telling>& tellings, const EntityMap& entities) {
  return Retellings(docs, words, tellings, entities).find();
}

}  // namespace dateline
