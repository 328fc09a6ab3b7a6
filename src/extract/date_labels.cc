#include "extract/date_labels.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool has_any(std::string_view bare, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return bare.find(word) != std::string_view::npos; });
}

}  // namespace

Result<DateLabels> DateLabels::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "extract/date_labels.tsv"));
  TRY(size_t kind, table.column("kind"));
  TRY(size_t words, table.column("words"));
  DateLabels out;
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string_view name = table.cell(row, kind);
    auto* list = name == "published" ? &out.published_
                 : name == "changed" ? &out.changed_
                 : name == "release" ? &out.release_
                                     : &out.other_;
    for (std::string_view word : variants(table.cell(row, words))) {
      list->push_back(fold(word));
      if (list == &out.published_) out.heads_.push_back(ascii_lower(word));
    }
  }
  return out;
}

bool DateLabels::tells_publication(std::string_view bare) const { return has_any(bare, published_); }
bool DateLabels::tells_change(std::string_view bare) const { return has_any(bare, changed_); }
bool DateLabels::tells_other(std::string_view bare) const { return has_any(bare, other_); }

bool DateLabels::begins_release(std::string_view bare) const {
  return std::any_of(release_.begin(), release_.end(), [&](const std::string& word) { return bare.starts_with(word); });
}

std::string_view DateLabels::after_publication(std::string_view text) const {
  const std::string lower = ascii_lower(text);
  for (const std::string& word : heads_) {
    const size_t at = lower.find(word);
    const size_t end = at + word.size();
    if (at != std::string::npos && text.find_first_of("0123456789", end) != std::string_view::npos)
      return text.substr(end);
  }
  return text;
}

}  // namespace dateline
