// Calendar dates as pages and bylines write them: "2024-11-08", "Nov. 8, 2024 at 10:06 p.m. ET", "8. März 2024",
// "Sun, 03/10/2024 @ 12:00pm". Month names of many languages stand in resources/extract/months.tsv. What needs
// another date to be understood ("Friday", "yesterday") belongs to the times layer, not here.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/resources.h"
#include "dateline/edtf.h"
#include "dateline/result.h"
#include "dateline/span.h"
#include "extract/date_pieces.h"

namespace dateline {

enum class NumericOrder : uint8_t { unknown, month_first, day_first };

struct FoundDate {
  PartialDate date;         // at least a year, and a month unless the order of the numbers is open
  Span span;                // in the text given
  bool order_open = false;  // 03/10/2024 and nothing tells which is the month; `date` holds the year alone
};

class DateReader {
 public:
  static Result<DateReader> load(const Resources& resources);

  // The first date in the text; nullopt if there is none. `order` settles 03/10/2024 where a weekday does not.
  std::optional<FoundDate> find(std::string_view text, NumericOrder order = NumericOrder::unknown) const;
  // Which way round the text writes its numeric dates, from those that can be read one way only.
  NumericOrder order_in(std::string_view text) const;
  // Whether the text is a date, a clock time and joining words, and nothing else.
  bool is_only_date(std::string_view text) const;

 private:
  DateNames names_;
};

}  // namespace dateline
