#include "text/linear.h"

namespace dateline {

// Without branches, which would be guessed wrong half of the time.
void SparseLinear::find(LookUp& x) const {
  int rows = 0, lists = 0;
  for (int i = 0; i < x.count; ++i) {
    const Bucket<List>& bucket = buckets_[Bucket<List>::index(x.keys[i], mask_)];
    const int place = bucket.find(x.keys[i]);
    const List list = bucket.value[place == 0 ? 0 : place - 1];
    const Entry* entries = entries_ + (list >> 7);
    __builtin_prefetch(entries);
    const int there = place != 0, row = (list & 127) == kRow;
    x.rows[rows] = entries;
    rows += there & row;
    x.lists[lists] = entries;
    x.sizes[lists] = static_cast<uint8_t>(list & 127);
    lists += there & ~row;
  }
  x.row_count = rows;
  x.list_count = lists;
}

namespace {

using Weights16 [[gnu::vector_size(16)]] = int8_t;
using Sums16 [[gnu::vector_size(32)]] = int16_t;

// Keeps the sums in registers. `rows` hold kBlocks times 16 weights, not aligned.
template <int kBlocks>
[[gnu::always_inline]] inline void add_rows_of(const SparseLinear::Entry* const* rows, int n, int16_t* scores) {
  Sums16 sums[kBlocks];
  std::memcpy(sums, scores, sizeof sums);
  for (int i = 0; i < n; ++i) {
#pragma GCC unroll 8
    for (int b = 0; b < kBlocks; ++b) {
      Weights16 weights;
      std::memcpy(&weights, reinterpret_cast<const char*>(rows[i]) + 16 * b, sizeof weights);
      sums[b] += __builtin_convertvector(weights, Sums16);
    }
  }
  std::memcpy(scores, sums, sizeof sums);
}

// With the wider registers of newer processors where there are some.
#if defined(__x86_64__) && defined(__gnu_linux__) && !defined(__clang__)
[[gnu::target_clones("avx2", "default")]]
#endif
void add_rows(const SparseLinear::Entry* const* rows, int n, int blocks, int16_t* scores) {
  switch (blocks) {
    case 1: return add_rows_of<1>(rows, n, scores);
    case 2: return add_rows_of<2>(rows, n, scores);
    case 3: return add_rows_of<3>(rows, n, scores);
    case 4: return add_rows_of<4>(rows, n, scores);
    case 5: return add_rows_of<5>(rows, n, scores);
    case 6: return add_rows_of<6>(rows, n, scores);
    case 7: return add_rows_of<7>(rows, n, scores);
    default: return add_rows_of<8>(rows, n, scores);
  }
}

}  // namespace

void SparseLinear::sum(const LookUp& x, Scores& scores) const {
  for (int i = 0; i < x.list_count; ++i) {
    for (const Entry *e = x.lists[i], *end = e + x.sizes[i]; e != end; ++e)
      scores[e->cls] = static_cast<int16_t>(scores[e->cls] + e->weight);
  }
  if (x.row_count > 0) add_rows(x.rows, x.row_count, row_ / 16, scores);
}

}  // namespace dateline
