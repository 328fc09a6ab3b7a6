// The headline: the heading of the page that its metadata repeat, without kicker and without the site's name.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_site.h"

namespace dateline {
namespace {

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

// The element of a heading that the block stands in; 0 if there is none.
uint32_t heading_of(const HtmlTree& tree, const Block& b) {
  uint32_t node = tree.nodes[b.first].parent;
  while (node != 0 && !is_heading(tree.nodes[node].tag)) node = tree.nodes[node].parent;
  return node;
}

// The words below a node, those of elements that the page sets apart left out: a kicker, a date, what only screen
// readers read out. A separator of that last kind (": ") ends a kicker that has no name.
std::string shown_words(const PageView& view, uint32_t from, uint32_t to) {
  const HtmlTree& tree = view.tree;
  std::string words;
  for (uint32_t i = from; i < to; ++i) {
    const HtmlNode& node = tree.nodes[i];
    if (node.tag == Tag::text) {
      words += tree.words(node);
      continue;
    }
    const Region region = view.page.hits[i].kind;
    if (node.tag == Tag::time || region == Region::boilerplate || region == Region::byline) {
      const std::string apart = tree.text_of(i);
      if (!apart.empty() && bare_line(apart).empty()) words.clear();
      i = node.end - 1;
      words += ' ';
    }
    if (node.tag == Tag::br || is_block(node.tag)) words += ' ';
  }
  return plain_value(words);
}

// "<span>In the city</span> Bridge closed": the span is a kicker where no title of the page runs on from it.
std::string after_leading_span(const PageView& view, uint32_t heading) {
  const HtmlTree& tree = view.tree;
  uint32_t span = heading + 1;
  while (span < tree.nodes[heading].end && tree.nodes[span].tag == Tag::text &&
         trim(tree.words(tree.nodes[span])).empty())
    ++span;
  if (span >= tree.nodes[heading].end || tree.nodes[span].tag != Tag::span) return {};
  const uint32_t rest = tree.nodes[span].end;
  if (rest >= tree.nodes[heading].end || tree.nodes[rest].tag != Tag::text) return {};
  std::string core = shown_words(view, rest, tree.nodes[heading].end);
  const std::string bare = bare_line(core), kicker = bare_line(tree.text_of(span));
  if (words_in_line(core) < 3 || bare.size() < 12 || kicker.empty()) return {};
  bool known = false;
  for (const std::string* title : {&view.meta.title_tag, &view.meta.og_title, &view.meta.ld_headline}) {
    const std::string whole = bare_line(plain_value(*title));
    if (whole.find(kicker + " " + bare) != std::string::npos) return {};
    known |= holds(whole, bare);
  }
  return known ? core : std::string();
}

std::string core_of(const PageView& view, const Block& b) {
  const uint32_t heading = heading_of(view.tree, b);
  if (heading == 0) return b.text;
  std::string core = shown_words(view, heading + 1, view.tree.nodes[heading].end);
  if (core == b.text) {
    if (std::string rest = after_leading_span(view, heading); !rest.empty()) return rest;
  }
  return core.size() >= 8 && words_in_line(core) >= 2 ? core : b.text;
}

// The site's own name as a heading: all of it is a link to the first page.
bool leads_home(const PageView& view, const Block& b) {
  if (b.link_bytes + 2 < b.text.size()) return false;
  const uint32_t heading = heading_of(view.tree, b);
  if (heading == 0) return false;
  for (uint32_t i = view.tree.nodes[heading].parent; i < view.tree.nodes[heading].end; ++i) {
    if (view.tree.nodes[i].tag != Tag::a) continue;
    std::string_view href = view.tree.attribute(i, Att::href);
    // An archive's address ends with the address of the page it keeps.
    if (const size_t inner = href.rfind("://"); inner != std::string_view::npos) {
      const size_t path = href.find('/', inner + 3);
      href = path == std::string_view::npos ? "/" : href.substr(path);
    }
    return href == "/" || href.starts_with("/index.") || href.starts_with("index.") || href == "./";
  }
  return false;
}

// What the page shows as headings, held against what its metadata call the title.
struct HeadingFit {
  const Block* equal = nullptr;   // the same words as a title of the metadata
  int equal_to = 9;               // … which: og:title, JSON-LD, <title>
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
  std::string first_h1;
  bool other_h1 = false;
  for (size_t i = 0; i < view.page.blocks.size(); ++i) {
    const Block& b = view.page.blocks[i];
    if (!is_heading(b.tag) || b.tag > Tag::h4 || !usable_heading(b)) continue;
    const std::string bare = bare_line(b.text);
    if (bare.empty()) continue;
    const bool is_site = same_site(b.text, site, host) || leads_home(view, b);
    if (!is_site) {
      const int to = bare == bare_og ? 0 : bare == bare_ld ? 1 : bare == bare_title && bare.size() > 12 ? 2 : 9;
      if (to < 9 && (fit.equal == nullptr || b.tag < fit.equal->tag || (b.tag == fit.equal->tag && to < fit.equal_to)))
        fit.equal = &b, fit.equal_to = to;
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
                           (b.tag == Tag::h1 ? 40 : 0) - (is_site ? 60 : 0) -
                           (b.region == Region::boilerplate ? 30 : 0);
      if (score > fit.part_score) fit.part_score = score, fit.part = &b;
    }
    const bool in_frame =
        b.region == Region::boilerplate &&
        (b.why == "sidebar" || b.why == "footer" || b.why == "cookies" || b.why == "aside" || b.why == "related");
    if (b.tag == Tag::h1 && !is_site && i < body.end && !in_frame && bare != first_h1) {
      if (first_h1.empty())
        fit.only_h1 = &b, first_h1 = bare;
      else
        other_h1 = true;
    }
    if (fit.first == nullptr && i >= body.begin && i < body.end && b.region == Region::none && !is_site) fit.first = &b;
  }
  if (other_h1) fit.only_h1 = nullptr;
  return fit;
}

// The words of four letters and more, sorted.
std::vector<std::string> long_words(std::string_view text) {
  std::vector<std::string> out;
  const std::string bare = bare_line(text);
  for (std::string_view word : split(bare, ' ')) {
    if (word.size() >= 4) out.emplace_back(word);
  }
  std::sort(out.begin(), out.end());
  return out;
}

// The heading that stands over the first paragraph, where it says in other words what a title of the metadata says.
const Block* heading_over_body(const PageView& view, const std::string& site, const std::string& host,
                               const std::vector<std::string>& titles) {
  constexpr uint32_t kAbove = 15;  // blocks
  const BlockRange body = view.page.of_node[view.content.container];
  uint32_t prose = body.begin;
  while (prose < body.end && (view.page.blocks[prose].region != Region::none || view.page.blocks[prose].weight < 60))
    ++prose;
  for (uint32_t back = 1; back <= kAbove && back <= prose; ++back) {
    const Block& b = view.page.blocks[prose - back];
    if (!is_heading(b.tag) || b.tag > Tag::h2 || !usable_heading(b) || b.region == Region::boilerplate) continue;
    if (words_in_line(b.text) < 3 || same_site(b.text, site, host)) continue;
    const std::vector<std::string> words = long_words(b.text);
    for (const std::string& title : titles) {
      const std::vector<std::string> other = long_words(title);
      std::vector<std::string> both;
      std::set_intersection(words.begin(), words.end(), other.begin(), other.end(), std::back_inserter(both));
      if (both.size() >= 2 && both.size() * 3 >= words.size()) return &b;
    }
  }
  return nullptr;
}

// A block, no heading, that shows what the page's title begins with, up to a separator.
const Block* shown_title(const PageView& view, const std::string& site, const std::string& host) {
  const std::string full = bare_line(plain_value(view.meta.title_tag));
  for (const Block& b : view.page.blocks) {
    if (b.tag == Tag::title || b.text.size() < 8 || b.text.size() > 300 || b.link_bytes * 2 > b.text.size()) continue;
    if (b.region == Region::comment || b.why == "head" || b.why == "hidden" || b.why == "related") continue;
    const std::string bare = bare_line(b.text);
    if (bare.size() < 8 || bare.size() + 3 > full.size()) continue;
    if (!full.starts_with(bare)) continue;
    const bool parted = full.substr(bare.size(), 3).find_first_of("|-_:/<>~\xE2\xC2") != std::string::npos;
    if (parted && !same_site(b.text, site, host)) return &b;
  }
  return nullptr;
}

// "Flood: Bridge closed" where a heading shows "Flood" apart from "Bridge closed".
std::string without_kicker(const PageView& view, const std::string& headline) {
  const std::string bare = bare_line(headline);
  for (const Block& b : view.page.blocks) {
    if (!is_heading(b.tag) || b.tag > Tag::h3 || b.text.size() > headline.size() + 40 || b.region == Region::comment)
      continue;
    if (b.text.size() + 8 < headline.size()) continue;
    std::string core = core_of(view, b);
    const std::string bare_core = bare_line(core);
    if (core != b.text && bare_core.size() >= 12 && bare.size() > bare_core.size() && bare.ends_with(bare_core))
      return core;
  }
  return headline;
}

}  // namespace

void find_headline(const PageView& view, Article& article) {
  const PageMeta& m = view.meta;
  const std::string host = page_host(view);
  std::string site = article.outlet.empty() ? plain_value(m.og_site) : article.outlet;
  // Some fill the site's name with the title of the page.
  if (m.og_title.size() > 12 && holds(bare_line(site), bare_line(plain_value(m.og_title)))) site.clear();
  const std::string og = trimmed_title(plain_value(m.og_title), site, host);
  const std::string ld = trimmed_title(plain_value(m.ld_headline), site, host);
  const std::string title = trimmed_title(plain_value(m.title_tag), site, host);
  const HeadingFit fit = fit_headings(view, og, ld, title, site, host);
  const bool part_is_site =
      fit.only_h1 != nullptr && fit.part != nullptr && fit.part != fit.only_h1 && fit.part_score < 40;
  const bool h1_says_more = fit.only_h1 != nullptr && fit.equal != nullptr && fit.equal->tag != Tag::h1 &&
                            trimmed_title(fit.only_h1->text, site, host) == fit.only_h1->text &&
                            holds(bare_line(fit.only_h1->text), bare_line(fit.equal->text));
  if (h1_says_more)
    article.headline = fit.only_h1->text;
  else if (fit.equal != nullptr)
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
  else if (const Block* over = heading_over_body(view, site, host, {og, ld, title}))
    article.headline = over->text;
  else if (!og.empty() && !same_site(og, site, host))
    article.headline = og;
  else if (!ld.empty())
    article.headline = ld;
  else if (const Block* shown = shown_title(view, site, host))
    article.headline = shown->text;
  else if (title.empty() && fit.first != nullptr)
    article.headline = fit.first->text;
  else
    article.headline = title;
  article.headline = without_kicker(view, article.headline);
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
    if (is_heading(b.tag) && (bare_line(b.text) == bare || bare_line(core_of(view, b)) == bare)) return i;
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

}  // namespace dateline
