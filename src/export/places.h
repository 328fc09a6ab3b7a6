// Where the places of a record lie, from the gazetteer.
#pragma once

#include <string>
#include <unordered_map>

#include "base/resources.h"
#include "dateline/entity_brief.h"
#include "export/json.h"

namespace dateline {

class PlaceTable {
 public:
  // Reads the whole gazetteer; some milliseconds.
  static Result<PlaceTable> load(const Resources& resources);

  // [{"id","name","lat","lon","reports","mentions"}], of the places whose coordinates are known, in the order given.
  Json json(const std::vector<EntityBrief>& entities) const;

 private:
  struct Spot {
    double lat, lon;
  };
  std::unordered_map<std::string, Spot> by_id_;
};

// The outlines of the land for a map: rings of [lon, lat, lon, lat, …].
Result<Json> land_json(const Resources& resources);

}  // namespace dateline
