// What a report says that somebody is: the title before a name ("US Secretary of State Antony Blinken"), or the words
// after it ("Peter Lerner, a military spokesman,"). Private to src/resolve.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/model.h"
#include "text/titles.h"

namespace dateline {

struct FoundRole {
  Span words;  // the role as the text gives it: "US Secretary of State"
  Span title;  // the title itself, without what narrows it down: "Secretary of State"; starts an alias
  const Title* what = nullptr;
};

class RoleFinder {
 public:
  static Result<RoleFinder> load(const Resources& resources);

  // The title that stands right before the mention.
  std::optional<FoundRole> before(const Document& doc, const Mention& mention) const;
  // The apposition that follows the mention.
  std::optional<FoundRole> after(const Document& doc, const Mention& mention) const;

  const Titles& titles() const { return titles_; }

 private:
  bool is_field(std::string_view key) const;
  bool widens(const Document& doc, uint32_t token) const;  // may stand before a title: "former", "US", "Foreign"

  Titles titles_;
  std::vector<std::string> fields_;  // keys, sorted
};

}  // namespace dateline
