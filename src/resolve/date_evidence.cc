#include "resolve/date_evidence.h"

#include <algorithm>
#include <cstdlib>

#include "base/strings.h"
#include "base/table.h"
#include "resolve/date_clues.h"
#include "text/near.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool one_of_words(const std::vector<std::string_view>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

class Collector {
 public:
  Collector(const Document& doc, const DateWords& words, DayRange about) : doc_(doc), words_(words), about_(about) {}

  std::vector<DateEvidence> run() {
    for (uint32_t s = 0, body = 0; s < doc_.sentences.size() && body < 4; ++s) {
      if (doc_.section_of(doc_.sentences[s]).kind != SectionKind::body) continue;
      lede_end_ = doc_.sentences[s].span.end;
      if (body++ == 0) body_begin_ = doc_.sentences[s].span.begin;
    }
    find_first_anchor();
    for (size_t i = 0; i < doc_.times.size(); ++i) one(i);
    outside();
    return std::move(out_);
  }

 private:
  SectionKind kind(const Timex& t) const { return doc_.kind_at(t.span.begin); }

  // Until a date with a year has been read, those without one go by the first one that comes.
  void find_first_anchor() {
    for (const Timex& t : doc_.times) {
      if (t.edtf.form == EdtfForm::single && t.edtf.first.month > 0 && kind(t) != SectionKind::comment &&
          words_.tense.at(doc_, t.span) <= 0) {
        const Day d = days_of(t.edtf).first;
        before_ = before_ ? std::max(*before_, d) : d;
      }
    }
    latest_ = before_;
    before_.reset();
  }

  void add(DateEvidence::Kind k, const Timex& t, DayRange days, int weekday_of = 0) {
    DateEvidence e;
    e.kind = k;
    e.days = days;
    e.of_week = weekday_of;
    e.span = t.span;
    e.lede = t.span.begin < lede_end_;
    e.weight = e.lede ? 1.0F : 0.3F;
    e.named = t.weekday >= 0;
    const int32_t sentence = doc_.sentence_at(t.span.begin);
    const SectionKind where = kind(t);
    e.alone = sentence != kNone && (sentence < 6 || sentence + 3 > static_cast<int32_t>(doc_.sentences.size())) &&
              where == SectionKind::body && doc_.sentences[sentence].span.size() < t.span.size() + 12;
    out_.push_back(e);
  }

  void one(size_t i) {
    const Timex& t = doc_.times[i];
    const SectionKind where = kind(t);
    if (where == SectionKind::comment || where == SectionKind::boilerplate) return;
    if (t.type != TimexType::DATE && t.type != TimexType::TIME) return;
    if (i > 0 && beside_today(doc_.times[i - 1], t)) return today(t);
    // "Today, Friday", "yesterday, Wednesday".
    if (t.weekday >= 0 && std::abs(t.from_now) <= 1)
      return add(DateEvidence::today, t, {}, (t.weekday - t.from_now + 7) % 7);
    int month = 0, day = 0;
    const bool exact = t.edtf.form == EdtfForm::single || t.edtf.form == EdtfForm::interval;
    if (exact && t.edtf.first.month > 0 && !t.anchored) return dated(i);
    if (t.edtf.form == EdtfForm::single && t.edtf.first.month == 0 && !t.anchored &&
        words_.tense.at(doc_, t.span) < 0 && passed(t)) {
      add(DateEvidence::year, t, days_of(t.edtf));
      return;
    }
    if (month_day(t.value.view(), month, day)) {
      if (about_.bounded()) {
        const Day d = nearest_year(month, day, about_.first + (about_.last - about_.first) / 2);
        place(t, {d, d});
        out_.back().yearless = true;
        return;
      }
      const auto anchor = before_ ? before_ : latest_;
      if (!anchor) return;
      Day d = placed_in_year(month, day, t.weekday, *anchor);
      if (is_dateline(t) && d < *anchor - 7) {  // the report is not older than what it tells
        const int year = from_day(d).year + 1;
        if (valid_date(year, month, day)) d = to_day(year, month, day);
      }
      // Far from any date with a year, the year is a guess and bounds nothing.
      if (d < *anchor - 7 || d > *anchor + (is_dateline(t) ? 366 : 200)) return;
      place(t, {d, d});
      out_.back().yearless = true;
      return;
    }
    const std::string_view v = t.value.view();
    if (v.starts_with("XXXX-WXX-") && v.size() >= 10 && is_digit(v[9]) && where != SectionKind::caption) {
      add(words_.tense.at(doc_, t.span) > 0 ? DateEvidence::weekday_ahead : DateEvidence::weekday, t, {}, v[9] - '1');
    }
  }

  // "today, March 10, 2024", "today (Saturday)".
  bool beside_today(const Timex& today, const Timex& t) const {
    if (today.from_now != 0 || t.span.begin < today.span.end || t.span.begin > today.span.end + 2) return false;
    const char sign = doc_.text[today.span.end];
    return t.type == TimexType::DATE && (sign == ',' || doc_.text[t.span.begin - 1] == '(');
  }

  void today(const Timex& t) {
    const DayRange days = t.anchored ? DayRange{} : days_of(t.edtf);
    if (days.bounded() && days.first == days.last)
      add(DateEvidence::today, t, days);
    else if (t.weekday >= 0)
      add(DateEvidence::today, t, {}, t.weekday);
  }

  void dated(size_t i) {
    const Timex& t = doc_.times[i];
    const DayRange days =
        days_of(Edtf{EdtfForm::single, false, false, false, t.edtf.open_begin ? t.edtf.last : t.edtf.first, {}}.first);
    if (t.edtf.first.day == 0) {
      // "… for two years since July 2021": the sum is about now.
      if (i > 0 && since(t)) {
        const Timex& length = doc_.times[i - 1];
        const std::string_view v = length.value.view();
        if (length.type == TimexType::DURATION && v.size() == 3 && v[2] == 'Y' && is_digit(v[1]) &&
            doc_.sentence_at(t.span.begin) == doc_.sentence_at(length.span.begin)) {
          const int years = v[1] - '0';
          const PartialDate then{static_cast<int16_t>(t.edtf.first.year + years), t.edtf.first.month};
          add(DateEvidence::elapsed, t, days_of(then));
          out_.back().span = cover(length.span, t.span);
          return;
        }
      }
      if (words_.tense.at(doc_, t.span) <= 0) add(DateEvidence::month, t, days);
      return;
    }
    if (posted_by(t)) {
      add(DateEvidence::post, t, days);
      return;
    }
    place(t, days);
  }

  // "in 2016," but not "the 2016 election", "by 2030".
  bool passed(const Timex& t) const {
    const std::string before = word_before(doc_.text, t.span.begin);
    const std::string_view after = std::string_view(doc_.text).substr(t.span.end, 2);
    const bool ends =
        after.empty() || !is_space(after[0]) || (after.size() > 1 && !is_letter(static_cast<unsigned char>(after[1])));
    return one_of_words(words_.within, before) && (ends || one_of_words(words_.since, before));
  }

  // "— Name (@handle) April 1, 2018": a post with its time.
  bool posted_by(const Timex& t) const {
    const std::string_view before = trim(Span{t.span.begin < 40 ? 0 : t.span.begin - 40, t.span.begin}.of(doc_.text));
    const size_t at = before.rfind("(@");
    return at != std::string_view::npos && before.ends_with(')') && before.find(' ', at) == std::string_view::npos;
  }

  bool since(const Timex& t) const {
    const uint32_t begin = t.span.begin < 80 ? 0 : t.span.begin - 80;
    const std::string_view before = Span{begin, t.span.begin}.of(doc_.text);
    return std::any_of(words_.since.begin(), words_.since.end(),
                       [&](std::string_view word) { return before.find(word) != std::string_view::npos; });
  }

  void place(const Timex& t, DayRange days) {
    const bool dateline = is_dateline(t);
    const bool ahead = words_.tense.at(doc_, t.span) > 0 || runs_to(t.span.begin);
    add(dateline ? DateEvidence::dateline : ahead ? DateEvidence::ahead : DateEvidence::told, t, days);
    if (!ahead) before_ = days.first;
  }

  // "through February 28": it may well lie ahead.
  bool runs_to(uint32_t at) const { return one_of_words(words_.runs_to, word_before(doc_.text, at)); }

  bool is_dateline(const Timex& t) const {
    return t.span.begin < body_begin_ + 60 && t.span.end + 2 < doc_.text.size() && ends_dateline(t.span.end);
  }

  // After the date: " (Reuters)", " —", " - ".
  bool ends_dateline(uint32_t at) const {
    std::string_view rest = std::string_view(doc_.text).substr(at, 6);
    rest = trim(rest);
    return rest.starts_with("(") || rest.starts_with("—") || rest.starts_with("–") || rest.starts_with("--") ||
           rest.starts_with("- ");
  }

  void outside() {
    DateEvidence e;
    Day d = 0;
    if (date_in_url(doc_.url, words_.months, d)) {
      e.kind = DateEvidence::url;
      e.days = {d, d};
      out_.push_back(e);
    }
    if (auto captured = parse_edtf(doc_.captured)) {
      e.kind = DateEvidence::captured;
      e.days = days_of(*captured);
      out_.push_back(e);
    }
    if (auto changed = parse_edtf(doc_.changed)) {
      e.kind = DateEvidence::changed;
      e.days = days_of(*changed);
      out_.push_back(e);
    }
    if (const int year = year_of_rights(doc_.text, words_.rights); year > 0) {
      e.kind = DateEvidence::rights;
      e.days = days_of(PartialDate{static_cast<int16_t>(year)});
      out_.push_back(e);
    }
    for (const Section& s : doc_.sections) {
      if (s.kind != SectionKind::comment || !s.posted.known()) continue;
      e.kind = DateEvidence::posted;
      e.days = days_of(s.posted);
      e.span = s.span;
      for (const Timex& t : doc_.times) {  // the words that give the time, if they are there
        if (s.span.contains(t.span) && days_of(t.edtf) == e.days) {
          e.span = t.span;
          break;
        }
      }
      out_.push_back(e);
    }
  }

  const Document& doc_;
  const DateWords& words_;
  const DayRange about_;
  std::vector<DateEvidence> out_;
  uint32_t lede_end_ = 0, body_begin_ = 0;
  std::optional<Day> before_, latest_;
};

}  // namespace

Result<DateWords> DateWords::load(const Resources& resources) {
  constexpr std::string_view kTable = "times/report_dates.tsv";
  DateWords out;
  TRY(out.tense, TenseReader::load(resources));
  TRY(Table table, Table::load(resources, kTable));
  TRY(const size_t list, table.column("list"));
  TRY(const size_t words, table.column("words"));
  for (size_t row = 0; row < table.rows(); ++row) {
    const std::string_view name = table.cell(row, list);
    std::vector<std::string_view>* into = name == "runs-to"  ? &out.runs_to
                                          : name == "within" ? &out.within
                                          : name == "since"  ? &out.since
                                          : name == "months" ? &out.months
                                          : name == "rights" ? &out.rights
                                                             : nullptr;
    if (into == nullptr) {
      return Error{ErrorCode::invalid_input, "no such list",
                   std::string(kTable) + ":" + std::to_string(table.line(row))};
    }
    *into = variants(table.cell(row, words));
  }
  return out;
}

std::vector<DateEvidence> collect_date_evidence(const Document& doc, const DateWords& words, DayRange about) {
  return Collector(doc, words, about).run();
}

}  // namespace dateline
