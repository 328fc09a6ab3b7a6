// The headline: the heading of the page that its metadata repeat, without kicker and without the site's name.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_heading.h"
#include "extract/html_site.h"

namespace dateline {
namespace {

constexpr uint32_t kAbove = 15;  // blocks between the headline and the first paragraph

struct Titles {
  std::string og, ld, title;  // of the metadata, without the site's name
  std::string site, host;
};

// What the page shows as headings, held against what its metadata call the title.
struct HeadingFit {
  const Block* equal = nullptr;   // the same words as a title of the metadata
  int equal_rank = 9;             // … 0 og:title, 1 JSON-LD, 2 <title>
  std::string equal_to;           // … its name
  const Block* longer = nullptr;  // a title with a kicker or a second line
  std::string_view inner;         // … that title
  const Block* part = nullptr;    // words of a title; the longest, what a title begins with before what ends it
  double part_score = 0;
  std::string named;               // what a heading at the text holds as its headline, beside a kicker
  const Block* only_h1 = nullptr;  // the page's one h1, if it is not the site's name
  const Block* first = nullptr;    // the first heading of the article
};

// In an element, however small, that the page hides from those who see it.
bool is_hidden(const PageView& view, const Block& b) {
  for (uint32_t node = b.node, up = 0; node != 0 && up < 3; node = view.tree.nodes[node].parent, ++up) {
    const RegionHit& hit = view.page.hits[node];
    if (hit.kind == Region::boilerplate && (hit.why == "hidden" || hit.why == "screen readers")) return true;
  }
  return false;
}

// The heading that stands next above the first paragraph, whatever it says: better than a <title> that is the site's.
const Block* next_above(const PageView& view, const Titles& t) {
  const uint32_t prose = first_prose(view);
  if (prose >= view.page.blocks.size()) return nullptr;
  for (uint32_t back = 1; back <= kAbove && back <= prose; ++back) {
    const Block& b = view.page.blocks[prose - back];
    if (!is_heading(b.tag) || b.tag > Tag::h4 || !usable_heading(b) || b.region == Region::boilerplate) continue;
    if (!same_site(b.text, t.site, t.host) && !leads_home(view, b)) return &b;
  }
  return nullptr;
}

HeadingFit fit_headings(const PageView& view, const Titles& t) {
  HeadingFit fit;
  const std::string bare_og = bare_line(t.og), bare_ld = bare_line(t.ld), bare_title = bare_line(t.title),
                    full = bare_line(plain_value(view.meta.title_tag));
  const BlockRange body = view.page.of_node[view.content.container];
  const Block* above = next_above(view, t);
  const uint32_t prose = first_prose(view);
  std::string first_h1;
  bool other_h1 = false;
  for (size_t i = 0; i < view.page.blocks.size(); ++i) {
    const Block& b = view.page.blocks[i];
    if (!is_heading(b.tag) || b.tag > Tag::h4 || !usable_heading(b)) continue;
    const std::string bare = bare_line(b.text);
    if (bare.empty()) continue;
    const bool is_site = same_site(b.text, t.site, t.host) || leads_home(view, b);
    if (!is_site && !is_hidden(view, b)) {
      const int to = bare == bare_og ? 0 : bare == bare_ld ? 1 : bare == bare_title && bare.size() > 12 ? 2 : 9;
      if (to < 9 &&
          (fit.equal == nullptr || b.tag < fit.equal->tag || (b.tag == fit.equal->tag && to < fit.equal_rank)))
        fit.equal = &b, fit.equal_rank = to, fit.equal_to = to == 0 ? "og:title" : to == 1 ? "JSON-LD" : "<title>";
    }
    for (const std::string* meta : {&bare_ld, &bare_og}) {
      if (meta->size() < 12 || bare.size() <= meta->size() || bare.size() > meta->size() * 3 || !holds(bare, *meta) ||
          fit.longer != nullptr || is_hidden(view, b))
        continue;
      fit.longer = &b;
      fit.inner = meta == &bare_og ? t.og : t.ld;
    }
    for (const std::string* meta : {&full, &bare_og, &bare_ld}) {
      if (bare.size() < 8 || bare.size() >= meta->size() || !holds(*meta, bare)) continue;
      const double score = static_cast<double>(std::min<size_t>(bare.size(), 90)) + (meta->starts_with(bare) ? 15 : 0) +
                           (b.tag == Tag::h1 ? 40 : 0) + (&b == above && words_in_line(b.text) >= 2 ? 30 : 0) -
                           (is_site ? 60 : 0) - (b.region == Region::boilerplate ? 30 : 0);
      if (score > fit.part_score) fit.part_score = score, fit.part = &b;
    }
    const bool in_frame =
        b.region == Region::boilerplate && (b.why == "sidebar" || b.why == "footer" || b.why == "cookies" ||
                                            b.why == "screen readers" || b.why == "aside" || b.why == "related");
    if (b.tag == Tag::h1 && !is_site && i < body.end && !in_frame && bare != first_h1) {
      if (first_h1.empty())
        fit.only_h1 = &b, first_h1 = bare;
      else
        other_h1 = true;
    }
    if (!in_frame && i < prose && prose <= i + kAbove && fit.named.empty()) fit.named = named_headline(view, b);
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
const Block* heading_over_body(const PageView& view, const Titles& t) {
  const uint32_t prose = first_prose(view);
  for (uint32_t back = 1; back <= kAbove && back <= prose; ++back) {
    const Block& b = view.page.blocks[prose - back];
    if (!is_heading(b.tag) || b.tag > Tag::h2 || !usable_heading(b) || b.region == Region::boilerplate) continue;
    if (words_in_line(b.text) < 3 || same_site(b.text, t.site, t.host)) continue;
    const std::vector<std::string> words = long_words(b.text);
    for (const std::string* title : {&t.og, &t.ld, &t.title}) {
      const std::vector<std::string> other = long_words(*title);
      std::vector<std::string> both;
      std::set_intersection(words.begin(), words.end(), other.begin(), other.end(), std::back_inserter(both));
      if (both.size() >= 2 && both.size() * 3 >= words.size()) return &b;
    }
  }
  return nullptr;
}

// A block, no heading, that shows what the page's title begins with, up to a separator.
const Block* shown_title(const PageView& view, const Titles& t) {
  const std::string full = bare_line(plain_value(view.meta.title_tag));
  for (const Block& b : view.page.blocks) {
    if (b.tag == Tag::title || b.text.size() < 8 || b.text.size() > 300 || b.link_bytes * 2 > b.text.size()) continue;
    if (b.region == Region::comment || b.why == "head" || b.why == "hidden" || b.why == "related") continue;
    const std::string bare = bare_line(b.text);
    if (bare.size() < 8 || bare.size() + 3 > full.size()) continue;
    if (!full.starts_with(bare)) continue;
    const bool parted = full.substr(bare.size(), 3).find_first_of("|-_:/<>~\xE2\xC2") != std::string::npos;
    if (parted && !same_site(b.text, t.site, t.host)) return &b;
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

// A title of the metadata that the page shows, but not as a heading, where its one h1 says nothing of it: "Log in".
const std::string* title_as_line(const PageView& view, const Titles& t, const Block& h1) {
  const std::vector<std::string> words = long_words(h1.text);
  for (const std::string* title : {&t.og, &t.ld}) {
    const std::string bare = bare_line(*title);
    if (bare.size() < 20 || same_site(*title, t.site, t.host)) continue;
    std::vector<std::string> both;
    const std::vector<std::string> other = long_words(*title);
    std::set_intersection(words.begin(), words.end(), other.begin(), other.end(), std::back_inserter(both));
    if (!both.empty()) continue;
    for (const Block& b : view.page.blocks) {
      const bool shown = b.tag != Tag::title && b.why != "head" && b.why != "hidden" && b.region != Region::comment;
      if (shown && b.link_bytes == 0 && b.text.size() < title->size() + 40 && bare_line(b.text) == bare) return title;
    }
  }
  return nullptr;
}

// "“Pure emptiness”: Skier misses the games", where a title gives what follows the colon: what is quoted is no kicker.
bool begins_quoted(std::string_view heading, std::string_view title) {
  const size_t colon = heading.find(": ");
  if (colon == std::string_view::npos || bare_line(heading.substr(colon + 2)) != bare_line(title)) return false;
  const std::string_view before = heading.substr(0, colon);
  constexpr std::string_view kMarks[][2] = {{"\"", "\""}, {"“", "”"}, {"„", "“"}, {"«", "»"}, {"»", "«"}, {"‘", "’"}};
  return std::any_of(std::begin(kMarks), std::end(kMarks),
                     [&](const auto& m) { return before.starts_with(m[0]) && before.ends_with(m[1]); });
}

struct Choice {
  std::string text, why;
};

Choice choose(const PageView& view, const Titles& t) {
  const HeadingFit fit = fit_headings(view, t);
  const std::string full = bare_line(plain_value(view.meta.title_tag));
  const auto h1_says_more = [&] {
    return fit.only_h1 != nullptr && fit.equal->tag != Tag::h1 &&
           trimmed_title(fit.only_h1->text, t.site, t.host) == fit.only_h1->text &&
           holds(bare_line(fit.only_h1->text), bare_line(fit.equal->text));
  };
  if (fit.equal != nullptr && h1_says_more())
    return {fit.only_h1->text, "the h1, which says more than " + fit.equal_to};
  if (!fit.named.empty() && (fit.equal == nullptr || fit.equal_rank == 2))
    return {fit.named, "what the page calls the headline in a heading"};
  if (fit.equal != nullptr) return {fit.equal->text, "the heading that repeats " + fit.equal_to};
  // Words before the title are a kicker; words after it are the rest of the headline.
  if (fit.longer != nullptr && fit.longer == fit.only_h1 && is_plain_heading(view, *fit.longer) &&
      (bare_line(fit.longer->text).starts_with(bare_line(fit.inner)) || begins_quoted(fit.longer->text, fit.inner)))
    return {fit.longer->text, "the page's one h1, which says more than the title of the metadata"};
  if (fit.longer != nullptr) return {std::string(fit.inner), "the title of the metadata that a longer heading holds"};
  const bool part_is_site =
      fit.only_h1 != nullptr && fit.part != nullptr && fit.part != fit.only_h1 && fit.part_score < 40;
  constexpr double kSurePart = 60;  // over the text, or long
  if (fit.part != nullptr && fit.part != fit.only_h1 && fit.part_score > kSurePart)
    return {fit.part->text, "the heading that is part of the page's title"};
  if (const std::string* line = fit.only_h1 != nullptr ? title_as_line(view, t, *fit.only_h1) : nullptr)
    return {*line, "a title of the metadata that the page shows as a line"};
  if (fit.only_h1 != nullptr && (fit.part == nullptr || part_is_site || !holds(full, bare_line(fit.only_h1->text))))
    return {core_of(view, *fit.only_h1), "the page's one h1"};
  if (fit.part != nullptr && fit.part_score >= 12)
    return {fit.part->text, "the heading that is part of the page's title"};
  if (fit.only_h1 != nullptr) return {fit.only_h1->text, "the page's one h1"};
  if (const Block* over = heading_over_body(view, t))
    return {core_of(view, *over), "the heading over the first paragraph"};
  if (!t.og.empty() && !same_site(t.og, t.site, t.host)) return {t.og, "og:title"};
  if (!t.ld.empty()) return {t.ld, "headline in JSON-LD"};
  if (const Block* shown = shown_title(view, t)) return {shown->text, "a line that begins the page's title"};
  if (const Block* above = next_above(view, t)) return {above->text, "the heading next above the text"};
  if (t.title.empty() && fit.first != nullptr) return {fit.first->text, "the first heading of the text"};
  return {t.title, "the page's <title>"};
}

// "3 May 2024 - Bridge closed": the day is a stamp, kept elsewhere.
std::string without_date(const PageView& view, const std::string& headline) {
  const auto found = view.dates.find(headline, NumericOrder::day_first);
  if (!found || found->span.begin != 0 || found->date.day == 0 || found->order_open) return headline;
  std::string_view rest = std::string_view(headline).substr(found->span.end);
  for (std::string_view mark : {" - ", " – ", " — ", " | ", ": "}) {
    if (rest.starts_with(mark) && words_in_line(rest.substr(mark.size())) >= 3)
      return std::string(rest.substr(mark.size()));
  }
  return headline;
}

}  // namespace

void find_headline(const PageView& view, Article& article) {
  const PageMeta& m = view.meta;
  Titles t;
  t.host = page_host(view);
  t.site = article.outlet.empty() ? plain_value(m.og_site) : article.outlet;
  // Some fill the site's name with the title of the page.
  if (m.og_title.size() > 12 && holds(bare_line(t.site), bare_line(plain_value(m.og_title)))) t.site.clear();
  t.og = trimmed_title(plain_value(m.og_title), t.site, t.host);
  t.ld = trimmed_title(plain_value(m.ld_headline), t.site, t.host);
  t.title = trimmed_title(plain_value(m.title_tag), t.site, t.host);
  const Choice choice = choose(view, t);
  article.headline = without_date(view, without_kicker(view, choice.text));
  const std::string bare = bare_line(article.headline);
  for (const auto& [name, other] : {std::pair{"og:title", &t.og}, {"JSON-LD", &t.ld}, {"<title>", &t.title}}) {
    if (other->empty() || bare_line(*other) == bare) continue;
    article.notes.push_back("headline is " + choice.why + "; " + name + " says “" + *other + "”");
    break;
  }
}

}  // namespace dateline
