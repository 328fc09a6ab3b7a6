#include "engine/joined_entity.h"

#include <tuple>

#include "base/append.h"
#include "base/sort_unique.h"

namespace dateline {
namespace {

constexpr size_t kFewRoles = 4;

}  // namespace

void JoinedEntity::take(const Entity& one) {
  JoinedEntity other;
  other.row_ = row_of(one);
  other.most_ = one.mentions;
  EntityBrief& brief = other.brief_;
  brief.id = one.id;
  brief.name = one.name;
  brief.type = one.type;
  brief.aliases = one.aliases;
  brief.mentions = one.mentions;
  brief.gazetteer = one.gazetteer;
  for (const RecordRole& role : one.roles) brief.roles.push_back(role.role);
  sort_unique(brief.roles);
  take(std::move(other));
}

// The name, type and place are those of most mentions.
void JoinedEntity::take(JoinedEntity other) {
  if (row_.id.empty()) {
    *this = std::move(other);
    return;
  }
  EntityBrief& from = other.brief_;
  if (std::tuple(other.most_, std::string_view(brief_.name)) > std::tuple(most_, std::string_view(from.name))) {
    std::swap(brief_.name, from.name);
    std::swap(brief_.gazetteer, from.gazetteer);
    brief_.type = from.type;
    row_.name = other.row_.name;
    row_.type = other.row_.type;
    most_ = other.most_;
  }
  brief_.aliases.push_back(std::move(from.name));
  append(brief_.aliases, std::move(from.aliases));
  append(brief_.roles, std::move(from.roles));
  brief_.mentions += from.mentions;
  row_.rank += other.row_.rank;
  row_.words += "\n" + other.row_.words;
  append(row_.reports, std::move(other.row_.reports));
}

void JoinedEntity::finish() {
  sort_unique(row_.reports);
  sort_unique(brief_.aliases);
  std::erase(brief_.aliases, brief_.name);
  sort_unique(brief_.roles);
  if (brief_.roles.size() > kFewRoles) brief_.roles.resize(kFewRoles);
  brief_.reports = static_cast<uint32_t>(row_.reports.size());
}

EntityBrief brief_of(const Entity& entity) {
  JoinedEntity joined;
  joined.take(entity);
  joined.finish();
  return std::move(joined.brief());
}

}  // namespace dateline
