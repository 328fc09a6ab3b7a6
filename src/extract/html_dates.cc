// When the page says the article was published and changed. Fields of the page come before visible text, what stands at
// the headline before the rest; readers' comments, lists of other articles and the site's own clock are never asked.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_facts.h"

namespace dateline {
namespace {

constexpr int kFirstYear = 1990;  // the web's
constexpr uint32_t kNear = 14;    // blocks
constexpr uint32_t kUnder = 25;   // blocks under the body where the article's own footer ends

struct Candidate {
  Edtf value;
  std::string why;
};

// The text of the site's clock is no date of the article: "Today is …".
std::optional<Edtf> read_value(const PageView& view, std::string_view value, NumericOrder order) {
  value = trim(value);
  if (value.empty()) return std::nullopt;
  if (value.size() >= 10 && value.size() <= 13 && value.find_first_not_of("0123456789") == std::string_view::npos &&
      value.size() != 12) {
    const int64_t seconds = std::atoll(std::string(value).c_str()) / (value.size() == 13 ? 1000 : 1);
    if (seconds > 631152000 && seconds < 4102444800) return day_value(static_cast<Day>(seconds / 86400));
  }
  if (auto edtf = parse_edtf(value); edtf && edtf->form == EdtfForm::single) return edtf;
  if (auto found = view.dates.find(value, order); found && !found->order_open && found->date.day != 0)
    return single(found->date);
  return std::nullopt;
}

// Which way round the page writes 3/10/2024: as its locale does, or as other dates on it show. "en" and "en-US" tell
// nothing: publishing software declares them everywhere.
NumericOrder numeric_order(const PageView& view) {
  std::string locale = ascii_lower(view.meta.html_lang.empty() ? view.meta.og_locale : view.meta.html_lang);
  if (locale.size() > 2 && locale[2] == '_') locale[2] = '-';
  if (locale.size() >= 2 && locale != "en" && !locale.starts_with("en-us") && locale != "en-ca" && locale != "en-ph")
    return NumericOrder::day_first;
  for (const Block& b : view.page.blocks) {
    if (b.text.size() > 220 || b.text.find('/') == std::string::npos || b.region == Region::comment) continue;
    const NumericOrder order = view.dates.order_in(b.text);
    if (order != NumericOrder::unknown) return order;
  }
  return NumericOrder::unknown;
}

// What dates of this page can be.
class Bounds {
 public:
  explicit Bounds(const PageView& view) : order_(numeric_order(view)) {
    if (auto captured = parse_edtf(view.captured)) latest_ = days_of(*captured).last + 1;
  }
  bool allow(const Edtf& value) const {
    return value.form == EdtfForm::single && value.first.year >= kFirstYear && value.first.day != 0 &&
           days_of(value).first <= latest_;
  }

  NumericOrder order() const { return order_; }

 private:
  NumericOrder order_;
  Day latest_ = to_day(2099, 12, 31);
};

// /2019/03/25/, /2019-03-25-, /20190325
std::optional<Edtf> date_in_url(const PageView& view, std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  const size_t path = url.find('/', scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  for (size_t at = path; at + 8 < url.size(); ++at) {
    if ((url[at] != '/' && url[at] != '-' && url[at] != '_') || !is_digit(url[at + 1])) continue;
    const std::string_view rest = url.substr(at + 1, 10);
    if (rest.size() < 8 || !(rest.starts_with("19") || rest.starts_with("20"))) continue;
    if (!is_digit(rest[4]) && rest[4] != '/' && rest[4] != '-') continue;
    if (auto found = view.dates.find(rest);
        found && found->span.begin == 0 && found->date.day != 0 && !found->order_open) {
      PartialDate date = found->date;
      date.hour = date.minute = date.second = -1;
      date.has_zone = false;
      return single(date);
    }
  }
  return std::nullopt;
}

bool is_mention_of_change(const std::string& bare) {
  for (std::string_view word : {"updated", "modified", "aktualisiert", "update", "mis a jour", "actualizado",
                                "geandert", "bearbeitet", "stand:", "last edited", "modifie"}) {
    if (bare.find(word) != std::string::npos) return true;
  }
  return false;
}

bool names_publication(const std::string& bare) {
  for (std::string_view word :
       {"published",       "posted",         "veroffentlicht", "publie",       "publicado",  "pubblicato",
        "erschienen",      "eingestellt",    "erstellt",       "gepubliceerd", "publicerad", "opublikowan",
        "data publikacji", "veröffentlicht", "date:",          "datum:",       "submitted",  "gepostet",
        "mis en ligne",    "gespeichert",    "written:",       "geplaatst"}) {
    if (bare.find(word) != std::string::npos) return true;
  }
  return false;
}

// Since when somebody is a member, what time it is now: dates of the page's frame.
bool is_other_clock(const std::string& bare) {
  for (std::string_view word : {"registriert", "registered", "joined", "mitglied seit", "member since", "aktuelle zeit",
                                "current time", "heute ist", "today is", "membre depuis"}) {
    if (bare.find(word) != std::string::npos) return true;
  }
  return false;
}

// "Last change: 31.10.2023. Published: 1.11.2023": what follows the word for publishing, where one stands.
std::string_view after_label(std::string_view text) {
  const std::string lower = ascii_lower(text);
  for (std::string_view word : {"published", "posted", "veröffentlicht", "publié", "publicado", "pubblicato",
                                "erschienen", "gepubliceerd", "mis en ligne", "created", "written", "erstellt"}) {
    const size_t at = lower.find(word);
    const size_t end = at + word.size();
    if (at != std::string::npos && text.find_first_of("0123456789", end) != std::string_view::npos)
      return text.substr(end);
  }
  return text;
}

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

// <time>, itemprop and dated elements, in order of how near they stand to the headline.
struct Shown {
  Edtf value;
  std::string why;
  bool modified = false;
  double distance = 0;
};

void shown_in_elements(const PageView& view, uint32_t headline, const Bounds& bounds, std::vector<Shown>& out) {
  const HtmlTree& tree = view.tree;
  const BlockRange body = view.page.of_node[view.content.container];
  for (uint32_t i = 0; i < tree.nodes.size(); ++i) {
    const Tag tag = tree.nodes[i].tag;
    if (tag == Tag::text || tag == Tag::meta) continue;
    const std::string_view prop = tree.attribute(i, Att::itemprop);
    const bool named = prop == "datePublished" || prop == "dateCreated" || prop == "dateModified";
    const bool timed = tag == Tag::time || tree.has(i, Att::data_date) || (tag == Tag::abbr && tree.has(i, Att::title));
    if (!named && !timed) continue;
    const BlockRange range = view.page.of_node[i];
    const uint32_t at = std::min<uint32_t>(range.begin, static_cast<uint32_t>(view.page.blocks.size() - 1));
    const Block& block = view.page.blocks[at];
    if (off_limits(view, at, headline, 8) || (block.region == Region::boilerplate && block.why == "footer" && !named))
      continue;
    std::optional<Edtf> value;
    for (Att att : {Att::datetime, Att::content, Att::data_date, Att::title}) {
      if (!value) value = read_value(view, tree.attribute(i, att), bounds.order());
    }
    const std::string text = tree.text_of(i);
    if (!value && text.size() < 120) value = read_value(view, text, bounds.order());
    if (!value || !bounds.allow(*value)) continue;
    Shown s{*value, {}, false, 0};
    s.modified = prop == "dateModified" || tree.attribute(i, Att::cls).find("updated") != std::string_view::npos ||
                 tree.attribute(i, Att::cls).find("modified") != std::string_view::npos ||
                 (block.text.size() < 80 && is_mention_of_change(bare_line(block.text)));
    s.why = named              ? "itemprop " + std::string(prop)
            : tag == Tag::time ? "<time> on the page"
                               : "a dated element on the page";
    const double from = headline < view.page.blocks.size() ? headline : body.begin;
    s.distance = named ? 0 : at >= from ? at - from : (from - at) * 1.5;
    if (!named && at > body.end) s.distance += 50;
    out.push_back(std::move(s));
  }
}

void shown_in_text(const PageView& view, uint32_t headline, const Bounds& bounds, std::vector<Shown>& out) {
  const BlockRange body = view.page.of_node[view.content.container];
  const auto size = static_cast<uint32_t>(view.page.blocks.size());
  const uint32_t from = headline < size ? headline : body.begin;
  int paragraphs = 0;
  for (uint32_t i = 0; i < size; ++i) {
    const Block& b = view.page.blocks[i];
    if (b.tag == Tag::title || b.region == Region::comment) continue;
    const uint32_t distance = i >= from ? i - from : from - i;
    const bool in_body = std::min(from, body.begin) <= i && i < body.end;
    // "29.11.2022 – The council …", "Oldtown, (12.11.2021). …": the first paragraph may open with its date.
    if (in_body && b.region == Region::none && b.weight > 0 && ++paragraphs <= 2 && b.text.size() > 60) {
      const std::string opening = b.text.substr(0, 48);
      auto found = view.dates.find(opening, bounds.order());
      if (found && !found->order_open && found->date.day != 0 && found->span.end < 46 &&
          bounds.allow(single(found->date)) &&
          (found->span.begin <= 2 || opening.find('(') < found->span.begin || opening.starts_with("Pressemitteilung") ||
           opening.find('|') != std::string::npos)) {
        out.push_back(
            {single(found->date), "the text opens with “" + opening.substr(0, found->span.end) + "”", false, 45});
      }
    }
    if (b.text.size() > 220 || words_in_line(b.text) > 25) continue;
    const bool dated = b.region == Region::byline;
    if (b.text.find_first_of("0123456789") == std::string::npos) continue;
    const std::string bare = bare_line(b.text);
    if (is_other_clock(bare)) continue;
    const bool published = names_publication(bare), labelled = published || view.dates.is_only_date(b.text);
    const bool footer = b.region == Region::boilerplate && b.why == "footer";
    if (off_limits(view, i, headline) && !(labelled && distance <= 5 && !footer)) continue;
    if (footer && distance > 5 && !published) continue;
    if (!dated && !labelled && distance > kNear && !in_body) continue;
    auto found = view.dates.find(after_label(b.text), bounds.order());
    if (!found || found->order_open || found->date.day == 0 || !bounds.allow(single(found->date))) continue;
    // In a headline or a sentence of the article a date is news, not a stamp, unless the headline opens with it.
    if (i == headline && found->span.begin > 2) continue;
    const bool sentence = ends_like_sentence(b.text) && words_in_line(b.text) > 8 && !published;
    if (sentence) continue;
    const bool mostly_date = words_in_line(b.text) <= 14 || dated;
    if (!mostly_date) continue;
    Shown s{single(found->date), "the page shows “" + b.text.substr(0, 80) + "”",
            is_mention_of_change(bare) && !published, 0};
    s.distance = (i >= from ? distance : distance * 1.5) + (dated ? 0 : 6) + (in_body || dated ? 0 : 8) +
                 (b.region == Region::boilerplate ? 12 : 0);
    if (i > body.end) s.distance += 10;
    if (published && in_body) s.distance = std::min(s.distance, 7.0);
    if (published && i < body.end + kUnder) s.distance = std::min(s.distance, 50.0);
    out.push_back(std::move(s));
  }
}

// Names of meta elements that also date the file, the licence or the last export.
bool is_weak(std::string_view name) {
  for (std::string_view weak :
       {"date", "dc.date", "dcterms.date", "dcterms.created", "dc.date.created", "dc.created", "timestamp", "created",
        "creation_date", "revision_date", "last-published", "citation_date"}) {
    if (name == weak) return true;
  }
  return false;
}

// A time in UTC falls on another day than the one on which the outlet published. Where the page or its address shows
// the neighbouring day, that day holds: with its own clock time if the page gives one, else alone.
void local_day(const std::vector<Candidate>& published, Article& article) {
  const PartialDate& first = article.published.first;
  if (!first.has_zone || first.zone_minutes != 0 || first.hour < 0) return;
  const Day day = days_of(article.published).first;
  const auto own_stamp = [&](const Candidate& c) {  // the same moment in UTC again, or another one
    const PartialDate& date = c.value.first;
    return date.has_zone && date.zone_minutes == 0 && date.hour >= 0;
  };
  const auto same_clock = [&](const Candidate& c) {
    return c.value.first.hour == first.hour && c.value.first.minute == first.minute;
  };
  for (const Candidate& c : published) {
    if (c.value.first.hour >= 0 && !own_stamp(c) && !same_clock(c) && days_of(c.value).first == day) return;
  }
  for (const Candidate& c : published) {
    if (own_stamp(c)) continue;
    const Day other = days_of(c.value).first;
    if (other == day && same_clock(c)) continue;
    if (other == day) return;
    const bool fits = (other == day - 1 && first.hour < 12) || (other == day + 1 && first.hour >= 10);
    if (!fits) continue;
    article.notes.push_back("published " + to_string(article.published) + " in UTC; the day is as " + c.why +
                            " shows it");
    article.published = c.value;
    return;
  }
}

}  // namespace

void find_dates(const PageView& view, Article& article) {
  const Bounds bounds(view);
  std::vector<Candidate> published, modified;
  auto add = [&](std::vector<Candidate>& list, std::string_view value, std::string why) {
    auto edtf = read_value(view, value, bounds.order());
    if (!edtf) return;
    if (!bounds.allow(*edtf)) {
      article.notes.push_back("date " + to_string(*edtf) + " of " + why + " is not possible and is left out");
      return;
    }
    list.push_back({*edtf, std::move(why)});
  };
  add(published, view.meta.ld_published, "datePublished in JSON-LD");
  add(modified, view.meta.ld_modified, "dateModified in JSON-LD");
  for (const auto& [name, value] : view.meta.published) {
    if (!is_weak(name)) add(published, value, "meta " + name);
  }
  for (const auto& [name, value] : view.meta.modified) add(modified, value, "meta " + name);

  const uint32_t headline = headline_block(view, article.headline);
  std::vector<Shown> shown;
  shown_in_elements(view, headline, bounds, shown);
  shown_in_text(view, headline, bounds, shown);
  std::stable_sort(shown.begin(), shown.end(), [](const Shown& a, const Shown& b) { return a.distance < b.distance; });
  const auto take_shown = [&](double from, double to) {
    for (const Shown& s : shown) {
      if (s.distance >= from && s.distance < to) (s.modified ? modified : published).push_back({s.value, s.why});
    }
  };
  // What the reader sees at the headline is trusted before fields that may date the file and not the article.
  take_shown(-1, 8);
  const size_t weak_from = published.size();
  for (const auto& [name, value] : view.meta.published) {
    if (is_weak(name)) add(published, value, "meta " + name);
  }
  for (const std::string* url : {&view.url, &view.meta.canonical, &view.meta.og_url}) {
    if (auto edtf = date_in_url(view, *url); edtf && bounds.allow(*edtf)) {
      published.push_back({*edtf, "the address"});
      break;
    }
  }
  take_shown(8, 60);
  if (published.empty() && !modified.empty())
    published.push_back({modified.front().value, modified.front().why + " (nothing says when it was first published)"});
  if (published.empty()) return;
  // "As of 28.4." at the headline: a field that dates the file a day later does not date the article.
  if (weak_from == 0 && !modified.empty() &&
      days_of(modified.front().value).first < days_of(published.front().value).first)
    published.insert(published.begin(), modified.front());
  article.published = published.front().value;
  local_day(published, article);
  article.published_basis = "stated";
  article.published_why = published.front().why;
  if (!modified.empty() && days_of(modified.front().value).first >= days_of(article.published).first)
    article.modified = modified.front().value;
  for (const Candidate& c : published) {
    if (days_of(c.value) == days_of(article.published)) continue;
    article.notes.push_back("published " + to_string(article.published) + " after " + article.published_why + "; " +
                            c.why + " says " + to_string(c.value));
    break;
  }
}

}  // namespace dateline
