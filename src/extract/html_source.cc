#include "extract/html_source.h"

#include <array>
#include <cstring>

#include "base/strings.h"
#include "extract/limits.h"

namespace dateline {
namespace {

constexpr auto kNowhere = std::string_view::npos;

// Elements cut out with all they hold; of ruby text the reading, which repeats the word it stands at.
constexpr std::string_view kCut[] = {"script", "style", "svg", "noscript", "template", "iframe", "math", "rt", "rp"};
constexpr size_t kLongestReading = 200;  // bytes of a reading; its end tag may be left out

// Empty elements that nobody asks for; <link> stays where it gives the canonical address.
constexpr std::string_view kEmpty[] = {"img", "source", "input", "wbr", "track", "embed", "param", "col", "link"};

bool same_letters(std::string_view html, size_t at, std::string_view lower) {
  if (html.size() - at < lower.size()) return false;
  for (size_t i = 0; i < lower.size(); ++i) {
    if ((html[at + i] | 0x20) != lower[i]) return false;
  }
  return true;
}

bool is_ascii_letter(char c) { return is_lower(static_cast<char>(c | 0x20)); }

// Where "</name" begins at or after `from`; npos if nowhere.
size_t find_end_tag(std::string_view html, size_t from, std::string_view name) {
  for (size_t at = html.find('<', from); at != kNowhere && at + 1 < html.size(); at = html.find('<', at + 1)) {
    if (html[at + 1] == '/' && same_letters(html, at + 2, name)) return at;
  }
  return kNowhere;
}

// Where a start tag ends: past '>' outside quotation marks. A tag that never closes its marks ends at its first '>'.
size_t end_of_tag(std::string_view html, size_t at) {
  const size_t limit = std::min(html.size(), at + kMaxTagBytes);
  char quote = 0;
  for (size_t i = at; i < limit; ++i) {
    const char c = html[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '>') {
      return i + 1;
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    }
  }
  const size_t close = html.find('>', at);
  return close == kNowhere ? close : close + 1;
}

class Stripper {
 public:
  Stripper(std::string_view html, bool keep_templates) : html_(html), keep_templates_(keep_templates) {
    out_.markup.reserve(html.size() / 3);
  }

  PageSource run() {
    size_t at = html_.find('<');
    for (; at != kNowhere && at + 3 < html_.size(); at = html_.find('<', at)) {
      const char next = html_[at + 1];
      if (next == '!')
        at = past_declaration(at);
      else if (is_ascii_letter(next))
        at = past_indent(past_element(at));
      else
        ++at;
    }
    keep_until(html_.size());
    return std::move(out_);
  }

 private:
  void keep_until(size_t to) {
    if (to > kept_) out_.markup.append(html_, kept_, to - kept_);
    kept_ = to;
  }

  size_t cut(size_t from, size_t to) {
    keep_until(from);
    kept_ = to;
    return to;
  }

  // White space between two tags is one space or line break.
  size_t past_indent(size_t at) {
    size_t end = at;
    while (end < html_.size() && is_space(html_[end])) ++end;
    if (end < at + 2 || end >= html_.size() || html_[end] != '<') return at;
    return cut(at + 1, end);
  }

  size_t past_declaration(size_t at) {
    if (html_.compare(at, 9, "<![CDATA[") == 0) return cut(at, at + 9);
    if (html_.compare(at, 4, "<!--") != 0) return at + 1;
    if (html_.compare(at, 5, "<!-->") == 0) return cut(at, at + 5);
    // What is not found once is not looked for again: a page of a million "<!--" must not cost a million searches.
    const size_t end = no_comment_end_ ? kNowhere : html_.find("-->", at + 4);
    no_comment_end_ = end == kNowhere;
    return cut(at, no_comment_end_ ? at + 4 : end + 3);
  }

  size_t past_element(size_t at) {
    size_t name_end = at + 1;
    // Up to white space, '/' or '>': the name of <a-box> is not "a".
    while (name_end < html_.size() && !is_space(html_[name_end]) && html_[name_end] != '>' && html_[name_end] != '/')
      ++name_end;
    const size_t end = no_tag_end_ ? kNowhere : end_of_tag(html_, name_end);
    no_tag_end_ = end == kNowhere;
    if (no_tag_end_) return at + 1;
    for (size_t n = 0; n < std::size(kCut); ++n) {
      if (kCut[n].size() != name_end - at - 1 || !same_letters(html_, at + 1, kCut[n])) continue;
      return past_cut(n, at, end);
    }
    for (std::string_view name : kEmpty) {
      if (name.size() != name_end - at - 1 || !same_letters(html_, at + 1, name)) continue;
      if (name != "link" || html_.substr(at, end - at).find("canonical") == kNowhere) return cut(at, end);
    }
    return end;
  }

  size_t past_cut(size_t n, size_t at, size_t end) {
    const std::string_view name = kCut[n], open = html_.substr(at, end - at);
    if (name[0] == 'r') {
      const size_t close = find_end_tag(html_.substr(0, std::min(html_.size(), end + kLongestReading)), end, name);
      return close == kNowhere ? end : cut(at, close + name.size() + 3);
    }
    if (open.ends_with("/>") && name != "script" && name != "style" && name != "iframe") return end;  // <svg/>
    const bool script = name == "script";
    const bool template_like =
        name == "noscript" || name == "template" ||
        (script && (open.find("text/template") != kNowhere || open.find("text/html") != kNowhere));
    if (keep_templates_ && template_like) return cut(at, end);
    const size_t close = no_close_[n] ? kNowhere : find_end_tag(html_, end, name);
    no_close_[n] = close == kNowhere;
    if (no_close_[n]) return script || name == "style" ? cut(at, html_.size()) : end;  // as browsers have it
    if (script && open.find("ld+json") != kNowhere && close - end < kMaxEmbeddedJson)
      out_.json_ld.emplace_back(html_.substr(end, close - end));
    const size_t past = html_.find('>', close);
    return cut(at, past == kNowhere ? html_.size() : past + 1);
  }

  std::string_view html_;
  bool keep_templates_;
  PageSource out_;
  size_t kept_ = 0;  // what stands before is in the markup, or cut
  bool no_comment_end_ = false, no_tag_end_ = false;
  std::array<bool, std::size(kCut)> no_close_{};
};

}  // namespace

PageSource strip_page(std::string_view bytes, bool keep_templates) { return Stripper(bytes, keep_templates).run(); }

std::string declared_charset(std::string_view bytes) {
  const std::string head = ascii_lower(bytes.substr(0, 4096));
  for (size_t at = head.find("charset"); at != std::string::npos; at = head.find("charset", at + 7)) {
    size_t i = at + 7;
    while (i < head.size() && is_space(head[i])) ++i;
    if (i >= head.size() || head[i] != '=') continue;
    ++i;
    while (i < head.size() && (is_space(head[i]) || head[i] == '"' || head[i] == '\'')) ++i;
    const size_t begin = i;
    while (i < head.size() &&
           (is_lower(head[i]) || is_digit(head[i]) || head[i] == '-' || head[i] == '_' || head[i] == ':'))
      ++i;
    if (i > begin) return head.substr(begin, i - begin);
  }
  if (head.starts_with("<?xml")) {
    const size_t at = head.find("encoding=");
    if (at < 100) {
      const size_t begin = at + 10, end = head.find_first_of("\"'", begin);
      if (end != std::string::npos) return head.substr(begin, end - begin);
    }
  }
  return {};
}

}  // namespace dateline
