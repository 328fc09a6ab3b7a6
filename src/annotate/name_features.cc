#include "annotate/name_features.h"

namespace dateline {
namespace {

uint64_t mix(uint64_t a, uint64_t b) {
  uint64_t x = (a ^ (b + 0x9E3779B97F4A7C15ull + (a << 6))) * 0xBF58476D1CE4E5B9ull;
  return x ^ (x >> 31);
}

}  // namespace

bool NameFeatures::in_no_name(const std::vector<WordView>& words, const Sentence& s, uint32_t t) const {
  constexpr auto kLower = static_cast<PackedShape>(CaseShape::lower);
  return words[t].shape == kLower && !words[t].joins && words[t].in.capital_rate < kMostlyCapital &&
         words[s.tokens.begin].shape != kLower;
}

void NameFeatures::at(const std::vector<WordView>& words, const Sentence& s, uint32_t t, bool tags,
                      uint64_t* out) const {
  static const WordView kEdge = [] {
    WordView v;
    v.lower = 0x5EED, v.shape = static_cast<PackedShape>(CaseShape::edge);
    return v;
  }();
  auto view = [&](int d) -> const WordView& {
    const int64_t i = static_cast<int64_t>(t) + d;
    return i < s.tokens.begin || i >= s.tokens.end ? kEdge : words[static_cast<size_t>(i)];
  };
  const WordView &a = view(-2), &b = view(-1), &c = view(0), &d = view(1), &e = view(2);
  uint64_t id = 0;
  uint64_t* const begin = out;
  constexpr uint64_t kMarks = 64;
  auto add = [&](uint64_t value) { *out++ = mix(++id * 0x100000001B3ull, value); };
  // In a line of capitals or of title case the shape says something else: its flags tell.
  const uint64_t first = t == s.tokens.begin || (t == s.tokens.begin + 1 && bare(b.shape) == CaseShape::other);
  const uint64_t written = c.shape << 1 | first;
  add(c.lower), add(b.lower), add(d.lower), add(a.lower), add(e.lower);
  add(mix(b.lower, c.lower)), add(mix(c.lower, d.lower)), add(mix(c.lower, c.shape));
  add(written), add(b.shape), add(d.shape);
  add(mix(b.shape, c.shape)), add(mix(c.shape, d.shape)), add(mix(mix(b.shape, c.shape), d.shape));
  add(c.prefix), add(c.suffix3), add(c.suffix2), add(mix(c.suffix3, c.shape));
  add(c.in.cluster), add(mix(c.in.cluster, c.shape));
  add(c.in.group), add(b.in.group), add(d.in.group), add(mix(c.in.group, c.shape));
  add(c.in.family), add(b.in.family), add(d.in.family), add(mix(c.in.family, c.shape)), add(mix(c.known, c.in.family));
  add(c.in.kind), add(b.in.kind), add(d.in.kind), add(a.in.kind), add(e.in.kind);
  add(mix(b.in.kind, c.in.kind)), add(mix(c.in.kind, d.in.kind)), add(mix(mix(b.in.kind, c.in.kind), d.in.kind));
  add(c.known), add(b.known), add(d.known), add(mix(b.known, c.known)), add(mix(c.known, d.known));
  add(mix(mix(b.known, c.known), d.known)), add(mix(c.known, b.in.kind)), add(mix(c.known, d.in.kind));
  add(mix(c.in.capital_rate, written)), add(mix(mix(c.in.capital_rate, c.shape), c.document));
  add(mix(c.run, c.run_kind)), add(mix(c.run, c.run_known));
  add(mix(c.evidence, c.known)), add(mix(c.evidence, c.in.kind));
  if (tags && c.upos != 0) {
    add(mix(c.upos, c.xpos)), add(mix(b.upos, b.xpos)), add(mix(d.upos, d.xpos)), add(mix(mix(b.upos, c.upos), d.upos));
  }
  // Most words are of no organisation's name: those that are have features of their own.
  const auto mark = [&](uint64_t feature, uint64_t value) {
    *out++ = mix((kMarks + feature) * 0x100000001B3ull, value);
  };
  if (const uint32_t org = c.org.packed(); org != 0) {
    mark(0, org), mark(1, mix(org, c.shape)), mark(2, mix(org, c.known));
    mark(3, c.org.place | uint32_t{c.org.sure} << 3);
  }
  if (b.org.place != OrgMark::none) mark(4, b.org.packed());
  if (d.org.place != OrgMark::none) mark(5, d.org.packed());
  while (out < begin + kCount) *out++ = 0;
}

}  // namespace dateline
