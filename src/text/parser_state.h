// The state of an arc-hybrid transition parser (Kuhlmann et al. 2011) and its features. Shared by the parser and its
// trainer; frozen once a model is trained.
#pragma once

#include <cstdint>
#include <vector>

#include "text/linear.h"
#include "text/word_pairs.h"

namespace dateline {

// Transitions. s0, s1: top of the stack; b0: front of the buffer, which ends with the artificial root.
enum Move : int { kShift, kLeft /* s0 <- b0 */, kRight /* s1 -> s0 */, kMoves };

// One word as the parser sees it: hashes, all different from 0.
enum class Part : uint8_t { other, noun, relative, article };  // relative pronouns; "the", "a"
struct Atom {
  uint64_t word = 0, tag = 0, fine = 0, coarse = 0;
  uint64_t gap = 0;         // the kinds of marks before it (marks.h)
  Part part = Part::other;  // for what no tree may have, whatever the model holds of it
};

struct ParserState {
  int n = 0;   // words; node n is the root
  int b0 = 0;  // front of the buffer
  std::vector<int> stack;
  std::vector<int> head;  // kNoHead while open
  std::vector<uint8_t> label;
  std::vector<int> left[2], right[2];  // outermost and second outermost children on either side; -1: none
  std::vector<uint8_t> left_count, right_count;
  std::vector<int> first;           // the first word of what hangs on each so far, itself with it
  std::vector<uint16_t> relations;  // of a node's children so far, a bit for each kind
  static constexpr uint16_t kSubjectBit = 1, kCopulaBit = 4;
  static constexpr int kNoHead = -1;

  void start(int words);
  bool done() const { return b0 == n && stack.empty(); }
  bool can(Move move) const {
    switch (move) {
      case kShift: return b0 < n;
      case kLeft: return !stack.empty() && (b0 < n || stack.size() == 1);  // one root only
      case kRight: return stack.size() >= 2;
      default: return false;
    }
  }
  // The only move there is; kMoves where there are more.
  Move only_move() const {
    if (stack.empty()) return kShift;
    if (b0 < n) return kMoves;
    return stack.size() == 1 ? kLeft : kRight;
  }
  // The arc that a move would make: REQUIRES can(move) and move != kShift.
  int child() const { return stack.back(); }
  int parent(Move move) const { return move == kLeft ? b0 : stack[stack.size() - 2]; }
  void shift() { stack.push_back(b0++); }
  void attach(Move move, uint8_t relation);
};

// What a state looks like to the model of moves, as keys: `tags` tell of tags, relations and distances alone; in
// `words` a word, or its group together with something else, has a part.
struct MoveFeatures {
  static constexpr int kTags = 112, kWords = 96;  // upper bounds
  uint32_t tags[kTags], words[kWords];
  int tag_count = 0, word_count = 0;
};

// Pairs of words that the next moves may join, as keys of WordPairs; and what is known of them, as more features of
// tags.
inline constexpr int kPairs = 9;
void pair_keys(const ParserState& state, const Atom* atoms, uint32_t* keys);
void pair_features(const ParserState& state, const Atom* atoms, const WordPairs& pairs, const uint32_t* keys,
                   MoveFeatures& out);

// What tells the easy moves from the others: a few features of tags and groups of words.
// Each as a row of a table of 2^kGlanceBits.
inline constexpr int kGlanceFeatures = 27, kGlanceBits = 17;
void glance_features(const ParserState& state, const Atom* atoms, uint32_t* rows);

inline constexpr int kLabelFeatures = 56;  // upper bound

// The features of a state, in two steps: what the first asks of memory comes while the second counts. `atoms` has n + 1
// entries, the last for the root.
void tag_features(const ParserState& state, const Atom* atoms, MoveFeatures& out);
void word_features(const ParserState& state, const Atom* atoms, MoveFeatures& out);
// The features of the arc from `parent` to `child`, as keys.
int label_features(const ParserState& state, const Atom* atoms, int parent, int child, uint32_t* keys);
// The keys under which the relation of that arc may be sure: both tags with the distance and the marks before the
// latter of the two, the child's word with the parent's tag.
inline constexpr int kArcContexts = 2;
void arc_contexts(const Atom* atoms, int parent, int child, uint32_t* keys);

}  // namespace dateline
