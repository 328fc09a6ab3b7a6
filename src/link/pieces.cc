#include "link/pieces.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "base/disjoint_sets.h"
#include "base/sort_unique.h"

namespace dateline {
namespace {

constexpr double kFullStrength = 0.8;  // asked of the pair that joins the largest piece allowed

// How strong a pair must be to make a piece of that size: reports that only hang together by the like of the like fall
// apart, those that tell of one large event do not.
double strength_asked(size_t size, size_t largest) {
  if (size <= kNeverCut || largest <= kNeverCut) return 0;
  return kFullStrength * std::sqrt(static_cast<double>(size - kNeverCut) / static_cast<double>(largest - kNeverCut));
}

void sort_strongest_first(std::vector<RelatedPair>& pairs) {
  std::sort(pairs.begin(), pairs.end(), [](const RelatedPair& x, const RelatedPair& y) {
    return std::tuple(-x.strength, x.a, x.b) < std::tuple(-y.strength, y.a, y.b);
  });
}

// Pieces on their way, pair by pair.
class Growth {
 public:
  Growth(size_t items, size_t largest) : largest_(largest), sets_(items), size_(items, 1) {}

  uint32_t size_around(uint32_t item) { return size_[sets_.first_of(item)]; }
  // Whether the two are together then.
  bool join(const RelatedPair& pair) {
    const uint32_t a = sets_.first_of(pair.a), b = sets_.first_of(pair.b);
    if (a == b) return true;
    const size_t together = size_[a] + size_[b];
    if (together > largest_ || pair.strength < strength_asked(together, largest_)) return false;
    sets_.join(a, b);
    size_[std::min(a, b)] += size_[std::max(a, b)];
    return true;
  }
  std::vector<std::vector<uint32_t>> pieces() {
    std::vector<std::vector<uint32_t>> out;
    for (auto& [first, piece] : sets_.sets()) out.push_back(std::move(piece));
    return out;
  }

 private:
  size_t largest_;
  DisjointSets sets_;
  std::vector<uint32_t> size_;  // by a set's first
};

}  // namespace

std::vector<std::vector<uint32_t>> cut_into_pieces(uint32_t items, std::vector<RelatedPair> pairs, size_t largest) {
  sort_strongest_first(pairs);
  Growth growth(items, largest);
  for (const RelatedPair& pair : pairs) growth.join(pair);
  return growth.pieces();
}

// Grows the pieces as they were and as they are now side by side. The former need the pairs inside each of them alone:
// no other ever joined anything. A pair that joined nothing joins nothing now either, unless the set on its inner side
// is smaller at that moment than it was then, as larger ones ask for more; and while all that was joined in a piece
// still is, every set in it is as large as it was, or larger.
Recut cut_again(Surroundings part, size_t largest) {
  sort_strongest_first(part.pairs);
  Growth before(part.former.size(), largest), now(part.former.size(), largest);
  Recut out;
  for (const RelatedPair& pair : part.pairs) {
    const int32_t a = part.former[pair.a], b = part.former[pair.b];
    if (a == Surroundings::kOutside || b == Surroundings::kOutside) {
      const auto [in, beyond] = a == Surroundings::kOutside ? std::pair(pair.b, pair.a) : std::pair(pair.a, pair.b);
      if (part.former[in] == Surroundings::kChanged || now.size_around(in) < before.size_around(in))
        out.beyond.push_back(beyond);
      continue;
    }
    const bool together = now.join(pair);
    if (a == b && a != Surroundings::kChanged && before.join(pair) && !together) out.loosened.push_back(a);
  }
  sort_unique(out.beyond);
  sort_unique(out.loosened);
  out.pieces = now.pieces();
  std::erase_if(out.pieces, [&](const auto& piece) { return part.former[piece.front()] == Surroundings::kOutside; });
  return out;
}

}  // namespace dateline
