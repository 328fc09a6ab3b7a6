// What an element is for, told by its tag, its role and the words of its class and id (resources/extract/regions.tsv).
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/resources.h"
#include "extract/html_tree.h"

namespace dateline {

enum class Region : uint8_t { none, boilerplate, caption, comment, byline, body };

struct RegionHit {
  Region kind = Region::none;
  std::string_view why;
};

class RegionRules {
 public:
  static Result<RegionRules> load(const Resources& resources);

  // By class, id, role and data-component; the first pattern in the order of the table, but `body` only if nothing else
  // fits. `seen` spares the work for attributes met before on the same page.
  using Seen = std::unordered_map<std::string_view, RegionHit>;
  RegionHit by_words(const HtmlTree& tree, uint32_t node, Seen& seen) const;
  bool has_word(std::string_view attribute, Region kind) const;  // for tests

 private:
  struct Pattern {
    std::string words;  // "related posts"
    Region kind;
    std::string_view why;
    bool whole;
  };
  RegionHit match(std::string_view attribute) const;

  std::vector<Pattern> patterns_;  // sorted by words
  // Words before a pattern that turn its meaning round ("has-sidebar", "no-comments"), and words after it that do
  // ("comments-open").
  std::vector<std::string> turning_, weakening_;
  std::bitset<4096> begins_;  // by hash: whether a pattern may begin with the word
};

// "articleShareTools related_2" -> {"article", "share", "tools", "|", "related"}; '|' parts class names.
std::vector<std::string> words_of_names(std::string_view attribute);

}  // namespace dateline
