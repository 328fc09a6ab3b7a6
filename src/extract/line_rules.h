// Tells lines that are not prose of the report by their words: resources/extract/lines.tsv.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"
#include "dateline/result.h"

namespace dateline {

class LineRules {
 public:
  struct Hit {
    SectionKind kind;
    std::string_view why;  // lives as long as the resources
  };

  static Result<LineRules> load(const Resources& resources);

  // The first rule that the whole line fits; nullopt if none does.
  std::optional<Hit> match(std::string_view line) const;
  // Whether this, from the begin of a sentence to the end of its paragraph, is none of the report's prose by a rule
  // that says so of tails: "Copyright 2019 Echo Media. All rights reserved."
  bool ends_paragraph(std::string_view tail) const;
  // Whether the line stands over readers' comments: "3 comments".
  bool heads_comments(std::string_view line) const;
  // Whether the line stands over what is no part of the report: "Related stories", "About the author".
  bool heads_others(std::string_view line) const;

 private:
  using LetterPairs = std::array<uint64_t, 4>;  // by hash, which pairs of neighbouring letters stand in a text
  static LetterPairs pairs_of(std::string_view text);
  struct Pattern {
    std::string glob;
    uint32_t row;        // order in the table
    std::string anchor;  // the longest literal piece of the glob: a line without it cannot fit
    LetterPairs pairs;   // of the anchor
  };
  struct Rule {
    SectionKind kind;
    std::string_view why;
    size_t words;
    bool prose;  // may end as a sentence does
    bool tail;   // may follow the last sentence of a paragraph
  };
  // Those of by_word_ with this first word.
  std::pair<const Pattern*, const Pattern*> beginning_with(std::string_view first_word) const;
  // Whether the whole line, folded and of so many words, fits.
  bool fits(const Pattern& pattern, const std::string& bare, const LetterPairs& pairs, size_t words,
            bool sentence) const;

  std::vector<Rule> rules_;
  std::vector<Pattern> by_word_;                                // begin with a literal word; sorted by it, then by row
  std::vector<Pattern> open_;                                   // begin with '*' or '#'
  std::vector<std::string> comment_headings_, other_headings_;  // globs
  size_t longest_ = 0;                                          // words
};

// The line as patterns see it: folded, white space made single, marks around it taken off.
std::string bare_line(std::string_view line);
// Whether two lines are one to patterns. Marks, accents and white space differ by a few bytes; lines of quite different
// length are not.
bool same_words(std::string_view a, std::string_view b);
// Whether the whole text fits: '*' any run of characters, '#' a number. Both folded.
bool fits_glob(std::string_view glob, std::string_view text);
// Whether it ends with a full stop, question or exclamation mark, perhaps before a quotation mark.
bool ends_like_sentence(std::string_view line);
size_t words_in_line(std::string_view text);  // by ASCII white space

}  // namespace dateline
