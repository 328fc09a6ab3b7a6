// What every part of the quotation layer asks of one document: its tree, its quotation marks, the kinds of its words
// and the cue verbs in it. Made once per document (linear time); views stay valid while the document stays as it is.
#pragma once

#include <array>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "annotate/quotes_lexicon.h"
#include "dateline/model.h"
#include "text/quoted.h"
#include "text/tree.h"

namespace dateline {

// A token's words in ASCII lower case, without allocation; words longer than the buffer are cut.
class LowerWord {
 public:
  explicit LowerWord(std::string_view word) {
    for (char c : word.substr(0, buffer_.size()))
      buffer_[size_++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  std::string_view view() const { return {buffer_.data(), size_}; }
  bool operator==(std::string_view other) const { return view() == other; }

 private:
  std::array<char, 32> buffer_;
  size_t size_ = 0;
};

class QuoteContext {
 public:
  QuoteContext(const Document& doc, const QuoteLexicon& lexicon);

  const Document& doc;
  const QuoteLexicon& lexicon;
  const TreeView tree;

  const std::vector<QuotedStretch>& stretches() const { return stretches_; }  // the outermost ones
  std::span<const QuotedStretch> stretches_from(uint32_t byte) const;         // those that end behind it
  int32_t stretch_of(uint32_t t) const { return stretch_of_[t]; }             // the one around a token, or kNone
  bool quoted(uint32_t t) const { return stretch_of_[t] != kNone; }

  const Token& token(uint32_t t) const { return doc.tokens[t]; }
  uint32_t size() const { return static_cast<uint32_t>(doc.tokens.size()); }
  std::string_view word(uint32_t t) const { return doc.words(doc.tokens[t]); }
  LowerWord lower(uint32_t t) const { return LowerWord(word(t)); }
  bool is(uint32_t t, uint64_t kinds) const { return (kinds_[t] & kinds) != 0; }  // any of these WordKinds

  // The cue verb that a token is, if it is one; what follows it decides between "call" and "call for".
  const Cue* cue_at(uint32_t t) const;
  // The verb with the auxiliaries and adverbs right before it ("has also said") and its second word.
  Span cue_span_at(const Cue& cue, uint32_t t) const;

  Span span_of(IndexRange tokens) const {  // REQUIRES: not empty
    return {doc.tokens[tokens.begin].span.begin, doc.tokens[tokens.end - 1].span.end};
  }
  Span line_of(Span span) const;             // the paragraph around it
  uint32_t token_from(uint32_t byte) const;  // the first token that begins there or later
  uint32_t token_past(uint32_t byte) const;  // the first token that ends later
  // Whether a name that is no place's and begins after the token ends in this word.
  bool named_behind(uint32_t t, std::string_view word) const;
  bool ends_line(uint32_t t) const;  // a line's end follows the token
  // The tokens without punctuation at either edge.
  IndexRange trimmed(IndexRange tokens) const;

 private:
  bool may_be_verb(uint32_t t) const;
  bool stands_for_verb(const Cue& cue, uint32_t t) const;

  std::vector<uint32_t> line_ends_;                            // bytes of '\n'
  std::unordered_map<std::string_view, uint32_t> last_named_;  // by a name's last word: where such a name begins, last
  std::vector<QuotedStretch> stretches_;
  std::vector<int32_t> stretch_of_;
  std::vector<uint64_t> kinds_;
  std::vector<const std::vector<const Cue*>*> cues_;  // [token] the verbs that it may be a form of, or nullptr
};

}  // namespace dateline
