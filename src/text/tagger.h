// Part of speech of each word, universal and Penn Treebank tag in one step: a greedy left-to-right averaged
// perceptron (Collins 2002) over hashed features, with weights rounded to whole numbers.
#pragma once

#include <cstdint>
#include <span>

#include "dateline/result.h"
#include "dateline/syntax.h"
#include "text/linear.h"
#include "text/sure.h"
#include "text/word_form.h"

namespace dateline {

// One of the pairs of tags that occur together.
struct TagPair {
  Upos upos;
  Xpos xpos;
  auto operator<=>(const TagPair&) const = default;
};

inline constexpr int kMaxTags = SparseLinear::kMaxClasses;
inline constexpr uint8_t kNoTag = 255;                           // outside the sentence
inline constexpr int kTaggerFeatures = SparseLinear::kMostKeys;  // an upper bound

// How much of a sentence is capitalised, 0 to 3: headlines capitalise what is no name.
int capital_share(const WordForm* words, int n);
// The features of word i, given the tags before it; returns how many. REQUIRES: room for kTaggerFeatures.
int tagger_features(const WordForm* words, int n, int i, const uint8_t* tags, int capitals, uint32_t* keys);

// The keys under which the tag of word i may be sure though the word itself is not: the word as it is spelled, with the
// tag before it, with the group of the word after it, with both.
inline constexpr int kTagContexts = 3;
void tag_contexts(const WordForm* words, int n, int i, const uint8_t* tags, uint32_t* keys);

class Tagger {
 public:
  static constexpr std::string_view kFile = "models/tagger.bin";

  static Result<Tagger> open(std::string_view bytes);  // which must outlive it

  // Tags sentences; tags[i] is an index for pair(). Some are done at a time, by turns, which changes nothing but the
  // waits for memory.
  struct Job {
    const WordForm* words;
    int n;
    uint8_t* tags;
  };
  void tag(std::span<const Job> jobs) const;
  void tag(const WordForm* words, int n, uint8_t* tags) const {
    const Job job{words, n, tags};
    tag(std::span(&job, 1));
  }
  // What word i would be if it were a finite verb, and by how much the weights prefer the tag that it has.
  struct Reading {
    uint8_t tag = kNoTag;  // kNoTag: it is surely none
    int cost = 0;
  };
  Reading as_verb(const WordForm* words, int n, int i, const uint8_t* tags) const;
  TagPair pair(uint8_t tag) const { return pairs_[tag]; }
  int find(TagPair pair) const;  // -1: it never met this pair
  int size() const { return count_; }

 private:
  struct Lane;
  bool go_on(Lane& lane, std::span<const Job>& jobs) const;
  int sure_tag(const WordForm* words, int n, int i, const uint8_t* tags) const;  // -1: it must be weighed

  SparseLinear model_;
  const TagPair* pairs_ = nullptr;
  int count_ = 0;
  SureTable sure_;      // by WordForm::exact
  SureTable contexts_;  // by tag_contexts()
};

}  // namespace dateline
