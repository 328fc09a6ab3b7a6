// Readers' comments under a plain text: where they begin, who wrote each and when.
#include <algorithm>

#include "base/strings.h"
#include "extract/plain_text.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kMaxHeadWords = 16;  // a comment's own head line is short

struct Head {
  std::string author;
  Edtf posted;
};

std::string tidy_author(std::string_view name) {
  std::string spaced;
  for (size_t at = 0; at < name.size();) {
    const char32_t c = next_code_point(name, at);
    append_code_point(spaced, is_white_space(c) ? U' ' : c);
  }
  std::string_view out = trim(spaced);
  auto drop_tail = [&](std::string_view tail) {
    if (ascii_lower(out).ends_with(tail)) out = trim(out.substr(0, out.size() - tail.size()));
  };
  auto drop_head = [&](std::string_view head) {
    if (ascii_lower(out).starts_with(head)) out = trim(out.substr(head.size()));
  };
  for (std::string_view head : {"posted by:", "posted by", "comment by", "submitted by", "written by", "by ", "from "})
    drop_head(head);
  for (int pass = 0; pass < 2; ++pass) {
    for (std::string_view tail : {"(not verified)",
                                  "says:",
                                  "says",
                                  "said:",
                                  "said",
                                  "wrote:",
                                  "wrote",
                                  " on",
                                  " at",
                                  "•",
                                  "·",
                                  "|",
                                  "-",
                                  "–",
                                  "—",
                                  ",",
                                  ":",
                                  "(",
                                  "posted",
                                  "commented"}) {
      drop_tail(tail);
    }
  }
  return std::string(out);
}

bool relative_age(std::string_view bare) {
  return fits_glob("*# year* ago*", bare) || fits_glob("*# month* ago*", bare) || fits_glob("*# week* ago*", bare) ||
         fits_glob("*# day* ago*", bare) || fits_glob("*# hour* ago*", bare) || fits_glob("*# min* ago*", bare) ||
         fits_glob("* ago", bare) || fits_glob("yesterday at *", bare);
}

// "Menye (not verified)     Sun, 03/10/2024 @ 01:16pm", "Jane Roe says:", "roe • 3 years ago", "Posted by Jane on March
// 3, 2024 at 5 pm"
bool read_head(std::string_view line, const PlainTools& tools, NumericOrder order, Head& head) {
  if (words_in_line(line) > kMaxHeadWords || line.size() > 200) return false;
  const auto found = tools.dates.find(line, order);
  const std::string bare = bare_line(line);
  if (found && !found->order_open) head.posted = single(found->date);
  if (found && found->order_open) head.posted = single(found->date);
  if (found) {
    const std::string_view before = line.substr(0, found->span.begin), after = trim(line.substr(found->span.end));
    if (words_in_line(before) > 9 || words_in_line(after) > 4) return false;
    head.author = tidy_author(before);
    if (head.author.empty() && !after.empty()) head.author = tidy_author(after);
    return true;
  }
  if (bare.ends_with(" says") || bare.ends_with(" wrote") || bare.ends_with(" said") ||
      bare.ends_with("(not verified")) {
    head.author = tidy_author(line);
    return words_in_line(head.author) <= 6;
  }
  if (relative_age(bare)) {
    size_t digit = line.find_first_of("0123456789");
    if (digit == std::string_view::npos) digit = 0;
    head.author = tidy_author(line.substr(0, digit));
    return words_in_line(head.author) <= 6;
  }
  return false;
}

}  // namespace

void mark_comments(const Article& article, std::vector<TextUnit>& units, const PlainTools& tools) {
  const std::string_view text = article.text;
  size_t area = units.size();
  bool has_heading = false;
  for (size_t i = 1; i < units.size(); ++i) {
    const std::string_view line = units[i].span.of(text);
    if (line.size() > 120) continue;
    const std::string bare = bare_line(line);
    if (tools.rules.heads_comments(line)) {
      area = i;
      has_heading = true;
      break;
    }
    if (bare.ends_with("(not verified") || bare.find("(not verified)") != std::string::npos) {
      area = i;
      break;
    }
  }
  if (area == units.size()) return;
  const NumericOrder order = tools.dates.order_in(text.substr(units[area].span.begin));

  // The heads below the heading; a heading with none under it is only a line of its own.
  const size_t from = has_heading ? area + 1 : area;
  std::vector<std::pair<size_t, Head>> heads;
  size_t form = units.size();
  for (size_t i = from; i < units.size(); ++i) {
    const std::string_view line = units[i].span.of(text);
    Head head;
    if (auto hit = tools.rules.match(line); hit && (hit->why == "comment form" || hit->why == "captcha") && i > from) {
      const std::string bare = bare_line(line);
      if (bare != "reply" && bare != "report" && bare != "comment" && !bare.starts_with("this comment")) {
        form = std::min(form, i);
      }
    }
    if (!read_head(line, tools, order, head)) continue;
    form = units.size();  // a form between comments is not the end of them
    // A name on a line of its own above the date belongs to the comment below.
    size_t at = i;
    if (head.author.empty() && i > from && words_in_line(units[i - 1].span.of(text)) <= 4 &&
        !ends_like_sentence(units[i - 1].span.of(text))) {
      head.author = tidy_author(units[i - 1].span.of(text));
      at = i - 1;
    }
    if (!heads.empty() && heads.back().first + 1 == i && heads.back().second.posted.known() == false) {
      heads.back().second.posted = head.posted;  // "Jane says:" and its date on the next line
      continue;
    }
    heads.emplace_back(at, std::move(head));
  }
  if (has_heading) {
    units[area].kind = SectionKind::boilerplate;
    units[area].why = "comment heading";
    units[area].settled = true;
  }
  if (heads.empty()) return;
  for (size_t i = from; i < heads.front().first; ++i) {
    units[i].kind = SectionKind::boilerplate;
    units[i].why = "above comments";
    units[i].settled = true;
  }
  for (size_t h = 0; h < heads.size(); ++h) {
    const size_t end = h + 1 < heads.size() ? heads[h + 1].first : form;
    for (size_t i = heads[h].first; i < end; ++i) {
      TextUnit& unit = units[i];
      unit.kind = SectionKind::comment;
      unit.why = "reader comment";
      unit.author = heads[h].second.author;
      unit.posted = heads[h].second.posted;
      unit.opens = i == heads[h].first;
      unit.settled = true;
    }
  }
  for (size_t i = form; i < units.size(); ++i) {
    units[i].kind = SectionKind::boilerplate;
    units[i].why = "comment form";
    units[i].settled = true;
  }
}

}  // namespace dateline
