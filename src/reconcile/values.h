// Whether two numbers can both be true, given how exactly each is told.
#pragma once

#include <string>

#include "dateline/record.h"
#include "text/measures.h"

namespace dateline {

// What a telling allows. A bound leaves the other end open; "dozens" both ends by convention.
struct ToldNumber {
  double value = Figure::kUnknown, min = Figure::kUnknown, max = Figure::kUnknown;
  bool vague = false, approximate = false;
  double step = 0;         // what its last digit that is not zero counts: 100 in 3,500, 0.1 in 7.8
  bool converted = false;  // from another unit than the one that it is told in

  bool exact() const { return value == value && !vague && !approximate; }
  // A number to compare sizes by.
  double size() const { return value == value ? value : min == min ? min : max; }
};

ToldNumber told(const RecordFigure& figure);
ToldNumber told(const Figure& figure);
// The number in the base of its measure.
ToldNumber in_base(ToldNumber told, const InBase& base);

// No contradiction: equal; one a rounding of the other (one of them round, less than 5 % and less than one of its last
// places apart; of "about" one of its last places, though 3 to 10 %); or one within the other's bounds.
bool can_both_hold(const ToldNumber& a, const ToldNumber& b);
// |a - b| as a share of the larger.
double difference(const ToldNumber& a, const ToldNumber& b);

// "57", "1,300", "at least 175", "200 to 300", "about 32": with thousands parted and the unit behind.
std::string value_text(const ToldNumber& told, std::string_view unit);

}  // namespace dateline
