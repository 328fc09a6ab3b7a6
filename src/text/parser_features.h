// What a state of the parser looks like to its models. Shared by the parser and its trainer; frozen once a model is
// trained.
#pragma once

#include <cstdint>

#include "text/linear.h"
#include "text/parser_state.h"
#include "text/word_pairs.h"

namespace dateline {

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
