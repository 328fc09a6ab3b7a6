// Words that stand before people's names ("Prime Minister", "IG", "Mrs."), from resources/names/titles.tsv.
#pragma once

#include <bitset>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"

namespace dateline {

// throne: an office whose holder goes by a first name.
enum class TitleKind : uint8_t { office, honorific, rank, trade, throne };

struct Title {
  std::string_view office;  // "foreign minister": titles of one office are exchangeable
  TitleKind kind = TitleKind::office;
  char sex = 0;     // 'm', 'f', or 0 where the word does not tell
  bool of = false;  // may go on with "of …", "for …"
};

class Titles {
 public:
  // Fails where titles.tsv is missing or ill-formed.
  static Result<Titles> load(const Resources& resources);

  // The longest title that begins at (or, `match_before`, ends before) the token, inside [first, last); matches ignore
  // case but ask for a capital unless `lower` is set. Returns the number of tokens, 0 for none.
  uint32_t match_at(const Document& doc, uint32_t token, uint32_t last, bool lower, const Title** found) const;
  uint32_t match_before(const Document& doc, uint32_t token, uint32_t first, bool lower, const Title** found) const;
  const Title* find(std::string_view key) const;  // key: name_key() of the words

 private:
  struct Entry {
    std::string key;
    Title title;
  };
  bool may_begin(std::string_view word) const;

  std::vector<Entry> entries_;     // sorted by key
  std::bitset<1 << 15> openings_;  // the first three letters of each, as opening_of() counts them
};

}  // namespace dateline
