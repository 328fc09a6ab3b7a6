// The common nouns and verbs of resources/names/person_words.tsv: by lemma, whether a word may stand for one person,
// for a suspect, for an attacker, and whether a verb accuses or says. Bytes of the resources must outlive it.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/result.h"
#include "text/sorted_table.h"

namespace dateline {

class PersonWords {
 public:
  enum Kind : uint8_t { kPerson, kSuspect, kAttacker, kAccuse, kSay };

  static Result<PersonWords> load(const Resources& resources);
  bool is(Kind kind, std::string_view lemma) const;

 private:
  std::array<std::vector<std::string_view>, 5> words_;  // each sorted
};

// Whether names/people.tsv has the word, folded, as a first name.
bool is_first_name(const SortedTable& people, std::string_view word);
// 'm' or 'f' where names/people.tsv has the first name, folded, as that of one sex only; else 0.
char sex_of_first_name(const SortedTable& people, std::string_view first);

}  // namespace dateline
