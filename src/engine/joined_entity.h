// An entity that is met in several neighbourhoods, put together from what each tells of it, as join_entities() does it,
// without the words that it rests on: a row for filters, and a brief for lists.
#pragma once

#include "dateline/entity_brief.h"
#include "engine/rows.h"

namespace dateline {

class JoinedEntity {
 public:
  void take(const Entity& one);
  void take(JoinedEntity other);
  // Nothing may be taken after this.
  void finish();

  const Row& row() const { return row_; }
  EntityBrief& brief() { return brief_; }

 private:
  Row row_;
  EntityBrief brief_;
  uint32_t most_ = 0;  // mentions of the one whose name and type it has
};

EntityBrief brief_of(const Entity& entity);

}  // namespace dateline
