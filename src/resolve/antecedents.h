// Whom "he", "his" or "her" means: the people spoken of so far in a report, and the choice among them.
//
// The choice, in this order: the subject of the nearest clause around the pronoun ("worried that |Reed| had been shot,
// not that he …"); else the first subject of this sentence, of the one before, at most three back; else the only person
// there. Who only said the words ("…, Reed said") is not who they speak of: he stands behind every other subject, and a
// pronoun inside the words that he closes never means him. Where a subject is one person without a name ("the driver"),
// the pronoun may mean that one, and stays out: a sheriff who told of a shooting must not become the one who shot.
// Private to src/resolve.
#pragma once

#include <span>
#include <vector>

#include "dateline/model.h"
#include "resolve/clusters.h"
#include "resolve/person_words.h"

namespace dateline {

class Antecedents {
 public:
  struct Seen {
    int32_t cluster;
    uint32_t sentence;
    IndexRange tokens;
    bool subject;
    bool aside;  // the speaker of words that stand before: "…, Reed said"
  };

  Antecedents(const Document& doc, const MentionClusters& clusters, const PersonWords& words)
      : doc_(doc), clusters_(clusters), words_(words) {}

  // The names that `sentence` holds, so that a pronoun knows who closes the words that it stands in.
  void begin_sentence(uint32_t sentence, size_t first_mention);
  void see(int32_t cluster, IndexRange tokens);
  void forget() { seen_.clear(); }
  const std::vector<Seen>& seen() const { return seen_; }

  // The cluster meant by the pronoun at token t, kNone where that is not clear. sex: 'm' or 'f'.
  int32_t of_pronoun(uint32_t t, char sex) const;

 private:
  const Document& doc_;
  const MentionClusters& clusters_;
  const PersonWords& words_;
  std::vector<Seen> seen_;  // sentence by sentence
  uint32_t sentence_ = 0;
  std::vector<Seen> closing_;  // of this sentence, those who say what stands before them

  std::string_view word(uint32_t t) const { return doc_.words(doc_.tokens[t]); }
  std::string_view lemma(uint32_t t) const { return doc_.lemma(doc_.tokens[t]); }
  bool is_subject(uint32_t sentence, IndexRange tokens) const;
  bool is_aside(uint32_t sentence, IndexRange tokens) const;
  std::span<const Seen> seen_in(uint32_t sentence) const;
  bool unnamed_person(uint32_t sentence, uint32_t t) const;
  bool fits(const Seen& s, char sex) const;
  bool excluded(const Seen& s, uint32_t pronoun) const;
  int32_t around(uint32_t t, char sex) const;
  int32_t in_sentence(uint32_t sentence, uint32_t t, char sex) const;
};

}  // namespace dateline
