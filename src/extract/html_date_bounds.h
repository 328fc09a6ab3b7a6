// What the dates of one page can be, and how it writes them.
#pragma once

#include <optional>
#include <string_view>

#include "extract/html_facts.h"

namespace dateline {

class DateBounds {
 public:
  explicit DateBounds(const PageView& view);

  // A date of the web's years, to the day, not after the page was captured.
  bool allow(const Edtf& value) const;
  // The value of a field or the words of an element: EDTF, seconds since 1970, or a date as people write it.
  std::optional<Edtf> read(std::string_view value) const;
  // Which way round the page writes 3/10/2024.
  NumericOrder order() const { return order_; }

 private:
  const DateReader& dates_;
  NumericOrder order_;
  Day latest_;
};

}  // namespace dateline
