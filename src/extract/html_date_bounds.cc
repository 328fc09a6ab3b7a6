#include "extract/html_date_bounds.h"

#include "base/strings.h"

namespace dateline {
namespace {

constexpr int kFirstYear = 1990;                                      // the web's
constexpr int64_t kSecondsFrom = 631152000, kSecondsTo = 4102444800;  // 1990 to 2100

// As its locale does, or as other dates on it show. "en" and "en-US" tell
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

}  // namespace

DateBounds::DateBounds(const PageView& view)
    : dates_(view.dates), order_(numeric_order(view)), latest_(to_day(2099, 12, 31)) {
  if (auto captured = parse_edtf(view.captured)) latest_ = days_of(*captured).last + 1;
}

bool DateBounds::allow(const Edtf& value) const {
  return value.form == EdtfForm::single && value.first.year >= kFirstYear && value.first.day != 0 &&
         days_of(value).first <= latest_;
}

std::optional<Edtf> DateBounds::read(std::string_view value) const {
  value = trim(value);
  if (value.empty()) return std::nullopt;
  if (value.size() >= 10 && value.size() <= 13 && value.find_first_not_of("0123456789") == std::string_view::npos &&
      value.size() != 12) {
    const int64_t seconds = std::atoll(std::string(value).c_str()) / (value.size() == 13 ? 1000 : 1);
    if (seconds > kSecondsFrom && seconds < kSecondsTo) return day_value(static_cast<Day>(seconds / 86400));
  }
  if (auto edtf = parse_edtf(value); edtf && edtf->form == EdtfForm::single) return edtf;
  if (auto found = dates_.find(value, order_); found && !found->order_open && found->date.day != 0)
    return single(found->date);
  return std::nullopt;
}

}  // namespace dateline
