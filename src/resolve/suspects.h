// The one person of a report whom "the suspect" and "the gunman" mean further on. A suspect is who was arrested or
// charged, or is called so beside the name; an attacker only who is called so beside the name, since others are charged
// too. Private to src/resolve.
#pragma once

#include "dateline/model.h"
#include "resolve/clusters.h"
#include "resolve/person_words.h"

namespace dateline {

struct Suspects {
  int32_t suspect = kNone, attacker = kNone;  // clusters; kNone where there is none, or more than one
};

Suspects find_suspects(const Document& doc, const MentionClusters& clusters, const PersonWords& words);

}  // namespace dateline
