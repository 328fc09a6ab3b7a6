// The words beside a date that say what it dates: resources/extract/date_labels.tsv.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/resources.h"
#include "dateline/result.h"

namespace dateline {

class DateLabels {
 public:
  static Result<DateLabels> load(const Resources& resources);

  // `bare` in the form of bare_line.
  bool tells_publication(std::string_view bare) const;
  bool tells_change(std::string_view bare) const;
  bool tells_other(std::string_view bare) const;     // a date that is no report's
  bool begins_release(std::string_view bare) const;  // "Press release": its date stands in its first line
  // "Last change: 31.10.2023. Published: 1.11.2023": what follows the word for publishing, if a number does; else all.
  std::string_view after_publication(std::string_view text) const;

 private:
  std::vector<std::string> published_, changed_, other_, release_;  // as bare_line writes them
  std::vector<std::string> heads_;  // of `published`, in small ASCII letters, else as written
};

}  // namespace dateline
