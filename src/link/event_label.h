// The words of a report that stand for an event in listings.
#pragma once

#include <string>
#include <vector>

#include "dateline/record.h"
#include "link/assemble.h"

namespace dateline {

// What is needed to read one set of mentions.
struct MentionReading {
  const std::vector<const Document*>& docs;
  const EntityMap& entities;
  const std::vector<MentionRef>& mentions;

  const Document& doc(const MentionRef& ref) const { return *docs[ref.report]; }
  const EventMention& event(const MentionRef& ref) const { return docs[ref.report]->events[ref.mention]; }
  const Entity* entity(const MentionRef& ref, int32_t local) const {
    if (local == kNone) return nullptr;
    const int32_t of = entities.of[ref.report][static_cast<size_t>(local)];
    return of == kNone ? nullptr : &entities.entities[static_cast<size_t>(of)];
  }
  bool is_main(const MentionRef& ref) const { return doc(ref).main_event == static_cast<int32_t>(ref.mention); }
};

// The headline, or where there is none the first sentence.
Span headline_of(const Document& doc);
// With each run of white space as one blank.
std::string squeeze(std::string_view words);
// A headline that tells of it, where it is a report's main event; else the clause of its clearest mention.
std::string label_of(const MentionReading& r);

}  // namespace dateline
