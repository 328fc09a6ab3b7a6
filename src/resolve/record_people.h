// The people of several reports: whose names are one person's. Private to src/resolve.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "dateline/model.h"
#include "text/person_name.h"
#include "text/sorted_table.h"
#include "text/titles.h"

namespace dateline {

// One report's entity on its way into the record.
struct EntityNode {
  uint32_t doc = 0, entity = 0;
  EntityType type = EntityType::other;
  const Document* report = nullptr;
  const DocEntity* what = nullptr;
  std::string key;  // nodes of one type and key are one entity
  std::string why;
  // Of people: the fullest name,
  PersonName person;
  char sex = 0;              // 'm' or 'f' where a title, a first name or pronouns tell it,
  bool by_pronouns = false;  // which may mean somebody else,
  bool throne = false;       // and whether a title makes the first name one's own: "Queen Elizabeth"
  bool mixed =
      false;  // "Donald Trump Jr." in a report that speaks of "President Trump" and gives nobody else's full name
};

class RecordPeople {
 public:
  // people: names/people.tsv. Both must outlive it.
  RecordPeople(const SortedTable& people, const Titles& titles) : people_(people), titles_(titles) {}

  // Fills what a node has of a person, with the key that the name alone gives.
  void read(EntityNode& node) const;
  // Gives the nodes that are one person one key, among `nodes` of all types, in the order of their reports.
  void join(std::vector<EntityNode>& nodes) const;

 private:
  const SortedTable& people_;
  const Titles& titles_;
};

}  // namespace dateline
