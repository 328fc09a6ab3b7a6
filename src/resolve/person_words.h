// The common nouns and verbs of resources/names/person_words.tsv: by lemma, whether a word may stand for one person,
// for a suspect, for an attacker, and whether a verb accuses or says. Bytes of the resources must outlive it.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/result.h"

namespace dateline {

class PersonWords {
 public:
  enum Kind : uint8_t { kPerson, kSuspect, kAttacker, kAccuse, kSay };

  static Result<PersonWords> load(const Resources& resources);
  bool is(Kind kind, std::string_view lemma) const;

 private:
  std::array<std::vector<std::string_view>, 5> words_;  // each sorted
};

}  // namespace dateline
