// The words around an author's name (resources/extract/bylines.tsv), and what is left of a line without them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/result.h"
#include "extract/dates.h"

namespace dateline {

class BylineWords {
 public:
  static Result<BylineWords> load(const Resources& resources);

  // The name or names in "By Jane Roe, 3 May 2024 | Oldtown": without heads, dates, places, functions. Empty for
  // addresses.
  std::string cleaned(std::string_view value, const DateReader& dates) const;
  // The names of a byline that are more than one word: "Jane Roe and John Poe; dpa" names two.
  std::vector<std::string> names_in(std::string byline) const;
  // Whether the line begins as a byline does: "Von Jane Roe".
  bool begins(std::string_view line) const;
  // What follows "by" inside a line: "jroe on August 3" of "Posted in Law by jroe on August 3"; else the line.
  std::string_view after_by(std::string_view line) const;
  // "Author", "Admin": words that name nobody; in bare_line's form.
  bool names_nobody(std::string_view bare) const;
  // Whether the text begins as one that presents an author: "Jane Roe is a reporter", "Jane Roe covers".
  bool presents(std::string_view text, std::string_view name) const;
  // Whether a class, id or the like says that the element holds the author.
  bool is_class(std::string_view attribute) const;

 private:
  std::string_view without_head(std::string_view text) const;

  std::vector<std::string> heads_, weak_, inner_, ends_, nobody_, classes_, bios_;  // small; the longest first
  std::vector<std::string> tails_, joints_;                                         // as written
};

}  // namespace dateline
