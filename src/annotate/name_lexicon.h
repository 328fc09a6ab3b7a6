// What the names layer knows of the world: places, first names and surnames, organisations and the words they end in.
// Private to src/annotate/names*.cc.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "text/sorted_table.h"
#include "text/titles.h"

namespace dateline {

// Kinds of organisations, as organisations.tsv names them.
enum class OrgKind : uint8_t { none, body, union_, state, party, armed, company, shop, media, school, team };

struct NameLexicon {
  static Result<NameLexicon> load(const Resources& resources);

  // What the gazetteers know a name as; several may hold. An organisation is unsure where its name means other things
  // as well ("Apple", "Chelsea"): not `organisation` then, but of a kind.
  struct Known {
    bool place = false, big_place = false, country = false, demonym = false, organisation = false;
    OrgKind org_kind = OrgKind::none;
  };
  Known known(std::string_view key) const;  // key: name_key()

  // False where no place, group or organisation of more than one word begins like this.
  bool may_go_on(std::string_view key) const;

  struct Person {
    bool first = false, surname = false;
  };
  Person person(std::string_view key) const;

  struct OrgWord {
    std::string key;
    bool of = false, weak = false, tail = false;
  };
  const OrgWord* org_word(std::string_view key) const;
  bool is_field(std::string_view key) const;  // what an office is in charge of: "foreign affairs"

  Titles titles;
  SortedTable places, people, groups, organisations;
  std::vector<OrgWord> org_words;                // sorted by key
  std::vector<std::string> fields;               // keys, sorted
  std::vector<std::string_view> stop_words;      // words that are capitalised at the start of sentences only; sorted
  std::vector<std::string_view> particles;       // words in small letters that stand inside names; sorted
  std::vector<std::string> storms;               // keys of words that stand before the name of a storm; sorted
  std::vector<std::string_view> file_endings;    // without the full stop; sorted
  std::vector<std::string_view> compound_words;  // "based", behind a hyphen; sorted
  std::vector<std::string_view> holder_words;    // "Acting", before a body in the title of who holds an office; sorted
  std::vector<std::string_view> weak_words;      // words that may be a part of a name but are none alone; sorted
};

}  // namespace dateline
