// The entities of one report while they are being put together. Private to src/resolve.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dateline/model.h"
#include "text/person_name.h"
#include "text/titles.h"

namespace dateline {

struct Cluster {
  EntityType type = EntityType::other;
  std::string key;                 // how it is looked up: a gazetteer key or a folded name
  PersonName person;               // the fullest form, of a person
  std::string name;                // the fullest form as written, or the gazetteer's
  std::vector<std::string> forms;  // as written, titled ones too; unsorted, with repeats
  std::vector<Role> roles;
  std::vector<const Title*> titles;
  std::string gazetteer, why;
  char sex = 0;  // 'm', 'f', 0 unknown
};

struct MentionClusters {
  std::vector<Cluster> all;
  std::vector<int32_t> of;  // [mention] -> all; kNone

  // A new cluster, named as the mention is written; which is yet to be joined to it. Returns its index.
  int32_t start(const Document& doc, EntityType type, uint32_t mention, std::string key);
  // `why` in words, empty where there is nothing to explain.
  void join(const Document& doc, uint32_t mention, int32_t cluster, std::string_view why);
};

}  // namespace dateline
