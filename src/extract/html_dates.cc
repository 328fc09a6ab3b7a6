// When the page says the article was published and changed, weighed against each other.
#include <algorithm>

#include "base/strings.h"
#include "extract/html_date_bounds.h"
#include "extract/html_facts.h"
#include "extract/html_shown_dates.h"

namespace dateline {
namespace {

struct Candidate {
  Edtf value;
  std::string why;
};

// /2019/03/25/, /2019-03-25-, /20190325, /25-03-2019
std::optional<Edtf> date_in_url(const PageView& view, std::string_view url, NumericOrder order) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return std::nullopt;
  const size_t path = url.find('/', scheme + 3);
  if (path == std::string_view::npos) return std::nullopt;
  for (size_t at = path; at + 8 < url.size(); ++at) {
    if ((url[at] != '/' && url[at] != '-' && url[at] != '_') || !is_digit(url[at + 1])) continue;
    const std::string_view rest = url.substr(at + 1, 10);
    if (rest.size() < 8) continue;
    const bool year_first =
        (rest.starts_with("19") || rest.starts_with("20")) && (is_digit(rest[4]) || rest[4] == '/' || rest[4] == '-');
    const bool year_last = rest.size() == 10 && rest[2] == '-' && rest[5] == '-' && rest.substr(6, 2) == "20";
    if (!year_first && !year_last) continue;
    if (auto found = view.dates.find(rest, order);
        found && found->span.begin == 0 && found->date.day != 0 && !found->order_open) {
      PartialDate date = found->date;
      date.hour = date.minute = date.second = -1;
      date.has_zone = false;
      return single(date);
    }
  }
  return std::nullopt;
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

class Weighing {
 public:
  Weighing(const PageView& view, Article& article)
      : view_(view),
        article_(article),
        bounds_(view),
        shown_(shown_dates(view, headline_block(view, article.headline), bounds_)) {}

  // The candidates for the day of publication, best first; those for the last change, likewise.
  void collect() {
    const PageMeta& m = view_.meta;
    add(modified, m.ld_modified, "dateModified in JSON-LD");
    for (const auto& [name, value] : m.modified) add(modified, value, "meta " + name);
    // article:published_time is what the outlet's own desk sets; JSON-LD is often another program's.
    std::vector<Candidate> fields;
    for (const auto& [name, value] : m.published) {
      if (!is_weak(name)) add(fields, value, "meta " + name);
    }
    std::vector<Candidate> ld;
    add(ld, m.ld_published, "datePublished in JSON-LD");
    fields.insert(fields.empty() || fields.front().why.find(":published_time") == std::string::npos
                      ? fields.begin()
                      : fields.begin() + 1,
                  ld.begin(), ld.end());
    seen_first(fields);
    published.insert(published.end(), fields.begin(), fields.end());
    // What the reader sees at the headline is trusted before fields that may date the file and not the article.
    take_shown(-1, kAtHeadline);
    only_weak = published.empty();
    for (const auto& [name, value] : m.published) {
      if (is_weak(name)) add(published, value, "meta " + name);
    }
    add_address();
    add_title();
    take_shown(kAtHeadline, kFarthest);
    add(published, m.ld_page_published, "datePublished of the page in JSON-LD");
    only_time();
  }

  std::vector<Candidate> published, modified;
  bool only_weak = false;  // no field and no line at the headline that dates the article and not the file

 private:
  static constexpr double kAtHeadline = 8, kFarthest = 60;

  void add(std::vector<Candidate>& list, std::string_view value, std::string why) {
    auto edtf = bounds_.read(value);
    if (!edtf) return;
    if (!bounds_.allow(*edtf)) {
      article_.notes.push_back("date " + to_string(*edtf) + " of " + why + " is not possible and is left out");
      return;
    }
    list.push_back({*edtf, std::move(why)});
  }

  // The day shown at the headline holds against a field that says another, unless it is that of a change soon after.
  void seen_first(const std::vector<Candidate>& fields) {
    constexpr Day kSoon = 2;
    if (fields.empty()) return;
    const Day stated = days_of(fields.front().value).first;
    const auto seen = std::find_if(shown_.begin(), shown_.end(), [](const ShownDate& s) {
      return s.distance < kAtHeadline && !s.modified && !s.named;
    });
    if (seen == shown_.end()) return;
    const Day day = days_of(seen->value).first;
    if (day == stated) return;
    const bool of_change = std::any_of(modified.begin(), modified.end(),
                                       [&](const Candidate& m) { return days_of(m.value).first == day; });
    if (of_change && day > stated && day <= stated + kSoon) return;
    published.push_back({seen->value, seen->why});
  }

  void take_shown(double from, double to) {
    for (const ShownDate& s : shown_) {
      if (s.distance >= from && s.distance < to) (s.modified ? modified : published).push_back({s.value, s.why});
    }
  }

  void add_address() {
    for (const std::string* url : {&view_.url, &view_.meta.canonical, &view_.meta.og_url}) {
      auto edtf = date_in_url(view_, *url, bounds_.order());
      if (!edtf || !bounds_.allow(*edtf)) continue;
      published.push_back({*edtf, "the address"});
      return;
    }
  }

  // "08.11.2021 | Council meets": a title may open with its day.
  void add_title() {
    for (const std::string* title : {&view_.meta.og_title, &view_.meta.ld_headline, &view_.meta.title_tag}) {
      auto found = view_.dates.find(*title, bounds_.order());
      if (!found || found->span.begin > 2 || found->order_open || found->date.day == 0) continue;
      if (!bounds_.allow(single(found->date))) continue;
      published.push_back({single(found->date), "the page's title"});
      return;
    }
  }

  // Far from the headline, the one <time> of a page that shows no other day.
  void only_time() {
    if (!published.empty() || !modified.empty() || shown_.empty()) return;
    const ShownDate* time = nullptr;
    for (const ShownDate& s : shown_) {
      if (days_of(s.value) != days_of(shown_.front().value)) return;
      if (s.timed && !s.modified) time = &s;
    }
    if (time != nullptr) published.push_back({time->value, time->why});
  }

  const PageView& view_;
  Article& article_;
  DateBounds bounds_;
  std::vector<ShownDate> shown_;
};

}  // namespace

void find_dates(const PageView& view, Article& article) {
  Weighing found(view, article);
  found.collect();
  std::vector<Candidate>&published = found.published, &modified = found.modified;
  if (published.empty() && !modified.empty())
    published.push_back({modified.front().value, modified.front().why + " (nothing says when it was first published)"});
  if (published.empty()) return;
  // "As of 28.4." at the headline: a field that dates the file a day later does not date the article.
  if (found.only_weak && !modified.empty() &&
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
