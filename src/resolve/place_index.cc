#include "resolve/place_index.h"

#include <algorithm>
#include <charconv>

namespace dateline {
namespace {

PlaceRow read_row(std::string_view& rows) {
  const auto cells = next_row<7>(rows);
  PlaceRow row{cells[1], cells[2], cells[3], cells[4], cells[5], 0};
  std::from_chars(cells[6].data(), cells[6].data() + cells[6].size(), row.weight);
  return row;
}

}  // namespace

Result<PlaceIndex> PlaceIndex::load(const Resources& resources) {
  PlaceIndex index;
  TRY(index.table_, SortedTable::load(resources, "names/places.tsv"));
  return index;
}

PlaceRow PlaceIndex::find(std::string_view key, const Context& context, bool demonym) const {
  PlaceRow best;
  double best_weight = -1;
  PlaceRow within;
  if (!context.after.empty()) within = find(name_key(context.after), {}, false);
  for (std::string_view rows = table_.rows(key); !rows.empty();) {
    PlaceRow row = read_row(rows);
    if ((row.kind == "demonym") != demonym) continue;
    double weight = row.weight;
    // A town counts for more where its country is spoken of; one named with its province is that one.
    if (std::binary_search(context.countries.begin(), context.countries.end(), row.country)) weight *= 20;
    if (!within.id.empty() && within.country == row.country && within.id != row.id &&
        (within.kind == "country" || within.admin == row.admin))
      weight += 1e12;
    if (weight > best_weight) {
      best = row;
      best_weight = weight;
    }
  }
  return best;
}

}  // namespace dateline
