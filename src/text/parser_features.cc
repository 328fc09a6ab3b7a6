#include "text/parser_features.h"

#include <algorithm>
#include <cstdlib>

namespace dateline {

namespace {

constexpr uint64_t kNoAtom = 0x51, kNoRelations = 0x8000, kNoGap = 0x7FF;

// One node's parts; a node that is not there has marks of its own.
struct Node {
  int i;
  uint64_t w, t, c, k, wt;
};

struct View {
  const ParserState& s;
  const Atom* atoms;

  Node node(int i) const {
    if (i < 0) return {-1, kNoAtom, kNoAtom, kNoAtom, kNoAtom, kNoAtom};
    const Atom& a = atoms[i];
    return {i, a.word, a.tag, a.fine, a.coarse, a.word * 31 + a.tag};
  }
  Node on_stack(size_t depth) const { return node(s.stack.size() > depth ? s.stack[s.stack.size() - 1 - depth] : -1); }
  Node in_buffer(int depth) const { return node(s.b0 + depth <= s.n ? s.b0 + depth : -1); }
  Node child(const Node& p, const std::vector<int>& side) const { return node(p.i < 0 ? -1 : side[p.i]); }
  uint64_t label(const Node& x) const { return x.i < 0 ? 255 : s.label[x.i]; }
  // The marks before all that hangs on a node.
  uint64_t gap(const Node& x) const { return x.i < 0 ? kNoGap : atoms[s.first[x.i]].gap; }
  uint64_t mask(const Node& x) const { return x.i < 0 ? kNoRelations : s.relations[x.i]; }
  uint64_t valency(const Node& x, const std::vector<uint8_t>& count) const {
    return x.i < 0 ? 9 : std::min<uint64_t>(count[x.i], 5);
  }
};

uint64_t distance(const Node& a, const Node& b) {
  if (a.i < 0 || b.i < 0) return 0;
  const int d = b.i - a.i;
  return static_cast<uint64_t>(d < 5 ? d : d < 10 ? 5 : d < 20 ? 6 : 7);
}

// Collects hashes, each with the number of its template. What a value adds in its place is the same in all templates,
// so that it is multiplied once.
struct Sink {
  static constexpr uint64_t kPlaces[] = {0xD6E8FEB86659FD93ull, 0xA0761D6478BD642Full, 0xE7037ED1A0B428DBull,
                                         0x8EBC6AF09C88C6E3ull, 0x589965CC75374CC3ull, 0x1D8E4E27C47D124Full};
  uint64_t* out;
  int n = 0;
  template <typename... Hash>
  void operator()(Hash... hashes) {
    uint64_t h = (static_cast<uint64_t>(n) + 1) * 0x9E3779B97F4A7C15ull;
    size_t place = 0;
    ((h += hashes * kPlaces[place++]), ...);
    out[n++] = h;
  }
};

// Collects rows of up to four small numbers (of 15, 15, 15 and 14 bits) with one multiplication each.
struct RowSink {
  uint32_t* out;
  uint64_t n = 0;
  void operator()(uint64_t a, uint64_t b, uint64_t c = 0, uint64_t d = 0) {
    const uint64_t all = (d << 45 | c << 30 | b << 15 | a) << 5 | n;
    out[n++] = static_cast<uint32_t>(all * 0x9FB21C651E98DF25ull >> (64 - kGlanceBits));
  }
};

void to_keys(const Sink& hashes, uint32_t* keys, int from = 0) {
  for (int i = from; i < hashes.n; ++i) keys[i] = feature_key(hashes.out[i]);
}

// What the features of a move look at.
struct Scene {
  View v;
  Node s0, s1, s2, b0, b1, b2, b3;
  Node s0l, s0r, s0l2, s0r2, s1l, s1r, s1r2, s1l2, b0l, b0l2, s2r;
  uint64_t d01, d11, s0vl, s0vr, s1vr, s1vl, b0vl;
  uint64_t g0, g1, gs0, gs1;  // the marks before b0, b1, s0 and s1 with what hangs on them

  Scene(const ParserState& s, const Atom* atoms) : v{s, atoms} {
    s0 = v.on_stack(0), s1 = v.on_stack(1), s2 = v.on_stack(2);
    b0 = v.in_buffer(0), b1 = v.in_buffer(1), b2 = v.in_buffer(2), b3 = v.in_buffer(3);
    s0l = v.child(s0, s.left[0]), s0r = v.child(s0, s.right[0]), s0l2 = v.child(s0, s.left[1]);
    s0r2 = v.child(s0, s.right[1]), s1l = v.child(s1, s.left[0]), s1r = v.child(s1, s.right[0]);
    s1r2 = v.child(s1, s.right[1]), s1l2 = v.child(s1, s.left[1]), b0l = v.child(b0, s.left[0]);
    b0l2 = v.child(b0, s.left[1]), s2r = v.child(s2, s.right[0]);
    d01 = distance(s0, b0), d11 = distance(s1, s0);
    s0vl = v.valency(s0, s.left_count), s0vr = v.valency(s0, s.right_count), s1vr = v.valency(s1, s.right_count);
    s1vl = v.valency(s1, s.left_count), b0vl = v.valency(b0, s.left_count);
    g0 = v.gap(b0), g1 = v.gap(b1), gs0 = v.gap(s0), gs1 = v.gap(s1);
  }
};

}  // namespace

// After Zhang & Nivre (2011), with s1 in place of the head of s0 that arc-eager knows.
void tag_features(const ParserState& s, const Atom* atoms, MoveFeatures& out) {
  const auto& [v, s0, s1, s2, b0, b1, b2, b3, s0l, s0r, s0l2, s0r2, s1l, s1r, s1r2, s1l2, b0l, b0l2, s2r, d01, d11,
               s0vl, s0vr, s1vr, s1vl, b0vl, g0, g1, gs0, gs1] = Scene(s, atoms);
  uint64_t hashes[MoveFeatures::kTags];
  Sink t{hashes};
  t(s0.t), t(s1.t), t(s2.t), t(b0.t), t(b1.t), t(b2.t), t(b3.t);
  t(s0.t, b0.t), t(s1.t, s0.t), t(s1.t, b0.t), t(b0.t, b1.t), t(s2.t, s0.t);
  t(b0.t, b1.t, b2.t), t(s0.t, b0.t, b1.t), t(s1.t, s0.t, b0.t), t(s2.t, s1.t, s0.t);
  t(s1.t, s0.t, b0.t, b1.t), t(s2.t, s1.t, s0.t, b0.t), t(s0.t, b0.t, b1.t, b2.t);
  t(s0.t, s0l.t, b0.t), t(s0.t, s0r.t, b0.t), t(s0.t, b0.t, b0l.t), t(s1.t, s1r.t, s0.t), t(s1.t, s0.t, s0l.t);
  t(s1.t, s1l.t, s0.t), t(s1.t, s0.t, s0r.t), t(s1.t, s1r.t, b0.t);
  t(s0.t, d01), t(b0.t, d01), t(s0.t, b0.t, d01), t(s1.t, s0.t, d11);
  t(s0.t, s0vl), t(s0.t, s0vr), t(s1.t, s1vr), t(s1.t, s1vl), t(b0.t, b0vl);
  t(s0l.t), t(v.label(s0l)), t(s0r.t), t(v.label(s0r)), t(s1r.t), t(v.label(s1r)), t(b0l.t), t(v.label(b0l));
  t(s1l.t), t(v.label(s1l));
  t(s0.t, s0l.t, s0l2.t), t(s0.t, s0r.t, s0r2.t), t(b0.t, b0l.t, b0l2.t), t(s1.t, s1r.t, s1r2.t);
  t(s1.t, v.label(s1l), v.label(s1r), s0.t), t(s0.t, v.label(s0l), v.label(s0l2)), t(s1.t, s2r.t, s0.t);
  t(s1.t, v.label(s1l), v.label(s1l2), s0.t);
  t(s0.k, b0.k), t(s1.k, s0.k), t(s1.k, s0.k, b0.k), t(s0.k, b0.k, b1.k), t(s2.k, s1.k, s0.k);
  t(s0.c), t(s1.c), t(b0.c), t(b1.c);
  const uint64_t s0m = v.mask(s0), s1m = v.mask(s1), b0m = v.mask(b0), s2m = v.mask(s2);
  t(g0, s0.t, b0.t), t(gs0, s1.t, s0.t), t(gs0, g0, s1.t, s0.t, b0.t), t(g1, b0.t, b1.t), t(g0, g1, s0.t, b0.t, b1.t);
  t(gs0, g0, s0.t), t(gs1, gs0, s1.t, s0.t), t(g0, s0.t, d01), t(gs0, g0, g1), t(g0, s0m, s0.t, b0.t);
  t(gs0, s1m, s1.t, s0.t), t(gs0, g0, s0m, s1m);
  t(s0.t, s0m), t(s0.t, s0m, b0.t), t(s1.t, s1m, s0.t), t(s1.t, s1m, b0.t), t(b0.t, b0m, s0.t);
  t(s0.t, s0m, b0.t, b0m), t(s1.t, s1m, s0.t, s0m), t(s1.t, s1m, s0.t, b0.t, b0m), t(s2.t, s2m, s1.t, b0.t);
  out.tag_count = t.n;
  to_keys(t, out.tags);
}

void word_features(const ParserState& s, const Atom* atoms, MoveFeatures& out) {
  const auto& [v, s0, s1, s2, b0, b1, b2, b3, s0l, s0r, s0l2, s0r2, s1l, s1r, s1r2, s1l2, b0l, b0l2, s2r, d01, d11,
               s0vl, s0vr, s1vr, s1vl, b0vl, g0, g1, gs0, gs1] = Scene(s, atoms);
  uint64_t hashes[MoveFeatures::kWords];
  Sink f{hashes};
  f(s0.w), f(s1.w), f(s2.w), f(b0.w), f(b1.w), f(b2.w), f(b3.w);
  f(s0.w, b0.t), f(s0.t, b0.w), f(s0.w, b0.w), f(s1.w, s0.w), f(s1.w, s0.t), f(s1.t, s0.w), f(s1.w, b0.w);
  f(s1.w, b0.t), f(s1.t, b0.w), f(b0.w, b1.t), f(b0.t, b1.w), f(s2.w, s0.t);
  f(s0.w, b0.t, b1.t), f(s0.t, b0.w, b1.t), f(s0.t, b0.t, b1.w);
  f(s1.w, s0.t, b0.t), f(s1.t, s0.w, b0.t), f(s1.t, s0.t, b0.w), f(s1.w, s0.t, b0.w);
  f(s0.t, s0l.w, b0.t), f(s1.t, s0.t, s0l.w), f(s1.t, s0l.w, s0.t);
  f(s0.w, d01), f(b0.w, d01), f(s1.w, d11);
  f(s0.w, s0vl), f(s0.w, s0vr), f(s1.w, s1vr), f(b0.w, b0vl);
  f(s0l.w), f(s0r.w), f(s1r.w), f(b0l.w);
  f(s0.w, v.label(s0l), v.label(s0r), b0.t), f(s1.w, v.label(s1r), v.label(s1r2), s0.t);
  // Groups of words, for the words that the treebanks lack; with prepositions, whose place they tell.
  f(s0.c, b0.c), f(s1.c, s0.c), f(s0.c, b0.t), f(s0.t, b0.c), f(s1.c, s0.t), f(s1.t, s0.c);
  // Where a phrase with a preposition or a conjunction goes: b0 has it as its outermost child.
  f(s0.w, b0l.w), f(s1.w, b0l.w, s0.t), f(s0.c, b0l.w, b0.t), f(s1.c, b0l.w, s0.t), f(s1.t, s0.t, b0l.w, b0.t);
  f(s0.c, b0l.w, b0.c), f(s1.c, b0l.w, b0.c), f(s0.t, b0l.w, b0l2.w, b0.t), f(s1.t, s0.t, b0.t, b0l.t, b0l2.t);
  f(s0.t, s0l.w, b0l.w, b0.t);
  f(g0, s0.w, b0.t), f(g0, s0.t, b0.w), f(gs0, s1.w, s0.t), f(gs0, s1.t, s0.w), f(g0, g1, b0.w);
  f(g0, b0l.w, s0.t, b0.t), f(gs0, s0l.w, s1.t, s0.t), f(gs0, g0, s1.c, s0.c);
  f(s0.w, v.mask(s0)), f(s1.w, v.mask(s1)), f(s0.w, v.mask(s0), b0.t);
  f(s2.w, b0l.w, s1.t), f(s1.w, s0l.w), f(s1.w, s0l.w, b0l.w), f(s1.t, s0l.w, s0.w), f(s2.t, s1.t, b0l.w, b0.t);
  f(s0r.w, b0l.w, s0.t), f(s0l.w, b0.w, s0.t), f(s0.k, s0r.w, b0.w);
  f(s1.c, s0l.w, s0.c), f(s1.w, b0.w, s0.t), f(s0.k, b0.w, b1.k, s1.k), f(s1.c, b0.c, s0.t);
  out.word_count = f.n;
  to_keys(f, out.words);
}

namespace {

// The preposition or conjunction at the edge of the phrase that comes next, or else its first word.
Node edge_of(const View& v, const Node& phrase) {
  const Node edge = v.child(phrase, v.s.left[0]);
  return edge.i < 0 ? phrase : edge;
}

}  // namespace

void pair_keys(const ParserState& s, const Atom* atoms, uint32_t* keys) {
  const View v{s, atoms};
  const Node s0 = v.on_stack(0), s1 = v.on_stack(1), s2 = v.on_stack(2), b0 = v.in_buffer(0), b1 = v.in_buffer(1);
  const Node edge = edge_of(v, b0), s0l = v.child(s0, s.left[0]);
  using enum WordPairs::Kind;
  int n = 0;
  const auto pair = [&](WordPairs::Kind kind, const Node& head, const Node& dependent) {
    keys[n++] = WordPairs::key(kind, head.w, dependent.w);
  };
  pair(behind, b0, s0), pair(before, s1, s0), pair(before, s0, b0), pair(before, s1, b0), pair(behind, b1, b0);
  pair(of_preposition, s0, edge), pair(of_preposition, s1, edge);
  pair(of_preposition, s1, s0l), pair(of_preposition, s2, s0l);
}

void pair_features(const ParserState& s, const Atom* atoms, const WordPairs& pairs, const uint32_t* keys,
                   MoveFeatures& out) {
  const View v{s, atoms};
  const Node s0 = v.on_stack(0), s1 = v.on_stack(1), s2 = v.on_stack(2), b0 = v.in_buffer(0), b1 = v.in_buffer(1);
  const Node edge = edge_of(v, b0);
  uint64_t levels[kPairs];
  for (int i = 0; i < kPairs; ++i) levels[i] = pairs.level(keys[i]);
  const auto [left, right, next, over, later, at0, at1, was1, was2] = levels;
  uint64_t hashes[MoveFeatures::kTags];
  Sink f{hashes, out.tag_count};
  f(left, s0.t, b0.t), f(right, s1.t, s0.t), f(next, s0.t, b0.t), f(left, next, s0.t, b0.t);
  f(left, right, s1.t, s0.t, b0.t), f(right, next, s1.t, s0.t, b0.t), f(next, over, s1.t, s0.t, b0.t);
  f(at0, at1, s1.t, s0.t, b0.t), f(at0, s0.t, b0.t, edge.t), f(at1, s1.t, b0.t, edge.t), f(later, next, b0.t, b1.t);
  f(was1, right, s1.t, s0.t), f(at0, next, s0.t, b0.t, edge.t), f(at1, over, at0, next, edge.t);
  f(was1, was2, s1.t, s2.t, s0.t), f(left, next, right, over), f(left, later, b0.t, s0.t);
  to_keys(f, out.tags, out.tag_count);
  out.tag_count = f.n;
}

void glance_features(const ParserState& s, const Atom* atoms, uint32_t* rows) {
  const View v{s, atoms};
  const Node s0 = v.on_stack(0), s1 = v.on_stack(1), s2 = v.on_stack(2);
  const Node b0 = v.in_buffer(0), b1 = v.in_buffer(1), b2 = v.in_buffer(2);
  const uint64_t s0l = v.label(v.child(s0, s.left[0])), s0r = v.label(v.child(s0, s.right[0]));
  const uint64_t s1l = v.label(v.child(s1, s.left[0])), s1r = v.label(v.child(s1, s.right[0]));
  const uint64_t b0l = v.label(v.child(b0, s.left[0]));
  const uint64_t d01 = std::min<uint64_t>(distance(s0, b0), 4), d11 = std::min<uint64_t>(distance(s1, s0), 4);
  const uint64_t g0 = v.gap(b0), gs0 = v.gap(s0), both = (gs0 << 11 ^ g0 << 4 ^ g0 >> 3) & 0x7FFF;
  RowSink f{rows};
  f(s0.t, b0.t), f(s1.t, s0.t), f(s1.t, s0.t, b0.t, g0), f(s0.t, b0.t, b1.t, g0), f(s1.t, s0.t, b0.t, b1.t);
  f(s2.t, s1.t, s0.t, gs0), f(b0.t, b1.t, b2.t, g0), f(s0.t, b0.t, g0 << 3 | d01), f(s1.t, s0.t, gs0 << 3 | d11);
  f(s0.t, s0l, s0r, g0), f(s1.t, s1l, s1r, s0.t), f(b0.t, b0l, g0), f(s0.t, b0.t, b0l), f(s0.t, b0.t, s0r, g0);
  f(s0.t, b0.t, s0l), f(s1.t, s0.t, s0r, gs0), f(s1.t, s1r, b0.t);
  f(s0.k, b0.k, g0), f(s1.k, s0.k, b0.k), f(s0.k, b0.k, b1.k);
  f(s0.c, b0.t, g0), f(s0.t, b0.c, g0), f(s1.c, s0.t, gs0), f(s1.t, s0.c, gs0);
  f(s0.t, b0.t, g0), f(s1.t, s0.t, gs0), f(s1.t, s0.t, both, b0.t);
}

int label_features(const ParserState& s, const Atom* atoms, int parent, int child, uint32_t* keys) {
  const View v{s, atoms};
  const Node p = v.node(parent), c = v.node(child);
  const Node cl = v.child(c, s.left[0]), cr = v.child(c, s.right[0]), cl2 = v.child(c, s.left[1]);
  const bool leftward = child < parent;
  const Node pl = v.child(p, s.left[0]), pr = v.child(p, s.right[0]), pr2 = v.child(p, s.right[1]),
             pl2 = v.child(p, s.left[1]);
  const Node sibling = leftward ? pl : pr;
  const Node before = v.node(child > 0 ? child - 1 : -1), after = v.node(child < s.n ? child + 1 : -1);
  const uint64_t way = leftward ? 2 : 1, far = way * 16 + (leftward ? distance(c, p) : distance(p, c));
  uint64_t hashes[kLabelFeatures];
  Sink f{hashes};
  f(way), f(c.wt, way), f(c.w, way), f(c.t, way), f(p.wt, way), f(p.w, way), f(p.t, way);
  f(p.t, c.t, way), f(p.w, c.w, way), f(p.wt, c.t, way), f(p.t, c.wt, way), f(p.t, c.t, far);
  f(cl.w, p.t, c.t, way), f(cl.wt, way), f(cl.t, v.label(cl), c.t, way), f(cr.t, v.label(cr), c.t, way);
  f(cl.w, cl2.w, way), f(cl.w, p.w, way), f(cl.w, c.w, way), f(cl2.w, c.t, way);
  f(sibling.t, v.label(sibling), p.t, c.t), f(v.label(sibling), way, c.t), f(sibling.w, p.t, c.t, way);
  f(v.label(pl), v.label(pl2), c.t, way), f(v.label(pr), v.label(pr2), c.t, way), f(v.label(pr), p.w, c.t, way);
  f(pl.w, p.t, c.t, way), f(before.t, c.t, p.t, way), f(after.t, c.t, p.t, way), f(before.w, c.t, way);
  f(after.w, c.t, way), f(v.label(cl), v.label(cl2), c.t, p.t);
  const uint64_t between = leftward ? v.gap(p) : v.gap(c), beyond = leftward ? v.gap(c) : v.gap(v.in_buffer(0));
  f(between, p.t, c.t, way), f(between, c.w, way), f(between, beyond, p.t, c.t, way), f(between, cl.w, c.t, way);
  f(c.c, way), f(p.c, c.c, way), f(p.c, c.t, way), f(p.t, c.c, way), f(cl.w, c.c, way), f(cl.w, p.c, way);
  f(p.k, c.k, far), f(cl.w, p.k, c.k, way), f(before.c, c.c, way), f(p.w, c.c, way), f(p.c, c.w, way);
  to_keys(f, keys);
  return f.n;
}

void arc_contexts(const Atom* atoms, int parent, int child, uint32_t* keys) {
  const Atom &p = atoms[parent], &c = atoms[child];
  const uint64_t way = child < parent ? 2 : 1;
  const uint64_t far = static_cast<uint64_t>(std::min(std::abs(child - parent), 3));
  const uint64_t gap = atoms[std::max(parent, child)].gap;
  keys[0] = feature_key(mix(mix(mix(1, c.tag), p.tag), gap * 16 + far * 4 + way));
  keys[1] = feature_key(mix(mix(mix(2, c.word), p.tag), way));
}

}  // namespace dateline
