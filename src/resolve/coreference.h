// Nominal mentions and pronouns of one report: "the Secretary of State", "the former", "he". Resolved only where the
// report makes it clear; an unclear one stays out. Private to src/resolve.
#pragma once

#include <string>
#include <vector>

#include "base/resources.h"
#include "resolve/clusters.h"
#include "resolve/person_words.h"
#include "text/titles.h"

namespace dateline {

class Coreference {
 public:
  static Result<Coreference> load(const Resources& resources);

  // The further mentions, with `entity` set to an index into clusters.all. May learn a cluster's sex from a pronoun.
  std::vector<Mention> find(const Document& doc, MentionClusters& clusters) const;

 private:
  struct Nominal {
    std::string key;
    std::vector<std::string_view> offices;
  };
  std::vector<Nominal> nominals_;  // sorted by key
  Titles titles_;
  PersonWords words_;

  friend class CoreferencePass;
};

}  // namespace dateline
