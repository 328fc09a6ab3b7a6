#include "extract/html_facts.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {

std::string plain_value(std::string_view value) {
  std::string out;
  bool in_tag = false;
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&amp;", "&"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#039;", "'"}, {"&apos;", "'"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", " "},
      {"&#8217;", "’"}, {"&#8216;", "‘"}, {"&#8220;", "“"}, {"&#8221;", "”"}, {"&#8211;", "–"}, {"&#8212;", "—"}, {"&rsquo;", "’"}, {"&lsquo;", "‘"},
      {"&ldquo;", "“"}, {"&rdquo;", "”"}, {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"}, {"&#8230;", "…"}, {"&auml;", "ä"}, {"&ouml;", "ö"},
      {"&uuml;", "ü"}, {"&Auml;", "Ä"}, {"&Ouml;", "Ö"}, {"&Uuml;", "Ü"}, {"&szlig;", "ß"}, {"&eacute;", "é"}, {"&egrave;", "è"}};
  for (size_t at = 0; at < value.size();) {
    if (value[at] == '<' && at + 1 < value.size() && (is_lower(value[at + 1] | 0x20) || value[at + 1] == '/')) in_tag = true;
    if (in_tag) {
      in_tag = value[at] != '>';
      ++at;
      continue;
    }
    if (value[at] == '&') {
      bool known = false;
      for (auto [name, sign] : kEntities) {
        if (value.substr(at, name.size()) != name) continue;
        out += sign;
        at += name.size();
        known = true;
        break;
      }
      if (known) continue;
    }
    const size_t begin = at;
    if (is_white_space(next_code_point(value, at))) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else {
      out.append(value.substr(begin, at - begin));
    }
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

namespace {

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ", " — ", " :: ", " » ", " › ", " · ", " • ", " / ", " // ", ": ", " ~ ", " « ", " < "};

// Letters and digits only, small: how names of sites are compared with addresses.
std::string letters_of(std::string_view text) {
  std::string out;
  for (char c : fold(text)) {
    if (is_lower(c) || is_digit(c) || (static_cast<uint8_t>(c) & 0x80)) out += c;
  }
  return out;
}

std::string host_of(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return ascii_lower(host);
}

bool same_site(std::string_view name, std::string_view site, std::string_view host) {
  const std::string a = letters_of(name), b = letters_of(site), h = letters_of(host);
  if (a.size() < 2) return false;
  if (!b.empty() && (a == b || (b.size() > 4 && a.find(b) != std::string::npos) || (a.size() > 4 && b.find(a) != std::string::npos))) return true;
  return !h.empty() && a.size() > 2 && (h.find(a) != std::string::npos || (h.size() > 5 && a.find(h) != std::string::npos));
}

std::string view_host(const PageView& view) {
  for (const std::string* url : {&view.meta.canonical, &view.meta.og_url, &view.url, &view.meta.ld_url}) {
    if (std::string host = host_of(*url); !host.empty()) return host;
  }
  return {};
}

// The title without the site's name at its end or beginning.
std::string trimmed_title(std::string_view title, std::string_view site, std::string_view host) {
  std::string_view best = title;
  for (int round = 0; round < 3; ++round) {
    bool cut = false;
    for (std::string_view sep : kSeparators) {
      const size_t last = best.rfind(sep);
      if (last != std::string_view::npos && last > 0 && same_site(best.substr(last + sep.size()), site, host)) {
        best = trim(best.substr(0, last));
        cut = true;
      }
      const size_t first = best.find(sep);
      if (first != std::string_view::npos && first > 0 && same_site(best.substr(0, first), site, host)) {
        best = trim(best.substr(first + sep.size()));
        cut = true;
      }
    }
    if (!cut) break;
  }
  return std::string(best);
}

// Both in the form of bare_line: the shorter is in the longer as whole words.
bool holds(std::string_view longer, std::string_view shorter) {
  if (shorter.size() < 8) return longer == shorter;
  const size_t at = longer.find(shorter);
  if (at == std::string_view::npos) return false;
  const bool left = at == 0 || longer[at - 1] == ' ' || static_cast<uint8_t>(longer[at - 1]) < '0';
  const size_t end = at + shorter.size();
  return left && (end == longer.size() || static_cast<uint8_t>(longer[end]) < '0');
}

bool usable_heading(const Block& b) {
  return b.region != Region::comment && b.text.size() >= 4 && b.text.size() < 400;
}

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site, std::string* cut) {
  std::string out = trimmed_title(title, site, {});
  if (cut != nullptr && out.size() < title.size()) *cut = std::string(title.substr(out.size()));
  return out;
}

void find_headline(const PageView& view, Article& article) {
  const PageMeta& m = view.meta;
  const std::string host = view_host(view);
  const std::string site = article.outlet.empty() ? plain_value(m.og_site) : article.outlet;
  const std::string og = trimmed_title(plain_value(m.og_title), site, host);
  const std::string ld = trimmed_title(plain_value(m.ld_headline), site, host);
  const std::string title = trimmed_title(plain_value(m.title_tag), site, host);
  const std::string bare_og = bare_line(og), bare_ld = bare_line(ld), bare_title = bare_line(plain_value(m.title_tag));

  // The page shows its headline: the heading that its metadata repeats.
  const Block* shown = nullptr;
  int shown_score = 0;
  size_t h1s = 0;
  for (const Block& b : view.page.blocks) h1s += b.tag == Tag::h1 && usable_heading(b);
  const BlockRange body = view.page.of_node[view.content.container];
  for (size_t i = 0; i < view.page.blocks.size(); ++i) {
    const Block& b = view.page.blocks[i];
    if (!is_heading(b.tag) || !usable_heading(b)) continue;
    const std::string bare = bare_line(b.text);
    if (bare.empty()) continue;
    int score = 0;
    const bool equal = bare == bare_og || bare == bare_ld || bare == bare_line(title);
    if (equal) score = 6;
    else if (bare.size() >= 12 && (holds(bare_title, bare) || holds(bare_og, bare) || holds(bare_ld, bare))) score = 5;
    else if ((bare_og.size() >= 12 && holds(bare, bare_og)) || (bare_ld.size() >= 12 && holds(bare, bare_ld))) score = 4;
    else if (b.tag == Tag::h1 && h1s == 1 && !same_site(b.text, site, host) && b.region == Region::none) score = i < body.end ? 3 : 1;
    else if (b.tag == Tag::h1 && b.region == Region::none && i < body.end && !same_site(b.text, site, host)) score = 2;
    if (score == 0) continue;
    score = score * 4 + (b.tag == Tag::h1 ? 3 : b.tag == Tag::h2 ? 2 : 1);
    if (same_site(b.text, site, host) && !equal) score -= 12;
    if (score > shown_score) {
      shown_score = score;
      shown = &b;
    }
  }
  if (shown != nullptr && shown_score >= 16) article.headline = shown->text;
  else if (!og.empty()) article.headline = og;
  else if (!ld.empty()) article.headline = ld;
  else if (shown != nullptr) article.headline = shown->text;
  else article.headline = title;
  if (!og.empty() && !article.headline.empty() && bare_line(article.headline) != bare_og && shown_score >= 16) {
    article.notes.push_back("the heading on the page is taken over og:title “" + og + "”");
  }
}

uint32_t headline_block(const PageView& view, std::string_view headline) {
  const std::string bare = bare_line(headline);
  const auto size = static_cast<uint32_t>(view.page.blocks.size());
  uint32_t any = size;
  for (uint32_t i = 0; i < size; ++i) {
    const Block& b = view.page.blocks[i];
    if (b.text.size() > 400 || b.tag == Tag::title || b.region == Region::comment) continue;
    if (is_heading(b.tag) && bare_line(b.text) == bare) return i;
    if (any == size && b.text.size() < headline.size() + 20 && b.text.size() + 20 > headline.size() && bare_line(b.text) == bare) any = i;
  }
  if (any != size) return any;
  for (uint32_t i = 0; i < size; ++i) {
    if (view.page.blocks[i].tag == Tag::h1 && view.page.blocks[i].region != Region::comment) return i;
  }
  return size;
}

std::vector<std::string> headline_forms(const PageView& view, const Article& article) {
  std::vector<std::string> out{article.headline, plain_value(view.meta.og_title), plain_value(view.meta.ld_headline), plain_value(view.meta.title_tag)};
  for (const Block& b : view.page.blocks) {
    if (b.tag == Tag::h1 && b.region != Region::comment) out.push_back(b.text);
  }
  return out;
}

void find_outlet(const PageView& view, Article& article) {
  const PageMeta& m = view.meta;
  for (const std::string& name : {plain_value(m.og_site), plain_value(m.ld_outlet), plain_value(m.app_name)}) {
    if (name.empty() || name.size() > 100 || name.starts_with("http")) continue;
    article.outlet = name;
    break;
  }
  if (!article.outlet.empty()) return;
  // "Flood closes bridge | The Oldtown Echo", where the address is oldtownecho.com
  const std::string title = plain_value(m.title_tag), host = view_host(view);
  if (host.empty()) return;
  for (std::string_view sep : kSeparators) {
    const size_t at = title.rfind(sep);
    if (at == std::string::npos) continue;
    const std::string tail = title.substr(at + sep.size());
    const std::string a = letters_of(tail), h = letters_of(host.substr(0, host.rfind('.')));
    if (a.size() > 2 && (h.find(a) != std::string::npos || a.find(h) != std::string::npos)) {
      article.outlet = tail;
      return;
    }
  }
}

void find_address(const PageView& view, Article& article) {
  for (const std::string* url : {&view.url, &view.meta.canonical, &view.meta.og_url, &view.meta.ld_url}) {
    if (url == &view.url && !view.meta.canonical.empty() && view.meta.canonical.starts_with("http") &&
        host_of(view.meta.canonical) == host_of(view.url)) {
      continue;  // the page's own canonical address is cleaner than the one fetched
    }
    if (!url->starts_with("http://") && !url->starts_with("https://")) continue;
    article.uri = *url;
    return;
  }
  article.uri = view.url;
}

}  // namespace dateline
