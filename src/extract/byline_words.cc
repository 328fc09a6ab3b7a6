#include "extract/byline_words.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"
#include "extract/html_regions.h"
#include "extract/html_values.h"
#include "extract/line_rules.h"

namespace dateline {
namespace {

// Whether the line begins with the word and goes on with a space or a colon; `rest` is what follows.
bool begins_with(std::string_view line, std::string_view word, std::string_view& rest) {
  const bool needs_colon = word.ends_with(':');
  if (needs_colon) word.remove_suffix(1);
  if (line.size() <= word.size() || ascii_lower(line.substr(0, word.size())) != word) return false;
  const char next = line[word.size()];
  if (next != ':' && (next != ' ' || needs_colon)) return false;
  rest = trim(line.substr(word.size() + 1));
  if (next == ' ' && rest.starts_with(':')) rest = trim(rest.substr(1));
  return !rest.empty();
}

// "Jane Roe, PhD", "Jane Roe, CNN"
void cut_title(std::string& text) {
  const size_t comma = text.rfind(", ");
  if (comma == std::string::npos || text.size() - comma > 7) return;
  const std::string_view tail = std::string_view(text).substr(comma + 2);
  const auto upper = std::count_if(tail.begin(), tail.end(), is_upper);
  if (upper >= 2 && tail.find(' ') == std::string_view::npos) text.resize(comma);
}

void cut_at(std::string& text, std::string_view mark, size_t least) {
  const size_t at = text.find(mark);
  if (at != std::string::npos && at >= least) text = std::string(trim(std::string_view(text).substr(0, at)));
}

}  // namespace

Result<BylineWords> BylineWords::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "extract/bylines.tsv"));
  TRY(size_t kind, table.column("kind"));
  TRY(size_t words, table.column("words"));
  BylineWords out;
  const std::pair<std::string_view, std::vector<std::string>*> lists[] = {
      {"head", &out.heads_},    {"weak", &out.weak_}, {"inner", &out.inner_},
      {"tail", &out.tails_},    {"end", &out.ends_},  {"nobody", &out.nobody_},
      {"class", &out.classes_}, {"bio", &out.bios_},  {"joint", &out.joints_}};
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string_view cell = table.cell(row, words);
    for (const auto& [name, list] : lists) {
      if (table.cell(row, kind) != name) continue;
      // The spaces of a tail say where a word ends.
      const auto parts = name == "tail" || name == "joint" ? split(cell, '|') : variants(cell);
      for (std::string_view part : parts) list->emplace_back(name == "nobody" ? bare_line(part) : std::string(part));
    }
  }
  for (auto* list : {&out.heads_, &out.weak_}) {
    std::stable_sort(list->begin(), list->end(),
                     [](const std::string& a, const std::string& b) { return a.size() > b.size(); });
  }
  return out;
}

std::vector<std::string> BylineWords::names_in(std::string byline) const {
  for (const std::string& joint : joints_) {
    for (size_t at; (at = byline.find(joint)) != std::string::npos;) byline.replace(at, joint.size(), ",");
  }
  std::vector<std::string> names;
  for (std::string_view name : split(byline, ',')) {
    name = trim(name);
    if (words_in_line(name) >= 2) names.emplace_back(name);
  }
  return names;
}

bool BylineWords::begins(std::string_view line) const {
  std::string_view rest;
  return std::any_of(heads_.begin(), heads_.end(), [&](const std::string& h) { return begins_with(line, h, rest); });
}

std::string_view BylineWords::without_head(std::string_view text) const {
  for (std::string_view mark : {"- ", "– ", "| ", "• "}) {
    if (text.starts_with(mark)) return trim(text.substr(mark.size()));
  }
  for (const auto* list : {&heads_, &weak_}) {
    for (const std::string& head : *list) {
      std::string_view rest;
      if (begins_with(text, head, rest)) return rest;
    }
  }
  return text;
}

std::string BylineWords::cleaned(std::string_view value, const DateReader& dates) const {
  std::string text = plain_value(value);
  if (text.starts_with("http") || text.starts_with("www.") || text.starts_with("@")) return {};
  for (int round = 0; round < 3; ++round) text = std::string(without_head(text));
  if (auto found = dates.find(text)) text = std::string(trim(std::string_view(text).substr(0, found->span.begin)));
  for (std::string_view mark : {" | ", " - ", " – ", " — ", "•", "·", " @", "(", "/", ";  ", "http", "[at]"}) {
    cut_at(text, mark, 1);
  }
  for (const std::string& tail : tails_) cut_at(text, tail, 4);
  for (const std::string& word : ends_) {
    const std::string lower = ascii_lower(text);
    if (lower.size() > word.size() && lower.ends_with(word) && lower[lower.size() - word.size() - 1] == ' ')
      text.resize(text.size() - word.size() - 1);
  }
  cut_title(text);
  while (!text.empty() && std::string_view(",:|-; ").find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

std::string_view BylineWords::after_by(std::string_view line) const {
  const std::string lower = ascii_lower(line);
  for (const std::string& word : inner_) {
    const size_t at = lower.find(" " + word + " ");
    if (at < 90) return line.substr(at + word.size() + 2);
  }
  return line;
}

bool BylineWords::names_nobody(std::string_view bare) const {
  return std::find(nobody_.begin(), nobody_.end(), bare) != nobody_.end();
}

bool BylineWords::presents(std::string_view text, std::string_view name) const {
  if (name.empty() || !text.starts_with(name)) return false;
  std::string_view rest = text.substr(name.size());
  if (rest.starts_with(", ")) return true;
  return std::any_of(bios_.begin(), bios_.end(), [&](const std::string& bio) {
    return rest.size() > bio.size() + 2 && rest[0] == ' ' && rest.substr(1).starts_with(bio) &&
           rest[bio.size() + 1] == ' ';
  });
}

bool BylineWords::is_class(std::string_view attribute) const {
  if (attribute.empty()) return false;
  // Most names hold none of the words, in whatever way they are cut.
  const std::string lower = ascii_lower(attribute);
  if (std::none_of(classes_.begin(), classes_.end(),
                   [&](const std::string& word) { return lower.find(word) != std::string::npos; }))
    return false;
  for (const std::string& word : words_of_names(attribute)) {
    if (std::find(classes_.begin(), classes_.end(), word) != classes_.end()) return true;
  }
  return false;
}

}  // namespace dateline
