// The words of a report as linking counts them, and how rare each is in news at large.
// Words are runs of letters and digits, lower case, without accents, possessive and plural endings; the background
// table (resources/link/background.tsv, made by tools/train/background_main.cc) is counted with the same function.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

struct Word {
  std::string_view folded;  // valid until the next call
  uint32_t begin = 0;       // byte offset of its first letter in the text given
  bool capital = false;     // written with a capital first letter
};

// Calls `take(const Word&)` for each word of `text`, in order.
template <typename Take>
void for_each_word(std::string_view text, Take take);

// What stands for a folded word in counts and profiles.
uint32_t word_hash(std::string_view folded);

// How many documents of a fixed sample of news hold a word. Copies share the table.
class Background {
 public:
  // `known`, where given, is what these resources gave before, and is shared.
  static Result<Background> load(const Resources& resources, const Background* known = nullptr);

  // log((N + 1) / (df + 1)): 0 for a word that is everywhere, about 8.5 for one never seen.
  double idf(std::string_view folded) const { return idf(word_hash(folded)); }
  double idf(uint32_t word) const;

 private:
  struct Slot {
    uint32_t word = 0;  // its hash; 0: free
    float idf = 0;
  };
  std::shared_ptr<const std::vector<Slot>> slots_;  // open addressing, a power of two
  float unseen_ = 0;
};

// Sorted by hash, one entry per word, weights of unit length.
using TermVector = std::vector<std::pair<uint32_t, float>>;

double cosine(const TermVector& a, const TermVector& b);

// How often each word stands where, with its rarity; sorted by hash.
struct WordCount {
  uint32_t hash = 0;
  float idf = 0;
  uint16_t headline = 0, lead = 0, body = 0;  // `lead`: the first kLeadWords of the body, which count as body too
  uint16_t names = 0;                         // written with a capital inside a sentence
};
inline constexpr uint32_t kLeadWords = 80;

// A word of a headline or body section as it stands there.
struct SeenWord {
  uint32_t hash = 0;
  bool capital = false;
  bool name = false;  // with a capital, and not where a sentence may begin
};
struct SectionWords {
  SectionKind kind = SectionKind::body;
  std::vector<SeenWord> words;
};
std::vector<SectionWords> see_words(const Document& doc);

// Counts the words of the headline and body sections; words that half of all news has (idf under 0.7) are left out.
std::vector<WordCount> count_words(const std::vector<SectionWords>& sections, const Background& background);
std::vector<WordCount> count_words(const Document& doc, const Background& background);

// One weight per word: (1 + log(body + 3 headline)) * idf.
void normalise(TermVector& terms);  // to unit length
TermVector term_vector(const std::vector<WordCount>& counts);

// The words of a sentence that not half of all news has, each once, by their rarity.
TermVector sentence_terms(std::string_view sentence, const Background& background);

namespace detail {
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}
  bool next(Word& word);

 private:
  std::string_view text_;
  size_t at_ = 0;
  std::string buffer_;
};
}  // namespace detail

template <typename Take>
void for_each_word(std::string_view text, Take take) {
  detail::WordReader reader(text);
  for (Word word; reader.next(word);) take(word);
}

}  // namespace dateline
