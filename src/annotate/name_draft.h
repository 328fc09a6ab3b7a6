// The names of a document while they are mended, with what all passes ask of its words. Private to
// src/annotate/name*.cc.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "annotate/name_lexicon.h"
#include "dateline/model.h"
#include "text/utf8.h"

namespace dateline {

// A title and what it is of, by tokens.
struct Titled {
  uint32_t begin, end;
  bool sure;  // no title that is a common part of other names ("General" Motors)
};

struct NameDraft {
  NameDraft(const Document& document, const NameLexicon& known, std::vector<Mention> found)
      : doc(document), lexicon(known), names(std::move(found)), taken(document.tokens.size(), false) {}

  std::string_view word(uint32_t t) const { return doc.words(doc.tokens[t]); }
  bool capital(uint32_t t) const {
    size_t at = 0;
    return is_uppercase(next_code_point(word(t), at));
  }
  std::string key(uint32_t begin, uint32_t end) const {
    return name_key(doc.words(Span{doc.tokens[begin].span.begin, doc.tokens[end - 1].span.end}));
  }
  // Whether token t follows the one before it without a space.
  bool touches(uint32_t t) const {
    return t > 0 && t < doc.tokens.size() && doc.tokens[t - 1].span.end == doc.tokens[t].span.begin;
  }
  void set_tokens(Mention& m, uint32_t begin, uint32_t end) const {
    m.tokens = {begin, end};
    m.span = {doc.tokens[begin].span.begin, doc.tokens[end - 1].span.end};
  }
  void take(uint32_t begin, uint32_t end) { std::fill(taken.begin() + begin, taken.begin() + end, true); }
  void add(uint32_t begin, uint32_t end, EntityType type) {
    Mention m;
    set_tokens(m, begin, end);
    m.type = type;
    names.push_back(m);
    take(begin, end);
  }

  const Document& doc;
  const NameLexicon& lexicon;
  std::vector<Mention> names;  // in any order
  std::vector<Titled> titles;  // by position; from part_titles() on
  std::vector<bool> taken;     // [token] in a name; kept from widen_names() on
};

inline bool is_in(const std::vector<std::string_view>& sorted, std::string_view key) {
  return std::binary_search(sorted.begin(), sorted.end(), key);
}

}  // namespace dateline
