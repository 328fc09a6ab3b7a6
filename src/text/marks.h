// Marks of punctuation and the tree. The parser sees the words alone, each with the kinds of marks before it (after Ma,
// Zhang & Zhu 2014); then every mark is hung where the guidelines of Universal Dependencies want it: on the lower of
// the two units that it parts, paired marks on the head of what they enclose.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline {

// Kinds of marks, as bits.
enum MarkKind : uint16_t {
  kComma = 1,
  kStop = 2,  // full stops, question marks
  kColon = 4,
  kDash = 8,
  kHyphen = 16,
  kQuoteOpens = 32,
  kQuoteCloses = 64,
  kBracketOpens = 128,
  kBracketCloses = 256,
  kOtherMark = 512
};

// One sentence, parted into words and marks. Scratch space, worth keeping between sentences. Tokens are counted from 0.
class WordsAndMarks {
 public:
  void start();
  void add(std::string_view token, bool is_mark);
  // Call when all are added. A sentence of marks alone is taken for one of words.
  void finish();

  const std::vector<int>& words() const { return words_; }     // the tokens that are words, in order
  const std::vector<uint16_t>& gaps() const { return gaps_; }  // the marks before each, and those after the last
  bool is_mark(int token) const { return marks_[token].kind != 0; }

  // Sets head[mark] for each mark; the heads of words are given, that of the root as the number of tokens.
  // REQUIRES: no circle among words, and no word hangs on a mark.
  void hang(std::vector<int>& head);

 private:
  struct Mark {
    uint16_t kind = 0;
    char pair = 0;     // what paired marks have in common
    int partner = -1;  // of a pair around words that have one head
  };
  Mark read(std::string_view token);
  void find_edges(const std::vector<int>& head);
  void hang_pairs(std::vector<int>& head);
  int place(int mark, const std::vector<int>& head) const;

  std::vector<Mark> marks_;
  std::vector<int> words_;
  std::vector<uint16_t> gaps_;
  std::vector<int> open_, low_, high_;
  bool in_quotes_[2] = {};
};

}  // namespace dateline
