// When the page says the article was published and changed. Fields of the page come before visible text, what stands at
// the headline before the rest; readers' comments, lists of other articles and the site's own clock are never asked.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_facts.h"

namespace dateline {
namespace {

constexpr int kFirstYear = 1990;  // the web's
constexpr uint32_t kNear = 14;    // blocks

struct Candidate {
  Edtf value;
  std::string why;
};

// The text of the site's clock is no date of the article: "Today is …".
std::optional<Edtf> read_value(const PageView& view, std::string_view value) {
  value = trim(value);
  if (value.empty()) return std::nullopt;
  if (value.size() >= 10 && value.size() <= 13 && value.find_first_not_of("0123456789") == std::string_view::npos &&
      value.size() != 12) {
    const int64_t seconds = std::atoll(std::string(value).c_str()) / (value.size() == 13 ? 1000 : 1);
    if (seconds > 631152000 && seconds < 4102444800) return day_value(static_cast<Day>(seconds / 86400));
  }
  if (auto edtf = parse_edtf(value); edtf && edtf->form == EdtfForm::single) return edtf;
  if (auto found = view.dates.find(value); found && !found->order_open && found->date.day != 0)
    return single(found->date);
  return std::nullopt;
}

class Bounds {
 public:
  explicit Bounds(const PageView& view) {
    if (auto captured = parse_edtf(view.captured)) latest_ = days_of(*captured).last + 1;
  }
  bool allow(const Edtf& value) const {
    return value.form == EdtfForm::single && value.first.year >= kFirstYear && value.first.day != 0 &&
           days_of(value).first <= latest_;
  }

 private:
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
       {"published",   "posted",   "veroffentlicht", "publie",     "publicado",    "pubblicato",      "erschienen",
        "eingestellt", "erstellt", "gepubliceerd",   "publicerad", "opublikowan",  "data publikacji", "veröffentlicht",
        "date:",       "datum:",   "submitted",      "gepostet",   "mis en ligne", "gespeichert"}) {
    if (bare.find(word) != std::string::npos) return true;
  }
  return false;
}

bool off_limits(const Block& b) {
  if (b.region == Region::comment) return true;
  return b.region == Region::boilerplate &&
         (b.why == "related" || b.why == "sidebar" || b.why == "advertisement" || b.why == "comment form" ||
          b.why == "cookies" || b.why == "head" || b.why == "navigation" || b.why == "aside" || b.why == "role" ||
          b.why == "form control");
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
    if (off_limits(block) || (block.region == Region::boilerplate && block.why == "footer" && !named)) continue;
    std::optional<Edtf> value;
    for (Att att : {Att::datetime, Att::content, Att::data_date, Att::title}) {
      if (!value) value = read_value(view, tree.attribute(i, att));
    }
    const std::string text = tree.text_of(i);
    if (!value && text.size() < 120) value = read_value(view, text);
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
    const bool in_body = body.begin <= i && i < body.end;
    // "29.11.2022 – The council …", "Oldtown, (12.11.2021). …": the first paragraph may open with its date.
    if (in_body && b.region == Region::none && b.weight > 0 && ++paragraphs <= 2 && b.text.size() > 60) {
      const std::string opening = b.text.substr(0, 48);
      auto found = view.dates.find(opening);
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
    const bool labelled = names_publication(bare_line(b.text)) || view.dates.is_only_date(b.text);
    if (off_limits(b) &&
        !(labelled && distance <= 5 && b.why != "related" && b.why != "form control" && b.why != "head"))
      continue;
    if (!dated && !labelled && distance > kNear && !in_body) continue;
    auto found = view.dates.find(b.text);
    if (!found || found->order_open || found->date.day == 0 || !bounds.allow(single(found->date))) continue;
    // In a sentence of the article a date is news, not a stamp.
    const bool sentence = ends_like_sentence(b.text) && words_in_line(b.text) > 8;
    if (sentence) continue;
    const bool mostly_date = words_in_line(b.text) <= 14 || dated;
    if (!mostly_date) continue;
    Shown s{single(found->date), "the page shows “" + b.text.substr(0, 80) + "”",
            is_mention_of_change(bare_line(b.text)), 0};
    s.distance = (i >= from ? distance : distance * 1.5) + (dated ? 0 : 6) + (in_body || dated ? 0 : 8) +
                 (b.region == Region::boilerplate ? 12 : 0);
    if (i > body.end) s.distance += 10;
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
  for (const Candidate& c : published) {
    const Day other = days_of(c.value).first;
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
    auto edtf = read_value(view, value);
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
