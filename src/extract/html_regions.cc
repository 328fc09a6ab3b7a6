#include "extract/html_regions.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"

namespace dateline {
namespace {

constexpr size_t kMaxNames = 400;  // bytes of a class attribute that are read; utility classes can go on for pages

int rank(Region kind) {
  return kind == Region::none ? 9 : kind == Region::body ? 8 : kind == Region::byline ? 7 : static_cast<int>(kind);
}

// The words of a class, id or the like as views into one buffer; made anew for each attribute without allocating.
struct NameWords {
  char letters[2 * kMaxNames];
  std::vector<std::string_view> words;
};

void cut_names(std::string_view attribute, NameWords& out) {
  out.words.clear();
  char* end = out.letters;
  char* word = end;
  auto flush = [&] {
    if (end != word) out.words.emplace_back(word, static_cast<size_t>(end - word));
    word = end;
  };
  attribute = attribute.substr(0, kMaxNames);
  for (size_t i = 0; i < attribute.size(); ++i) {
    const char c = attribute[i];
    if (is_space(c)) {
      flush();
      if (!out.words.empty() && out.words.back() != "|") out.words.emplace_back("|");
    } else if (is_upper(c)) {
      const bool hump = i > 0 && is_lower(attribute[i - 1]);
      const bool last_of_run =
          i > 0 && is_upper(attribute[i - 1]) && i + 1 < attribute.size() && is_lower(attribute[i + 1]);
      if (hump || last_of_run) flush();
      *end++ = static_cast<char>(c + 32);
    } else if (is_lower(c)) {
      *end++ = c;
    } else {
      flush();
    }
  }
  flush();
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

size_t slot_of(std::string_view word, size_t slots) {
  size_t hash = 14695981039346656037ull;
  for (char c : word) hash = (hash ^ static_cast<uint8_t>(c)) * 1099511628211ull;
  return hash % slots;
}

}  // namespace

std::vector<std::string> words_of_names(std::string_view attribute) {
  NameWords words;
  cut_names(attribute, words);
  return {words.words.begin(), words.words.end()};
}

Result<RegionRules> RegionRules::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "extract/regions.tsv"));
  TRY(size_t kind, table.column("kind"));
  TRY(size_t why, table.column("why"));
  TRY(size_t words, table.column("words"));
  RegionRules out;
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string_view name = table.cell(row, kind);
    if (name == "turned by" || name == "weakened by") {
      std::vector<std::string>& list = name == "turned by" ? out.turning_ : out.weakening_;
      for (std::string_view word : variants(table.cell(row, words))) list.emplace_back(word);
      continue;
    }
    Region region = Region::none;
    if (name == "boilerplate") region = Region::boilerplate;
    if (name == "caption") region = Region::caption;
    if (name == "comment") region = Region::comment;
    if (name == "byline") region = Region::byline;
    if (name == "body") region = Region::body;
    if (region == Region::none) {
      return Error{ErrorCode::invalid_input, "no such kind of region",
                   "extract/regions.tsv:" + std::to_string(table.line(row))};
    }
    for (std::string_view variant : variants(table.cell(row, words))) {
      const bool whole = variant.starts_with('=');
      if (whole) variant.remove_prefix(1);
      out.patterns_.push_back({std::string(variant), region, table.cell(row, why), whole});
    }
  }
  std::stable_sort(out.patterns_.begin(), out.patterns_.end(),
                   [](const Pattern& a, const Pattern& b) { return a.words < b.words; });
  for (const Pattern& p : out.patterns_)
    out.begins_[slot_of(std::string_view(p.words).substr(0, p.words.find(' ')), out.begins_.size())] = true;
  return out;
}

RegionHit RegionRules::match(std::string_view attribute) const {
  NameWords cut;
  cut_names(attribute, cut);
  const std::vector<std::string_view>& words = cut.words;
  RegionHit best;
  std::string key;
  for (size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "|" || !begins_[slot_of(words[i], begins_.size())]) continue;
    key.clear();
    for (size_t n = 0; n < 4 && i + n < words.size() && words[i + n] != "|"; ++n) {
      if (n > 0) key += ' ';
      key += words[i + n];
      const bool whole = (i == 0 || words[i - 1] == "|") && (i + n + 1 == words.size() || words[i + n + 1] == "|");
      const Pattern* found = nullptr;
      for (auto at = std::lower_bound(patterns_.begin(), patterns_.end(), key,
                                      [](const Pattern& p, const std::string& k) { return p.words < k; });
           at != patterns_.end() && at->words == key; ++at) {
        if (!at->whole || whole) found = found ? found : &*at;
      }
      if (found == nullptr) continue;
      if (i > 0 && contains(turning_, words[i - 1])) continue;
      if (i + n + 1 < words.size() && contains(weakening_, words[i + n + 1])) continue;
      // The longer pattern says more: "author bio" is not a byline, "related posts" not a post.
      if (rank(found->kind) < rank(best.kind)) best = {found->kind, found->why};
    }
  }
  return best;
}

// "sharing-with-a-single-developer": an id made of a heading's words, which say nothing of what the element is for.
static bool is_slug(std::string_view id) {
  const auto dashes = std::count(id.begin(), id.end(), '-') + std::count(id.begin(), id.end(), '_');
  return dashes >= 4 && std::none_of(id.begin(), id.end(), is_upper);
}

RegionHit RegionRules::by_words(const HtmlTree& tree, uint32_t node, Seen& seen) const {
  RegionHit best;
  bool body = false;
  for (uint32_t i = tree.nodes[node].attr_begin; i < tree.nodes[node].attr_end; ++i) {
    const HtmlAttribute& a = tree.attributes[i];
    if (a.name != Att::cls && a.name != Att::id && a.name != Att::role && a.name != Att::data_component &&
        a.name != Att::data_testid && a.name != Att::itemprop) {
      continue;
    }
    const std::string_view value = a.value.of(tree.chars);
    if (a.name == Att::itemprop && value.find("articleBody") != std::string_view::npos)
      return {Region::body, "article"};
    if (a.name == Att::cls &&
        (value.find("hentry") != std::string_view::npos || value.find("type-post") != std::string_view::npos))
      body = true;
    if (a.name == Att::id && is_slug(value)) continue;
    auto [known, fresh] = seen.try_emplace(value);
    if (fresh) known->second = match(value);
    const RegionHit hit = known->second;
    if (rank(hit.kind) < rank(best.kind)) best = hit;
  }
  // An article's frame lists its tags and switches among its classes; they say nothing of what it holds.
  const Tag tag = tree.nodes[node].tag;
  if ((body || tag == Tag::article) && best.kind != Region::comment && best.kind != Region::body &&
      best.why != "related")
    return {};
  return best;
}

bool RegionRules::has_word(std::string_view attribute, Region kind) const { return match(attribute).kind == kind; }

}  // namespace dateline
