#include "extract/html_shown_dates.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr uint32_t kNear = 14;   // blocks
constexpr uint32_t kUnder = 25;  // blocks under the body where the article's own footer ends

// Places whose dates are other articles', the site's or the readers'. What stands right at the headline, or in the same
// box as the headline, is the article's own even there.
bool off_limits(const PageView& view, uint32_t at, uint32_t headline, uint32_t at_headline = 5) {
  const Block& b = view.page.blocks[at];
  if (b.region == Region::comment) return true;
  if (headline < view.page.blocks.size() && b.why != "head") {
    const Block& title = view.page.blocks[headline];
    const uint32_t distance = at >= headline ? at - headline : headline - at;
    if (distance <= at_headline && at > headline && words_in_line(b.text) <= 14 && b.why != "form control")
      return false;
    if (distance <= at_headline * 2 && title.region == b.region && title.why == b.why) return false;
  }
  return b.region == Region::boilerplate &&
         (b.why == "related" || b.why == "sidebar" || b.why == "advertisement" || b.why == "comment form" ||
          b.why == "cookies" || b.why == "screen readers" || b.why == "head" || b.why == "navigation" ||
          b.why == "aside" || b.why == "role" || b.why == "form control");
}

// An attribute that holds a moment in ISO's form: "2013-04-04T18:52:11+00:00".
bool is_stamp(std::string_view value) {
  return value.size() >= 16 && is_digit(value[0]) && value[4] == '-' && value[7] == '-' && value[10] == 'T';
}

bool calls_it_change(const PageView& view, uint32_t node, const Block& block) {
  const std::string_view names = view.tree.attribute(node, Att::cls);
  return names.find("updated") != std::string_view::npos || names.find("modified") != std::string_view::npos ||
         (block.text.size() < 80 && view.labels.tells_change(bare_line(block.text)));
}

// <time>, itemprop and dated elements.
void shown_in_elements(const PageView& view, uint32_t headline, const DateBounds& bounds, std::vector<ShownDate>& out) {
  const HtmlTree& tree = view.tree;
  const BlockRange body = view.page.of_node[view.content.container];
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::text || tag == Tag::meta) continue;
    const std::string_view prop = tree.attribute(i, Att::itemprop);
    const bool named = prop == "datePublished" || prop == "dateCreated" || prop == "dateModified";
    const bool timed = tag == Tag::time || tree.has(i, Att::data_date) || is_stamp(tree.attribute(i, Att::title)) ||
                       (tag == Tag::abbr && tree.has(i, Att::title));
    if (!named && !timed) continue;
    const BlockRange range = view.page.of_node[i];
    const uint32_t at = std::min<uint32_t>(range.begin, static_cast<uint32_t>(view.page.blocks.size() - 1));
    const Block& block = view.page.blocks[at];
    if (off_limits(view, at, headline, 8) || (block.region == Region::boilerplate && block.why == "footer" && !named))
      continue;
    std::optional<Edtf> value;
    for (Att att : {Att::datetime, Att::content, Att::data_date, Att::title}) {
      if (!value) value = bounds.read(tree.attribute(i, att));
    }
    const std::string text = tree.text_of(i);
    if (!value && text.size() < 120) value = bounds.read(text);
    if (!value || !bounds.allow(*value)) continue;
    ShownDate s{*value, {}, prop == "dateModified" || calls_it_change(view, i, block), named, tag == Tag::time, 0};
    s.why = named              ? "itemprop " + std::string(prop)
            : tag == Tag::time ? "<time> on the page"
                               : "a dated element on the page";
    const double from = headline < view.page.blocks.size() ? headline : body.begin;
    s.distance = named ? 0 : at >= from ? at - from : (from - at) * 1.5;
    if (!named && at > body.end) s.distance += 50;
    out.push_back(std::move(s));
  }
}

// "29.11.2022 – The council …", "Oldtown, (12.11.2021). …": the first paragraphs may open with their date.
std::optional<ShownDate> date_at_opening(const PageView& view, const Block& b, const DateBounds& bounds) {
  constexpr size_t kOpening = 48;  // bytes
  if (b.text.size() <= 60) return std::nullopt;
  const std::string opening = b.text.substr(0, kOpening);
  auto found = view.dates.find(opening, bounds.order());
  if (!found || found->order_open || found->date.day == 0 || found->span.end + 2 >= kOpening) return std::nullopt;
  if (!bounds.allow(single(found->date))) return std::nullopt;
  const bool set_apart = found->span.begin <= 2 || opening.find('(') < found->span.begin ||
                         opening.find('|') != std::string::npos || view.labels.begins_release(bare_line(opening));
  if (!set_apart) return std::nullopt;
  return ShownDate{
      single(found->date), "the text opens with “" + opening.substr(0, found->span.end) + "”", false, false, false, 45};
}

// Where a block stands, as far as its date goes.
struct Place {
  uint32_t at, headline, distance;
  bool in_body = false, past_body = false;
  bool near_end = false;  // in the article's own footer
};

// The line before says nothing but "Published", and this one nothing but a date.
bool after_label(const PageView& view, uint32_t at) {
  if (at == 0 || view.page.blocks[at].text.size() > 60) return false;
  const std::string& before = view.page.blocks[at - 1].text;
  return before.size() < 40 && words_in_line(before) <= 4 && view.labels.tells_publication(bare_line(before)) &&
         view.dates.is_only_date(view.page.blocks[at].text);
}

std::optional<ShownDate> date_of_line(const PageView& view, const Place& place, const DateBounds& bounds) {
  constexpr size_t kLongest = 220, kLongestFooter = 400;  // bytes
  const Block& b = view.page.blocks[place.at];
  const bool footer = b.region == Region::boilerplate && b.why == "footer";
  if (b.text.size() > (footer ? kLongestFooter : kLongest)) return std::nullopt;
  if (b.text.find_first_of("0123456789") == std::string::npos) return std::nullopt;
  const std::string bare = bare_line(b.text);
  if (view.labels.tells_other(bare)) return std::nullopt;
  const size_t words = words_in_line(b.text);
  const bool labelled_above = after_label(view, place.at);
  const bool published = view.labels.tells_publication(bare) || labelled_above, dated = b.region == Region::byline;
  const bool changed = view.labels.tells_change(bare) && !published;
  const auto labelled = [&] { return published || view.dates.is_only_date(b.text); };
  if (words > 25 && !(footer && published)) return std::nullopt;
  const bool own_line = labelled_above && b.why == "sidebar";
  if (off_limits(view, place.at, place.headline) && !own_line && !(place.distance <= 5 && !footer && labelled()))
    return std::nullopt;
  if (footer && place.distance > 5 && !published && !changed) return std::nullopt;
  const bool near = dated || place.distance <= kNear || place.in_body || (footer && changed);
  if (!near && !labelled()) return std::nullopt;
  const std::string_view told = view.labels.after_publication(b.text);
  auto found = view.dates.find(told, bounds.order());
  if (found && found->span.of(told).find('T') != std::string_view::npos) {
    // A stamp for programs, hidden from readers, before the date that they see.
    if (auto second = view.dates.find(told.substr(found->span.end), bounds.order())) found = second;
  }
  if (!found || found->order_open || found->date.day == 0 || !bounds.allow(single(found->date))) return std::nullopt;
  // In a headline or a sentence of the article a date is news, not a stamp, unless the headline opens with it.
  if (place.at == place.headline && found->span.begin > 2) return std::nullopt;
  if (ends_like_sentence(b.text) && words > 8 && !published && !(footer && changed)) return std::nullopt;
  const bool right_after_label = footer && published && told.size() < b.text.size() && found->span.begin <= 12;
  if (words > 14 && !dated && !right_after_label) return std::nullopt;
  ShownDate s{single(found->date), "the page shows “" + b.text.substr(0, 80) + "”", changed, false, false, 0};
  s.distance = (place.at >= place.headline ? place.distance : place.distance * 1.5) + (dated ? 0 : 6) +
               (place.in_body || dated ? 0 : 8) + (b.region == Region::boilerplate ? 12 : 0) +
               (place.past_body ? 10 : 0);
  if (published && place.in_body) s.distance = std::min(s.distance, 7.0);
  if (published && place.near_end) s.distance = std::min(s.distance, 50.0);
  return s;
}

void shown_in_text(const PageView& view, uint32_t headline, const DateBounds& bounds, std::vector<ShownDate>& out) {
  const BlockRange body = view.page.of_node[view.content.container];
  const auto size = static_cast<uint32_t>(view.page.blocks.size());
  const uint32_t from = headline < size ? headline : body.begin;
  int paragraphs = 0;
  for (uint32_t i = 0; i < size; ++i) {
    const Block& b = view.page.blocks[i];
    if (b.tag == Tag::title || b.region == Region::comment) continue;
    Place place{i, from, i >= from ? i - from : from - i};
    place.in_body = std::min(from, body.begin) <= i && i < body.end;
    place.past_body = i > body.end;
    place.near_end = i < body.end + kUnder;
    if (place.in_body && b.region == Region::none && b.weight > 0 && ++paragraphs <= 2) {
      if (auto found = date_at_opening(view, b, bounds)) out.push_back(std::move(*found));
    }
    if (auto found = date_of_line(view, place, bounds)) out.push_back(std::move(*found));
  }
}

}  // namespace

std::vector<ShownDate> shown_dates(const PageView& view, uint32_t headline, const DateBounds& bounds) {
  std::vector<ShownDate> out;
  shown_in_elements(view, headline, bounds, out);
  shown_in_text(view, headline, bounds, out);
  std::stable_sort(out.begin(), out.end(),
                   [](const ShownDate& a, const ShownDate& b) { return a.distance < b.distance; });
  return out;
}

}  // namespace dateline
