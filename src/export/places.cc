#include "export/places.h"

#include <cstdlib>

#include "base/strings.h"
#include "base/table.h"

namespace dateline {

Result<PlaceTable> PlaceTable::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "names/places.tsv"));
  TRY(size_t id, table.column("id"));
  TRY(size_t lat, table.column("lat"));
  TRY(size_t lon, table.column("lon"));
  PlaceTable out;
  for (size_t row = 0; row < table.rows(); ++row) {
    if (table.cell(row, lat).empty()) continue;
    out.by_id_.try_emplace(std::string(table.cell(row, id)),
                           Spot{std::strtod(std::string(table.cell(row, lat)).c_str(), nullptr),
                                std::strtod(std::string(table.cell(row, lon)).c_str(), nullptr)});
  }
  return out;
}

Json PlaceTable::json(const std::vector<EntityBrief>& entities) const {
  Json out = Json::array();
  for (const EntityBrief& e : entities) {
    const auto found = by_id_.find(e.gazetteer);
    if (e.type != EntityType::place || found == by_id_.end()) continue;
    out.push_back(fields("id", e.id, "name", e.name, "lat", found->second.lat, "lon", found->second.lon, "reports",
                         e.reports, "mentions", e.mentions));
  }
  return out;
}

Result<Json> land_json(const Resources& resources) {
  TRY(Table table, Table::load(resources, "map/land.tsv"));
  TRY(size_t ring, table.column("ring"));
  Json out = Json::array();
  for (size_t row = 0; row < table.rows(); ++row) {
    Json points = Json::array();
    for (std::string_view point : split(table.cell(row, ring), ' ')) {
      for (std::string_view degrees : split(point, ',')) {
        points.push_back(std::strtod(std::string(degrees).c_str(), nullptr));
      }
    }
    out.push_back(std::move(points));
  }
  return out;
}

}  // namespace dateline
