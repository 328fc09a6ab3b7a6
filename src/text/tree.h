// What one asks of a dependency tree: children, subtrees, noun phrases, voice, negation.
// A TreeView is made once per document (linear time) and used while the document's tokens stay as they are.
// Token arguments and results are indices into Document::tokens; kNone says "there is none".
// In sections that are not parsed (comments, boilerplate) every token is a root without children.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "dateline/model.h"

namespace dateline {

class TreeView {
 public:
  explicit TreeView(const Document& doc);

  const Document& doc() const { return doc_; }
  const Token& token(uint32_t t) const { return doc_.tokens[t]; }

  // The children of a token, in the order of the text: for (uint32_t c : tree.children(t)) …
  class Children {
   public:
    class Iterator {
     public:
      Iterator(const std::vector<int32_t>& next, int32_t at) : next_(&next), at_(at) {}
      uint32_t operator*() const { return static_cast<uint32_t>(at_); }
      Iterator& operator++() {
        at_ = (*next_)[at_];
        return *this;
      }
      bool operator==(const Iterator& other) const { return at_ == other.at_; }

     private:
      const std::vector<int32_t>* next_;
      int32_t at_;
    };
    Children(const std::vector<int32_t>& next, int32_t first) : next_(next), first_(first) {}
    Iterator begin() const { return {next_, first_}; }
    Iterator end() const { return {next_, kNone}; }
    bool empty() const { return first_ == kNone; }

   private:
    const std::vector<int32_t>& next_;
    int32_t first_;
  };
  Children children(uint32_t t) const { return {next_, first_[t]}; }
  // The first child with one of these relations.
  int32_t child(uint32_t t, std::initializer_list<Deprel> relations) const;
  int32_t child(uint32_t t, Deprel relation) const { return child(t, {relation}); }

  // The token and all below it, as tokens and as text. Trees are projective, so there are no gaps.
  IndexRange subtree(uint32_t t) const { return {low_[t], high_[t] + 1}; }
  Span subtree_span(uint32_t t) const { return text_of(subtree(t)); }
  Span text_of(IndexRange tokens) const;
  // The tokens' head: the one whose own head lies outside; the first of several. REQUIRES: not empty.
  uint32_t head_of(IndexRange tokens) const;
  bool is_under(uint32_t t, uint32_t ancestor) const { return subtree(ancestor).contains(t); }

  // The noun phrase of a head noun without what only tells more of it: no preposition or punctuation at its edges,
  // no relative clause, apposition, coordination or aside. "of" phrases and other complements stay only on request.
  IndexRange noun_phrase(uint32_t t, bool with_complements = false) const;

  // For a predicate: who does it, whom it is done to. Subjects are found for conjoined verbs, open complements and
  // participles too ("police said and did", "wants to leave"), by going up until one is found.
  int32_t subject(uint32_t predicate) const;  // grammatical, active or passive
  int32_t object(uint32_t predicate) const;
  int32_t agent(uint32_t predicate) const;  // "by …" of a passive
  bool is_passive(uint32_t predicate) const;
  bool is_negated(uint32_t predicate) const;  // not, n't, never, no longer; "no" before it where it is a noun
  // Lemma of the first modal or "going to" before it, "" if none: "will", "would", "may", "could", "must", …
  std::string_view modal(uint32_t predicate) const;
  // The verb in a finite form: itself, its auxiliary or its copula; kNone for infinitives and participles alone.
  int32_t finite(uint32_t predicate) const;
  // The preposition of a noun phrase ("by", "in", "according to" gives "according"); kNone if none.
  int32_t preposition(uint32_t noun) const { return child(noun, Deprel::case_); }

 private:
  const Document& doc_;
  std::vector<int32_t> first_, next_;  // first child, next sibling
  std::vector<uint32_t> low_, high_;   // edges of the subtree
};

bool is_nominal(Upos upos);   // NOUN, PROPN, PRON, NUM
bool is_finite(Xpos form);    // VBD, VBZ, VBP, MD: a finite verb by its form alone
bool is_relative(Xpos form);  // WDT, WP: who, which, that as pronouns
// Whether a time expression of the document covers some of these bytes. REQUIRES: doc.times is sorted.
bool in_time(const Document& doc, Span span);

}  // namespace dateline
