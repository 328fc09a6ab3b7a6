#include "base/rules.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "base/strings.h"

namespace dateline {

std::string_view Rule::get(std::string_view key) const {
  for (const RuleField& field : fields) {
    if (field.key == key) return field.text;
  }
  return {};
}

Error RuleFile::error(std::string_view at, std::string_view message) const {
  const size_t offset = std::min<size_t>(at.data() - text.data(), text.size());
  const size_t begin = offset == 0 ? 0 : text.rfind('\n', offset - 1) + 1;  // npos + 1 is 0
  const std::string_view line = text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
  const auto number = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin), '\n') + 1;
  return Error{ErrorCode::invalid_input,
               std::string(message) + "\n  " + std::string(line) + "\n  " + std::string(offset - begin, ' ') + "^ here",
               std::string(name) + ":" + std::to_string(number)};
}

Result<RuleFile> read_rules(std::string_view name, std::string_view text) {
  RuleFile file{name, text, {}};
  uint32_t number = 0;
  for (std::string_view raw : split(text, '\n')) {
    ++number;
    const std::string_view line = trim(raw);
    if (line.empty() || line.front() == '#') continue;
    const size_t gap = std::min(line.find_first_of(" \t"), line.size());
    const std::string_view key = line.substr(0, gap), rest = trim(line.substr(gap));
    if (is_space(raw.front())) {
      if (file.rules.empty()) return file.error(line, "a field before the first rule");
      file.rules.back().fields.push_back({key, rest});
      continue;
    }
    if (key != "rule" || rest.empty()) return file.error(line, "expected 'rule NAME' or an indented field");
    file.rules.push_back({rest, number, {}});
  }
  return file;
}

namespace {

// Recursive descent over one `match`.
class MatchParser {
 public:
  MatchParser(const RuleFile& file, std::string_view text) : file_(file), text_(text) {}

  Result<MatchTree> parse() {
    TRY(MatchTree tree, choice());
    skip_space();
    if (at_ < text_.size()) return file_.error(text_.substr(at_), "unexpected sign");
    return tree;
  }

 private:
  void skip_space() {
    while (at_ < text_.size() && is_space(text_[at_])) ++at_;
  }

  bool take(char c) {
    skip_space();
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  Result<MatchTree> choice() {
    MatchTree tree{MatchTree::choice, false, false, {}, {}, {}};
    do {
      TRY(MatchTree part, sequence());
      tree.parts.push_back(std::move(part));
    } while (take('|'));
    if (tree.parts.size() == 1) return std::move(tree.parts[0]);
    return tree;
  }

  Result<MatchTree> sequence() {
    MatchTree tree;
    for (skip_space(); at_ < text_.size() && text_[at_] != '|' && text_[at_] != ')'; skip_space()) {
      TRY(MatchTree part, item());
      part.optional = take('?');
      tree.parts.push_back(std::move(part));
    }
    if (tree.parts.empty()) return file_.error(text_.substr(at_), "nothing to match here");
    return tree;
  }

  Result<MatchTree> item() {
    const bool glued = take('~');
    skip_space();
    const std::string_view start = text_.substr(at_);
    if (start.empty()) return file_.error(start, "nothing to match here");
    MatchTree tree;
    if (take('(')) {
      TRY(tree, choice());
      if (!take(')')) return file_.error(start, "this ( is not closed");
    } else if (take('{')) {
      const size_t end = text_.find('}', at_);
      if (end == std::string_view::npos) return file_.error(start, "this { is not closed");
      const std::string_view inside = text_.substr(at_, end - at_);
      const size_t colon = std::min(inside.find(':'), inside.size());
      tree.kind = MatchTree::slot;
      tree.text = inside.substr(0, colon);
      tree.alias = colon < inside.size() ? inside.substr(colon + 1) : tree.text;
      at_ = end + 1;
    } else {
      tree.kind = MatchTree::word;
      if (is_letter(text_[at_])) {
        size_t end = at_;
        while (end < text_.size() && is_letter(text_[end])) ++end;
        tree.text = text_.substr(at_, end - at_);
      } else {
        if (std::string_view("?}~").find(text_[at_]) != std::string_view::npos)
          return file_.error(start, "unexpected sign");
        tree.text = text_.substr(at_, 1);
      }
      at_ += tree.text.size();
    }
    tree.glued = glued;
    return tree;
  }

  static bool is_letter(char c) {
    return is_lower(c) || is_upper(c) || is_digit(c) || static_cast<unsigned char>(c) >= 128;
  }

  const RuleFile& file_;
  std::string_view text_;
  size_t at_ = 0;
};

// Takes "…" from the front of `rest`; a missing quotation mark is an error.
Result<std::string_view> take_quoted(const RuleFile& file, std::string_view& rest) {
  rest = trim(rest);
  const size_t end = rest.empty() || rest.front() != '"' ? std::string_view::npos : rest.find('"', 1);
  if (end == std::string_view::npos) return file.error(rest, "expected \"words\" in quotation marks");
  const std::string_view inside = rest.substr(1, end - 1);
  rest = trim(rest.substr(end + 1));
  return inside;
}

}  // namespace

Result<MatchTree> parse_match(const RuleFile& file, std::string_view text) { return MatchParser(file, text).parse(); }

Result<RuleExample> parse_example(const RuleFile& file, std::string_view text) {
  RuleExample example;
  std::string_view rest = text;
  TRY(example.text, take_quoted(file, rest));
  if (rest.starts_with('@')) {
    const size_t end = std::min(rest.find(' '), rest.size());
    example.at = rest.substr(1, end - 1);
    rest = trim(rest.substr(end));
  }
  while (!rest.empty()) {
    TRY(std::string_view words, take_quoted(file, rest));
    std::string_view value;
    if (rest.starts_with('=')) {
      rest = trim(rest.substr(1));
      const size_t end = std::min(rest.find_first_of(" ,"), rest.size());
      value = rest.substr(0, end);
      rest = trim(rest.substr(end));
    }
    example.found.emplace_back(words, value);
    if (rest.starts_with(',')) rest = trim(rest.substr(1));
  }
  return example;
}

}  // namespace dateline
