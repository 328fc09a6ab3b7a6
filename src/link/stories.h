// Events to stories and commitments. Two events belong together if the words that tell of them and the names in them
// are alike, each word weighing what it weighs in news at large (resources/link/background.tsv), whatever else is on
// record.
#pragma once

#include <functional>
#include <map>
#include <memory>

#include "base/resources.h"
#include "dateline/result.h"
#include "dateline/story.h"

namespace dateline {

class Background;

class StoryTeller {
 public:
  static Result<StoryTeller> load(const Resources& resources, const Background* background = nullptr);

  // Chains of three events and more, on two days and more. Undated events are in none. By first day, then id.
  std::vector<Story> stories(const std::vector<Event>& events) const;

  // `words` gives the text of an evidence; `published` when each report came out. By state's day, latest first.
  std::vector<Commitment> commitments(const std::vector<Event>& events,
                                      const std::function<std::string_view(const Evidence&)>& words,
                                      const std::map<std::string, Edtf>& published) const;

  struct Lexicon;

 private:
  std::shared_ptr<const Lexicon> lexicon_;
};

}  // namespace dateline
