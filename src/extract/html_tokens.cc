#include "extract/html_tokens.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"
#include "extract/html_names.h"
#include "extract/html_references.h"
#include "extract/limits.h"

namespace dateline {
namespace {

constexpr auto kNowhere = std::string_view::npos;
constexpr size_t kLongestName = 64;                // bytes of an element's name that are read
constexpr size_t kLongestAttribute = 16;           // of the name of an attribute that is asked for
static_assert(static_cast<int>(Att::value) < 32);  // the last one: a bit each

constexpr std::string_view kNumberedAttributes = " :=";  // no page's attribute: all others are taken out

bool is_ascii_letter(char c) { return is_lower(static_cast<char>(c | 0x20)); }

bool is_name_byte(char c) { return is_ascii_letter(c) || is_digit(c) || c == '-' || c == '_' || c == ':' || c == '.'; }

class TokenCutter {
 public:
  TokenCutter(std::string_view markup, HtmlTree& tree) : markup_(markup), tree_(tree) {
    out_.tags.reserve(markup.size() / 4);
    out_.texts.reserve(markup.size() / 100);
  }

  PageTokens run() {
    size_t text = 0;  // where the one begins that we are in
    for (size_t at = markup_.find('<'); at != kNowhere; at = markup_.find('<', at)) {
      if (at + 1 == markup_.size()) break;
      const char next = markup_[at + 1];
      if (!is_ascii_letter(next) && next != '/' && next != '!' && next != '?') {
        ++at;  // "a < b"
        continue;
      }
      add_text(text, at);
      at = text = next == '/' ? past_end_tag(at) : is_ascii_letter(next) ? past_start_tag(at) : past_close(at);
    }
    add_text(text, markup_.size());
    return std::move(out_);
  }

 private:
  void add_text(size_t begin, size_t end) {
    if (begin >= end) return;
    const std::string_view text = markup_.substr(begin, end - begin);
    if (std::all_of(text.begin(), text.end(), is_space)) {
      out_.tags += ' ';
      return;
    }
    add_number(out_.texts.size());
    out_.texts.push_back(text);
  }

  void add_number(size_t n) {
    char digits[20];
    out_.tags.append(digits, std::to_chars(digits, std::end(digits), n).ptr);
  }

  // Past the next '>'; all is over where there is none.
  size_t past_close(size_t at) const {
    const size_t close = markup_.find('>', at);
    return close == kNowhere ? markup_.size() : close + 1;
  }

  // The name as the library can read it.
  std::string_view name_at(size_t at) const {
    size_t end = at;
    while (end < markup_.size() && end < at + kLongestName && is_name_byte(markup_[end])) ++end;
    return markup_.substr(at, end - at);
  }

  size_t past_end_tag(size_t at) {
    if (at + 2 < markup_.size() && is_ascii_letter(markup_[at + 2])) {
      out_.tags += "</";
      out_.tags += name_at(at + 2);
      out_.tags += '>';
    }
    return past_close(at);
  }

  size_t past_start_tag(size_t at) {
    const std::string_view name = name_at(at + 1);
    at += 1 + name.size();
    while (at < markup_.size() && !is_space(markup_[at]) && markup_[at] != '>' && markup_[at] != '/') ++at;
    const auto first = static_cast<uint32_t>(tree_.attributes.size());
    bool empty = false;
    seen_ = 0;
    while (at < markup_.size() && markup_[at] != '>') {
      if (is_space(markup_[at])) {
        ++at;
      } else if (markup_[at] == '/') {
        empty = ++at < markup_.size() && markup_[at] == '>';
      } else {
        at = past_attribute(at);
      }
    }
    out_.tags += '<';
    out_.tags += name;
    const auto end = static_cast<uint32_t>(tree_.attributes.size());
    if (end > first) {
      out_.tags += kNumberedAttributes;
      add_number(out_.attributes.size());
      out_.attributes.push_back({first, end});
    }
    out_.tags += empty ? " />" : ">";
    return std::min(at + 1, markup_.size());
  }

  // Keeps the attribute if it is asked for; its first value counts.
  size_t past_attribute(size_t at) {
    char name[kLongestAttribute];
    size_t length = 0;
    do {
      const char c = markup_[at++];
      if (length < kLongestAttribute) name[length] = is_upper(c) ? static_cast<char>(c | 0x20) : c;
      ++length;
    } while (at < markup_.size() && !is_space(markup_[at]) && markup_[at] != '=' && markup_[at] != '>' &&
             markup_[at] != '/');
    std::string_view value;
    size_t equals = at;
    while (equals < markup_.size() && is_space(markup_[equals])) ++equals;
    if (equals < markup_.size() && markup_[equals] == '=') at = past_value(equals + 1, value);
    const Att att = length <= kLongestAttribute ? att_named({name, length}) : Att::none;
    const uint32_t bit = uint32_t{1} << static_cast<int>(att);
    if (att != Att::none && (seen_ & bit) == 0) keep(att, value);
    seen_ |= bit;
    return at;
  }

  size_t past_value(size_t at, std::string_view& value) const {
    while (at < markup_.size() && is_space(markup_[at])) ++at;
    const char quote = at < markup_.size() ? markup_[at] : 0;
    if (quote == '"' || quote == '\'') {
      const size_t close = markup_.substr(0, at + kMaxTagBytes).find(quote, at + 1);
      // Marks that are never closed: the tag ends where it would without them.
      if (close == kNowhere) return std::min(markup_.find('>', at), markup_.size());
      value = markup_.substr(at + 1, close - at - 1);
      return close + 1;
    }
    const size_t begin = at;
    while (at < markup_.size() && !is_space(markup_[at]) && markup_[at] != '>') ++at;
    value = markup_.substr(begin, at - begin);
    return at;
  }

  void keep(Att att, std::string_view value) {
    const auto begin = static_cast<uint32_t>(tree_.chars.size());
    append_resolved(tree_.chars, value);
    tree_.attributes.push_back({att, {begin, static_cast<uint32_t>(tree_.chars.size())}});
  }

  std::string_view markup_;
  HtmlTree& tree_;
  PageTokens out_;
  uint32_t seen_ = 0;  // by attribute, of the tag that we are in
};

}  // namespace

PageTokens cut_tokens(std::string_view markup, HtmlTree& tree) { return TokenCutter(markup, tree).run(); }

}  // namespace dateline
