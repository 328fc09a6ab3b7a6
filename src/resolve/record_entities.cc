#include "resolve/record_entities.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "base/hash.h"
#include "base/load_shared.h"
#include "base/sort_unique.h"
#include "base/strings.h"
#include "resolve/org_index.h"
#include "resolve/place_index.h"
#include "resolve/record_people.h"
#include "text/person_name.h"
#include "text/sorted_table.h"
#include "text/titles.h"

namespace dateline {

struct EntityMerger::Lexicon {
  PlaceIndex places;
  OrgIndex organisations;
  SortedTable people;
  Titles titles;
};

Result<EntityMerger> EntityMerger::load(const Resources& resources) {
  return load_shared(EntityMerger(), &EntityMerger::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.places, PlaceIndex::load(resources));
    TRY(x.organisations, OrgIndex::load(resources));
    TRY(x.people, SortedTable::load(resources, "names/people.tsv"));
    TRY(x.titles, Titles::load(resources));
    return kDone;
  });
}

namespace {

// Entities only of comments and boilerplate are no part of the record.
bool reported(const Document& doc, const DocEntity& e) {
  return std::any_of(e.mentions.begin(), e.mentions.end(), [&](uint32_t m) {
    const int32_t s = doc.sentence_at(doc.mentions[m].span.begin);
    if (s == kNone) return true;
    const SectionKind kind = doc.section_of(doc.sentences[s]).kind;
    return kind != SectionKind::comment && kind != SectionKind::boilerplate;
  });
}

class Merge {
 public:
  Merge(const std::vector<const Document*>& docs, const auto& lexicon)
      : docs_(docs),
        places_(lexicon.places),
        organisations_(lexicon.organisations),
        people_(lexicon.people, lexicon.titles) {}

  EntityMap run() {
    collect();
    people_.join(nodes_);
    join_organisations();
    return build();
  }

 private:
  // Nodes in an order of their own, by report id, so that nothing hangs on the order in which reports came.
  void collect() {
    std::vector<uint32_t> order(docs_.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return docs_[a]->id < docs_[b]->id; });
    for (uint32_t d : order) {
      for (uint32_t e = 0; e < docs_[d]->entities.size(); ++e) {
        const DocEntity& x = docs_[d]->entities[e];
        if (!reported(*docs_[d], x)) continue;
        EntityNode n;
        n.doc = d, n.entity = e, n.type = x.type, n.report = docs_[d], n.what = &x;
        if (x.type == EntityType::person) {
          people_.read(n);
        } else if (!x.gazetteer.empty()) {
          n.key = x.gazetteer;
        } else {
          n.key = x.type == EntityType::organisation ? organisations_.join_key(x.name, places_, {}) : name_key(x.name);
        }
        nodes_.push_back(std::move(n));
      }
    }
  }

  // ---- organisations ----

  void join_organisations() {
    std::vector<std::string> keys;
    std::map<std::string, std::string>
        acronyms;  // as a report itself explains them: "mss" -> key; "" where reports differ
    for (const EntityNode& n : nodes_) {
      if (n.type != EntityType::organisation) continue;
      keys.push_back(n.key);
      for (const std::string& alias : (*n.what).aliases) {
        const std::string k = name_key(alias);
        if (k == n.key || k.find(' ') != std::string::npos) continue;
        auto [it, fresh] = acronyms.emplace(k, n.key);
        if (!fresh && it->second != n.key)
          it->second = organisations_.short_form(it->second, n.key)   ? n.key
                       : organisations_.short_form(n.key, it->second) ? it->second
                                                                      : "";
      }
    }
    sort_unique(keys);
    std::map<std::string, std::string>
        longer;  // an unfinished name and its only continuation: "x support" -> "x support mission"
    for (size_t i = 0; i < keys.size(); ++i) {
      std::string only;
      size_t fits = 0;
      for (size_t j = i + 1; j < keys.size() && keys[j].starts_with(keys[i]); ++j) {
        if (organisations_.short_form(keys[i], keys[j])) only = keys[j], ++fits;
      }
      if (fits == 1) longer[keys[i]] = only;
    }
    for (EntityNode& n : nodes_) {
      if (n.type != EntityType::organisation) continue;
      if (auto it = acronyms.find(n.key); it != acronyms.end() && !it->second.empty()) {
        n.key = it->second;
        n.why = "acronym that another report explains";
      }
      if (auto it = longer.find(n.key); it != longer.end()) n.key = it->second;
    }
  }

  // ---- the record ----

  EntityMap build() {
    EntityMap map;
    for (const Document* doc : docs_) map.of.emplace_back(doc->entities.size(), kNone);
    std::vector<size_t> order(nodes_.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](size_t a, size_t b) {
      return nodes_[a].type != nodes_[b].type ? nodes_[a].type < nodes_[b].type : nodes_[a].key < nodes_[b].key;
    });
    std::vector<std::pair<Entity, std::vector<size_t>>> made;
    for (size_t i = 0; i < order.size();) {
      size_t j = i;
      while (j < order.size() && nodes_[order[j]].type == nodes_[order[i]].type &&
             nodes_[order[j]].key == nodes_[order[i]].key)
        ++j;
      std::vector<size_t> members(order.begin() + static_cast<ptrdiff_t>(i), order.begin() + static_cast<ptrdiff_t>(j));
      made.emplace_back(make(members), members);
      i = j;
    }
    std::sort(made.begin(), made.end(), [](const auto& a, const auto& b) { return a.first.id < b.first.id; });
    for (auto& [e, members] : made) {
      for (size_t i : members) map.of[nodes_[i].doc][nodes_[i].entity] = static_cast<int32_t>(map.entities.size());
      map.entities.push_back(std::move(e));
    }
    return map;
  }

  Entity make(const std::vector<size_t>& members) const {
    Entity e;
    const EntityNode& first = nodes_[members.front()];
    e.type = first.type;
    e.id = content_id("n", {name_of(first.type), first.key});
    std::map<std::string, uint32_t> names;
    for (size_t i : members) {
      const EntityNode& n = nodes_[i];
      const DocEntity& x = (*n.what);
      // What a report mixed up names nobody, if another report names them.
      names[x.name] += n.mixed ? 0 : static_cast<uint32_t>(x.mentions.size());
      e.aliases.push_back(x.name);
      e.aliases.insert(e.aliases.end(), x.aliases.begin(), x.aliases.end());
      for (const Role& role : x.roles) e.roles.push_back({role.text, {docs_[n.doc]->id, role.evidence}});
      e.reports.push_back(docs_[n.doc]->id);
      e.mentions += static_cast<uint32_t>(x.mentions.size());
      if (e.gazetteer.empty()) e.gazetteer = x.gazetteer;
      for (const std::string& why : {x.why, n.why}) {
        if (!why.empty() && e.why.find(why) == std::string::npos && e.why.size() < 2000)
          e.why += (e.why.empty() ? "" : "; ") + why;
      }
    }
    e.name = best_name(e.type, names);
    sort_unique(e.aliases);
    std::erase(e.aliases, e.name);
    sort_unique(e.reports);
    std::sort(e.roles.begin(), e.roles.end());
    e.roles.erase(std::unique(e.roles.begin(), e.roles.end(),
                              [](const RecordRole& a, const RecordRole& b) {
                                return a.role == b.role && a.evidence.report == b.evidence.report;
                              }),
                  e.roles.end());
    return e;
  }

  // The name most spoken of among the fullest kind: a first name and surname before a surname alone.
  static std::string best_name(EntityType type, const std::map<std::string, uint32_t>& names) {
    std::string best;
    std::pair<bool, uint32_t> rank{false, 0};
    for (const auto& [name, count] : names) {
      const std::pair<bool, uint32_t> r{type != EntityType::person || parse_person(name).full(), count};
      if (best.empty() || r > rank) best = name, rank = r;
    }
    return best;
  }

  const std::vector<const Document*>& docs_;
  const PlaceIndex& places_;
  const OrgIndex& organisations_;
  const RecordPeople people_;
  std::vector<EntityNode> nodes_;
};

}  // namespace

EntityMap EntityMerger::merge(const std::vector<const Document*>& docs) const { return Merge(docs, *lexicon_).run(); }

}  // namespace dateline
