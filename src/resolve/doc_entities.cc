#include "resolve/doc_entities.h"

#include <algorithm>
#include <map>

#include "base/load_shared.h"
#include "base/sort_unique.h"
#include "base/strings.h"
#include "resolve/clusters.h"
#include "resolve/coreference.h"
#include "resolve/doc_people.h"
#include "resolve/org_index.h"
#include "resolve/org_names.h"
#include "resolve/place_index.h"
#include "resolve/roles.h"
#include "text/sorted_table.h"
#include "text/utf8.h"

namespace dateline {

struct EntityResolver::Lexicon {
  RoleFinder roles;
  PlaceIndex places;
  OrgIndex organisations;
  Coreference coreference;
  SortedTable people;
};

Result<EntityResolver> EntityResolver::load(const Resources& resources) {
  return load_shared(EntityResolver(), &EntityResolver::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.roles, RoleFinder::load(resources));
    TRY(x.places, PlaceIndex::load(resources));
    TRY(x.organisations, OrgIndex::load(resources));
    TRY(x.coreference, Coreference::load(resources));
    TRY(x.people, SortedTable::load(resources, "names/people.tsv"));
    return kDone;
  });
}

namespace {

constexpr size_t kMostAliases = 64;  // of one entity; a text with more forms is no news

// Puts the names of one report together, kind by kind.
class Pass {
 public:
  Pass(Document& doc, const auto& lexicon)
      : doc_(doc),
        roles_(lexicon.roles),
        places_(lexicon.places),
        organisations_(lexicon.organisations),
        people_(lexicon.people) {
    clusters_.of.assign(doc.mentions.size(), kNone);
  }

  MentionClusters run() {
    join_people(doc_, clusters_, roles_, people_);
    join_places();
    join_organisations();
    join_rest();
    for (Cluster& c : clusters_.all) finish(c);
    return std::move(clusters_);
  }

 private:
  std::string_view words(uint32_t m) const { return doc_.words(doc_.mentions[m].span); }

  // ---- places and peoples ----

  void join_places() {
    PlaceIndex::Context context;
    Countries countries;
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      const EntityType type = doc_.mentions[m].type;
      if (type != EntityType::place && type != EntityType::group) continue;
      const PlaceRow row = places_.find(name_key(words(m)), {}, type == EntityType::group);
      if (row.kind != "city" && !row.country.empty()) context.countries.push_back(row.country);
      if (type == EntityType::place && row.kind == "country") countries.emplace(name_key(row.name), row);
    }
    std::sort(context.countries.begin(), context.countries.end());
    join_halves(countries);
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      const Mention& mention = doc_.mentions[m];
      if (clusters_.of[m] != kNone || (mention.type != EntityType::place && mention.type != EntityType::group))
        continue;
      context.after = {};
      if (m + 1 < doc_.mentions.size() && doc_.mentions[m + 1].type == EntityType::place) {
        const Span between{mention.span.end, doc_.mentions[m + 1].span.begin};
        if (one_line(doc_.words(between)) == ",") context.after = words(m + 1);
      }
      join_place(m, places_.find(name_key(words(m)), context, mention.type == EntityType::group));
    }
    sort_unique(countries_);
  }

  using Countries = std::map<std::string, PlaceRow>;  // by key of the name

  // "The North", where North Korea is told from South Korea, or the South from Sudan.
  void join_halves(const Countries& countries) {
    std::map<std::string, const PlaceRow*> halves;  // "north"
    for (const auto& [name, row] : countries) {
      const size_t space = name.find(' ');
      if (space == std::string::npos || !is_side(name.substr(0, space))) continue;
      const std::string rest = name.substr(space);
      const bool told_apart = std::any_of(countries.begin(), countries.end(), [&](const auto& other) {
        return other.first != name && (other.first == rest.substr(1) || other.first.ends_with(rest));
      });
      if (told_apart) halves.emplace(name.substr(0, space), &row);
    }
    if (halves.empty()) return;
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      const auto half = halves.find(name_key(words(m)));
      if (half == halves.end() || !after_article(m)) continue;
      doc_.mentions[m].type = EntityType::place;
      join_place(m, *half->second);
    }
  }

  static bool is_side(std::string_view word) {
    return word == "north" || word == "south" || word == "east" || word == "west";
  }

  bool after_article(uint32_t m) const {
    const uint32_t first = doc_.mentions[m].tokens.begin;
    return first > 0 && ascii_lower(doc_.words(doc_.tokens[first - 1])) == "the";
  }

  void join_place(uint32_t m, const PlaceRow& row) {
    if (!row.country.empty()) countries_.push_back(row.country);
    const EntityType type = doc_.mentions[m].type;
    const std::string key = row.id.empty() ? name_key(words(m)) : std::string(row.id);
    int32_t cluster = look_up(type, key);
    if (cluster == kNone) {
      cluster = start(type, m, key);
      clusters_.all[cluster].gazetteer = row.id;
      if (!row.id.empty() && type == EntityType::place) clusters_.all[cluster].name = row.name;
    }
    clusters_.join(doc_, m, cluster, row.id.empty() ? "" : "gazetteer");
  }

  int32_t start(EntityType type, uint32_t m, const std::string& key) {
    const int32_t cluster = clusters_.start(doc_, type, m, key);
    by_key_.emplace(std::pair(type, key), cluster);
    if (type == EntityType::organisation) index_.add(cluster, key);
    return cluster;
  }

  int32_t look_up(EntityType type, const std::string& key) const {
    const auto found = by_key_.find({type, key});
    return found == by_key_.end() ? kNone : found->second;
  }

  // ---- organisations ----

  void join_organisations() {
    std::vector<std::pair<uint32_t, std::string>> names;
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      if (doc_.mentions[m].type == EntityType::organisation && clusters_.of[m] == kNone)
        names.emplace_back(m, organisations_.join_key(words(m), places_, countries_));
    }
    std::stable_sort(names.begin(), names.end(), [&](const auto& a, const auto& b) {
      const size_t x = a.second.size(), y = b.second.size();
      return x != y ? x > y : in_brackets(a.first) > in_brackets(b.first);
    });
    std::map<std::string, int32_t> explained;  // "cne", after "Consejo Nacional Electoral (CNE)"
    for (auto& [m, key] : names) {
      int32_t cluster = bracketed(m);
      std::string_view why = "acronym in brackets";
      if (cluster != kNone) explained.emplace(key, cluster);
      if (auto it = explained.find(key); it != explained.end()) cluster = it->second;
      if (cluster == kNone) cluster = look_up(EntityType::organisation, key), why = "same name";
      if (cluster == kNone) cluster = organisation_of(key, words(m)), why = "short form of it";
      if (cluster == kNone) {
        cluster = start(EntityType::organisation, m, key);
        if (std::string_view known = organisations_.canonical(key, countries_); !known.empty())
          clusters_.all[cluster].name = known;
        why = "";
      }
      clusters_.join(doc_, m, cluster, why);
    }
  }

  // "Multinational Security Support (MSS)": the mention in the brackets goes with the one before them.
  int32_t bracketed(uint32_t m) const { return in_brackets(m) ? clusters_.of[m - 1] : kNone; }

  bool in_brackets(uint32_t m) const {
    if (m == 0 || doc_.mentions[m - 1].type != EntityType::organisation || words(m).size() > 10) return false;
    return one_line(doc_.words(Span{doc_.mentions[m - 1].span.end, doc_.mentions[m].span.begin})) == "(";
  }

  int32_t organisation_of(const std::string& key, std::string_view written) const {
    int32_t found = kNone;
    const bool acronym = written.size() >= 3 && written.size() <= 8 &&
                         std::all_of(written.begin(), written.end(), [](char c) { return is_upper(c) || c == '.'; });
    for (int32_t c : acronym ? index_.spelt(key) : index_.longer(key)) {
      if (!acronym && !organisations_.short_form(key, clusters_.all[c].key)) continue;
      if (found != kNone) return kNone;
      found = c;
    }
    return found;
  }

  void join_rest() {
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      if (clusters_.of[m] != kNone) continue;
      const std::string key = name_key(words(m));
      int32_t cluster = look_up(doc_.mentions[m].type, key);
      if (cluster == kNone) cluster = start(doc_.mentions[m].type, m, key);
      clusters_.join(doc_, m, cluster, "");
    }
  }

  void finish(Cluster& c) {
    sort_unique(c.forms);
    std::erase(c.forms, c.name);
    if (c.forms.size() > kMostAliases) c.forms.resize(kMostAliases);
    std::stable_sort(c.roles.begin(), c.roles.end(), [](const Role& a, const Role& b) {
      return a.text != b.text ? a.text < b.text : a.evidence < b.evidence;
    });
    c.roles.erase(
        std::unique(c.roles.begin(), c.roles.end(), [](const Role& a, const Role& b) { return a.text == b.text; }),
        c.roles.end());
    std::stable_sort(c.roles.begin(), c.roles.end(),
                     [](const Role& a, const Role& b) { return a.evidence < b.evidence; });
  }

  Document& doc_;
  const RoleFinder& roles_;
  const PlaceIndex& places_;
  const OrgIndex& organisations_;
  const SortedTable& people_;
  MentionClusters clusters_;
  std::map<std::pair<EntityType, std::string>, int32_t> by_key_;  // but people
  OrgNames index_;
  OrgIndex::Countries countries_;  // that the report speaks of
};

// Mentions sorted by position, entities by first mention, each pointing at the other.
void write_back(Document& doc, MentionClusters& clusters, std::vector<Mention> further) {
  for (size_t m = 0; m < doc.mentions.size(); ++m) doc.mentions[m].entity = clusters.of[m];
  doc.mentions.insert(doc.mentions.end(), further.begin(), further.end());
  std::stable_sort(doc.mentions.begin(), doc.mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.span < b.span; });
  std::vector<int32_t> number(clusters.all.size(), kNone);
  for (uint32_t m = 0; m < doc.mentions.size(); ++m) {
    int32_t& entity = doc.mentions[m].entity;
    if (entity == kNone) continue;
    if (number[entity] == kNone) {
      number[entity] = static_cast<int32_t>(doc.entities.size());
      Cluster& c = clusters.all[entity];
      doc.entities.push_back({c.type,
                              std::move(c.name),
                              std::move(c.forms),
                              std::move(c.roles),
                              {},
                              std::move(c.gazetteer),
                              std::move(c.why)});
    }
    entity = number[entity];
    doc.entities[entity].mentions.push_back(m);
  }
}

}  // namespace

void EntityResolver::annotate(Document& doc) const {
  doc.entities.clear();
  MentionClusters clusters = Pass(doc, *lexicon_).run();
  std::vector<Mention> further = lexicon_->coreference.find(doc, clusters);
  write_back(doc, clusters, std::move(further));
}

}  // namespace dateline
