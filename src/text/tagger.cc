#include "text/tagger.h"

#include <algorithm>

#include "text/tree.h"

namespace dateline {
namespace {

constexpr WordForm kOutside{};
constexpr int kLanes = 4;

const WordForm& at(const WordForm* words, int n, int i) { return i < 0 || i >= n ? kOutside : words[i]; }

}  // namespace

int capital_share(const WordForm* words, int n) {
  int letters = 0, capitals = 0;
  for (int i = 0; i < n; ++i) {
    letters += words[i].shape <= Shape::initial;
    capitals += words[i].shape > Shape::lower && words[i].shape <= Shape::initial;
  }
  if (letters < 2) return 0;
  return std::min(3, capitals * 4 / letters);
}

int tagger_features(const WordForm* words, int n, int i, const uint8_t* tags, int capitals, uint32_t* keys) {
  const WordForm &w = words[i], &p1 = at(words, n, i - 1), &p2 = at(words, n, i - 2), &n1 = at(words, n, i + 1),
                 &n2 = at(words, n, i + 2);
  const uint64_t t1 = i > 0 ? tags[i - 1] : kNoTag, t2 = i > 1 ? tags[i - 2] : kNoTag;
  const auto shape = static_cast<uint64_t>(w.shape);
  int count = 0;
  uint64_t id = 0;
  auto one = [&](uint64_t a) { keys[count++] = feature_key(mix(++id, a)); };
  auto two = [&](uint64_t a, uint64_t b) { keys[count++] = feature_key(mix(mix(++id, a), b)); };
  auto three = [&](uint64_t a, uint64_t b, uint64_t c) { keys[count++] = feature_key(mix(mix(mix(++id, a), b), c)); };
  one(0);
  one(w.lower);
  one(w.exact);
  for (int k = 0; k < 4; ++k) one(w.suffix[k]);
  for (int k = 0; k < 3; ++k) one(w.prefix[k]);
  three(shape, i == 0, capitals);
  two(shape, w.suffix[2]);
  two(shape, w.suffix[1]);
  two(i == 0, w.exact);
  one(p1.lower);
  one(p2.lower);
  one(n1.lower);
  one(n2.lower);
  one(t1);
  two(t1, t2);
  two(t1, w.lower);
  three(t1, t2, w.lower);
  two(t1, w.suffix[2]);
  two(t1, n1.lower);
  two(t1, shape);
  two(p1.lower, w.lower);
  two(w.lower, n1.lower);
  three(p1.lower, w.lower, n1.lower);
  two(n1.lower, n2.lower);
  two(p1.lower, p2.lower);
  one(p1.suffix[2]);
  one(n1.suffix[2]);
  one(n1.suffix[1]);
  two(n1.suffix[2], w.suffix[2]);
  three(shape, static_cast<uint64_t>(p1.shape), static_cast<uint64_t>(n1.shape));
  three(t1, w.suffix[2], n1.suffix[2]);
  two(t1, n1.suffix[1]);
  one(w.hyphen);
  one(w.fine);
  two(w.coarse, shape);
  one(n1.fine);
  one(p1.fine);
  two(t1, w.fine);
  two(t1, n1.coarse);
  two(w.fine, n1.fine);
  two(p1.fine, w.fine);
  two(w.coarse, w.suffix[1]);
  two(n1.fine, w.suffix[1]);
  two(n1.coarse, n2.coarse);
  three(p1.coarse, w.coarse, n1.coarse);
  return count;
}

void tag_contexts(const WordForm* words, int n, int i, const uint8_t* tags, uint32_t* keys) {
  const uint64_t word = words[i].exact, before = i > 0 ? tags[i - 1] : kNoTag, after = at(words, n, i + 1).coarse;
  keys[0] = feature_key(mix(mix(1, word), before));
  keys[1] = feature_key(mix(mix(2, word), after));
  keys[2] = feature_key(mix(mix(mix(3, word), before), after));
}

Result<Tagger> Tagger::open(std::string_view bytes) {
  Tagger tagger;
  TRY(ModelFile file, ModelFile::open(kFile, bytes));
  TRY(auto pairs, file.part<TagPair>("pairs"));
  tagger.pairs_ = pairs.first;
  tagger.count_ = static_cast<int>(pairs.second);
  TRY(tagger.model_, SparseLinear::open(file, "tag", tagger.count_));
  TRY(tagger.sure_, SureTable::open(file, "sure"));
  TRY(tagger.contexts_, SureTable::open(file, "sure.c"));
  if (tagger.count_ > kMaxTags) return Error{ErrorCode::internal, "too many tags", std::string(kFile)};
  return tagger;
}

int Tagger::find(TagPair pair) const {
  const TagPair* found = std::find(pairs_, pairs_ + count_, pair);
  return found == pairs_ + count_ ? -1 : static_cast<int>(found - pairs_);
}

int Tagger::sure_tag(const WordForm* words, int n, int i, const uint8_t* tags) const {
  int tag = words[i].exact == 0 ? -1 : sure_.find(words[i].exact);
  uint32_t keys[kTagContexts];
  if (tag < 0) tag_contexts(words, n, i, tags, keys);
  for (int k = 0; k < kTagContexts && tag < 0; ++k) tag = contexts_.find(keys[k]);
  return tag;
}

Tagger::Reading Tagger::as_verb(const WordForm* words, int n, int i, const uint8_t* tags) const {
  if (sure_.find(words[i].exact) >= 0) return {};
  SparseLinear::LookUp look_up;
  look_up.count = tagger_features(words, n, i, tags, capital_share(words, n), look_up.keys);
  SparseLinear::Scores scores = {};
  model_.add(look_up, scores);
  Reading best;
  for (int t = 0; t < count_; ++t) {
    if (pairs_[t].upos != Upos::VERB || !is_finite(pairs_[t].xpos) || pairs_[t].xpos == Xpos::MD) continue;
    const int cost = scores[tags[i]] - scores[t];
    if (best.tag == kNoTag || cost < best.cost) best = {static_cast<uint8_t>(t), cost};
  }
  return best;
}

// A sentence on its way; at word i, whose features are being looked up.
struct Tagger::Lane {
  Job job{};
  int i = 0, capitals = 0;
  bool found = false;  // the first two steps of the look-up are done
  SparseLinear::LookUp look_up;
};

// To the next word that must be weighed, in this sentence or one of the others; false where there is none.
bool Tagger::go_on(Lane& lane, std::span<const Job>& jobs) const {
  for (;;) {
    for (; lane.i < lane.job.n; ++lane.i) {
      const int sure = sure_tag(lane.job.words, lane.job.n, lane.i, lane.job.tags);
      if (sure >= 0) {
        lane.job.tags[lane.i] = static_cast<uint8_t>(sure);
        continue;
      }
      lane.look_up.count =
          tagger_features(lane.job.words, lane.job.n, lane.i, lane.job.tags, lane.capitals, lane.look_up.keys);
      model_.ask(lane.look_up);
      lane.found = false;
      return true;
    }
    if (jobs.empty()) return false;
    lane.job = jobs.front();
    jobs = jobs.subspan(1);
    lane.i = 0;
    lane.capitals = capital_share(lane.job.words, lane.job.n);
  }
}

void Tagger::tag(std::span<const Job> jobs) const {
  Lane lanes[kLanes];
  int busy = 0;
  while (busy < kLanes && go_on(lanes[busy], jobs)) ++busy;
  while (busy > 0) {
    for (int k = 0; k < busy; ++k) {
      Lane& lane = lanes[k];
      if (!lane.found) {
        model_.find(lane.look_up);
        lane.found = true;
        continue;
      }
      SparseLinear::Scores scores = {};
      model_.sum(lane.look_up, scores);
      lane.job.tags[lane.i++] = static_cast<uint8_t>(best_of(scores, count_));
      if (!go_on(lane, jobs)) lane = lanes[--busy], --k;
    }
  }
}

}  // namespace dateline
