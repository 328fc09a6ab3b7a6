#include "extract/html_facts.h"

#include <algorithm>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {

std::string plain_value(std::string_view value) {
  std::string out;
  bool in_tag = false;
  static constexpr std::pair<std::string_view, std::string_view> kEntities[] = {
      {"&amp;", "&"},   {"&quot;", "\""}, {"&#39;", "'"},    {"&#039;", "'"},  {"&apos;", "'"},  {"&lt;", "<"},
      {"&gt;", ">"},    {"&nbsp;", " "},  {"&#8217;", "’"},  {"&#8216;", "‘"}, {"&#8220;", "“"}, {"&#8221;", "”"},
      {"&#8211;", "–"}, {"&#8212;", "—"}, {"&rsquo;", "’"},  {"&lsquo;", "‘"}, {"&ldquo;", "“"}, {"&rdquo;", "”"},
      {"&ndash;", "–"}, {"&mdash;", "—"}, {"&hellip;", "…"}, {"&#8230;", "…"}, {"&auml;", "ä"},  {"&ouml;", "ö"},
      {"&uuml;", "ü"},  {"&Auml;", "Ä"},  {"&Ouml;", "Ö"},   {"&Uuml;", "Ü"},  {"&szlig;", "ß"}, {"&eacute;", "é"},
      {"&egrave;", "è"}};
  for (size_t at = 0; at < value.size();) {
    if (value[at] == '<' && at + 1 < value.size() && (is_lower(value[at + 1] | 0x20) || value[at + 1] == '/'))
      in_tag = true;
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

constexpr std::string_view kSeparators[] = {" | ", " - ", " – ",  " — ", " :: ", " » ", " › ", " · ",
                                            " • ", " / ", " // ", ": ",  " ~ ",  " « ", " < "};

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

// The site's name in one of its spellings: "The Oldtown Echo", "oldtownecho.com", "Oldtown Echo Online".
bool same_site(std::string_view name, std::string_view site, std::string_view host) {
  const std::string a = letters_of(name), b = letters_of(site);
  if (a.size() < 2) return false;
  const auto alike = [](const std::string& x, const std::string& y) {
    if (x == y) return true;
    const bool inside = x.size() > y.size() ? x.find(y) != std::string::npos : y.find(x) != std::string::npos;
    return inside && std::min(x.size(), y.size()) * 10 >= std::max(x.size(), y.size()) * 6;
  };
  if (b.size() > 1 && alike(a, b)) return true;
  if (host.empty()) return false;
  const std::string whole = letters_of(host), label = letters_of(host.substr(0, host.rfind('.')));
  return alike(a, whole) || alike(a, label);
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

bool word_edge(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  const auto c = static_cast<uint8_t>(text[at]);
  return !(is_lower(text[at]) || is_digit(text[at])) && (c < 0x80 || c == 0xE2);  // 0xE2: dashes, quotes, dots
}

// Both in the form of bare_line: the shorter is in the longer as whole words.
bool holds(std::string_view longer, std::string_view shorter) {
  const size_t at = shorter.empty() ? std::string_view::npos : longer.find(shorter);
  if (at == std::string_view::npos) return false;
  return (at == 0 || word_edge(longer, at - 1)) && word_edge(longer, at + shorter.size());
}

bool usable_heading(const Block& b) { return b.region != Region::comment && b.text.size() >= 4 && b.text.size() < 400; }

}  // namespace

std::string without_site_name(std::string_view title, std::string_view site, std::string* cut) {
  std::string out = trimmed_title(title, site, {});
  if (cut != nullptr && out.size() < title.size()) *cut = std::string(title.substr(out.size()));
  return out;
}

namespace {

// What the page shows as headings, held against what its metadata call the title.
struct HeadingFit {
  const Block* equal = nullptr;   // the same words as a title of the metadata
  const Block* longer = nullptr;  // a title with a kicker or a second line
  std::string_view inner;         // … that title
  const Block* part = nullptr;    // words of a title; the longest, what a title begins with before what ends it
  double part_score = 0;
  const Block* only_h1 = nullptr;  // the page's one h1, if it is not the site's name
  const Block* first = nullptr;    // the first heading of the article
};

HeadingFit fit_headings(const PageView& view, const std::string& og, const std::string& ld, const std::string& title,
                        const std::string& site, const std::string& host) {
  HeadingFit fit;
  const std::string bare_og = bare_line(og), bare_ld = bare_line(ld), bare_title = bare_line(title),
                    full = bare_line(plain_value(view.meta.title_tag));
  const BlockRange body = view.page.of_node[view.content.container];
  size_t h1s = 0;
  for (size_t i = 0; i < view.page.blocks.size(); ++i) {
    const Block& b = view.page.blocks[i];
    if (!is_heading(b.tag) || b.tag > Tag::h4 || !usable_heading(b)) continue;
    const std::string bare = bare_line(b.text);
    if (bare.empty()) continue;
    const bool is_site = same_site(b.text, site, host);
    if (!is_site && (bare == bare_og || bare == bare_ld || (bare == bare_title && bare.size() > 12))) {
      if (fit.equal == nullptr || b.tag < fit.equal->tag) fit.equal = &b;
    }
    for (const std::string* meta : {&bare_ld, &bare_og}) {
      if (meta->size() < 12 || bare.size() <= meta->size() || bare.size() > meta->size() * 3 || !holds(bare, *meta) ||
          fit.longer != nullptr)
        continue;
      fit.longer = &b;
      fit.inner = meta == &bare_og ? og : ld;
    }
    for (const std::string* meta : {&full, &bare_og, &bare_ld}) {
      if (bare.size() < 8 || bare.size() >= meta->size() || !holds(*meta, bare)) continue;
      const double score = static_cast<double>(std::min<size_t>(bare.size(), 90)) + (meta->starts_with(bare) ? 15 : 0) +
                           (b.tag == Tag::h1 ? 8 : 0) - (is_site ? 40 : 0);
      if (score > fit.part_score) fit.part_score = score, fit.part = &b;
    }
    const bool in_frame =
        b.region == Region::boilerplate &&
        (b.why == "sidebar" || b.why == "footer" || b.why == "cookies" || b.why == "aside" || b.why == "related");
    if (b.tag == Tag::h1 && !is_site && i < body.end && !in_frame) {
      if (h1s++ == 0) fit.only_h1 = &b;
    }
    if (fit.first == nullptr && i >= body.begin && i < body.end && b.region == Region::none) fit.first = &b;
  }
  if (h1s != 1) fit.only_h1 = nullptr;
  return fit;
}

}  // namespace

void find_headline(const PageView& view, Article& article) {
  const PageMeta& m = view.meta;
  const std::string host = view_host(view);
  const std::string site = article.outlet.empty() ? plain_value(m.og_site) : article.outlet;
  const std::string og = trimmed_title(plain_value(m.og_title), site, host);
  const std::string ld = trimmed_title(plain_value(m.ld_headline), site, host);
  const std::string title = trimmed_title(plain_value(m.title_tag), site, host);
  const HeadingFit fit = fit_headings(view, og, ld, title, site, host);
  const bool part_is_site =
      fit.only_h1 != nullptr && fit.part != nullptr && fit.part != fit.only_h1 && fit.part_score < 40;
  if (fit.equal != nullptr)
    article.headline = fit.equal->text;
  else if (fit.longer != nullptr)
    article.headline = std::string(fit.inner);
  else if (fit.only_h1 != nullptr && (fit.part == nullptr || part_is_site ||
                                      !holds(bare_line(plain_value(m.title_tag)), bare_line(fit.only_h1->text))))
    article.headline = fit.only_h1->text;
  else if (fit.part != nullptr && fit.part_score >= 12)
    article.headline = fit.part->text;
  else if (fit.only_h1 != nullptr)
    article.headline = fit.only_h1->text;
  else if (!og.empty() && !same_site(og, site, host))
    article.headline = og;
  else if (!ld.empty())
    article.headline = ld;
  else if (title.empty() && fit.first != nullptr)
    article.headline = fit.first->text;
  else
    article.headline = title;
  if (!og.empty() && bare_line(article.headline) != bare_line(og)) {
    article.notes.push_back("headline as the page shows it, over og:title “" + og + "”");
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
    if (any == size && b.text.size() < headline.size() + 20 && b.text.size() + 20 > headline.size() &&
        bare_line(b.text) == bare)
      any = i;
  }
  if (any != size) return any;
  for (uint32_t i = 0; i < size; ++i) {
    if (view.page.blocks[i].tag == Tag::h1 && view.page.blocks[i].region != Region::comment) return i;
  }
  return size;
}

std::vector<std::string> headline_forms(const PageView& view, const Article& article) {
  std::vector<std::string> out{article.headline, plain_value(view.meta.og_title), plain_value(view.meta.ld_headline),
                               plain_value(view.meta.title_tag)};
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
