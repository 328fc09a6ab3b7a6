#include "resolve/doc_people.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/strings.h"
#include "resolve/doc_juniors.h"
#include "resolve/namesakes.h"
#include "resolve/person_words.h"
#include "text/utf8.h"

namespace dateline {
namespace {

// What is known of a person while names are joined, kept up so that a text of nothing but names is read in time.
struct Bearer {
  int32_t cluster = kNone;
  std::string sound;                      // of the surname
  uint32_t first = 0;                     // mention
  long in_full = 0;                       // mentions
  bool late = false;                      // see find_late()
  std::vector<std::string_view> offices;  // from titles before the name
};

constexpr std::string_view kTooMany =
    "more people of one name than news has: mentions are joined to the first 200 of them alone";
static_assert(Namesakes::kMost == 200);

class People {
 public:
  People(Document& doc, MentionClusters& clusters, const RoleFinder& roles, const SortedTable& people)
      : doc_(doc), clusters_(clusters), roles_(roles), people_(people) {}

  void join() {
    read_names();
    juniors_ = Juniors(names_);
    join_full_names();
    find_late();
    for (const Named& named : names_) {
      if (!named.name.full()) join_short_name(named.mention, named.name);
    }
    join_lone_words();
    if (namesakes_.left_out()) note_left_out();
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      if (clusters_.of[m] != kNone) add_roles(m, clusters_.all[clusters_.of[m]]);
    }
    for (const Bearer& bearer : found_) {
      Cluster& c = cluster_of(bearer);
      if (c.sex == 0) c.sex = known_sex(c);
    }
  }

 private:
  void note_left_out() {
    const bool noted = std::find(doc_.notes.begin(), doc_.notes.end(), kTooMany) != doc_.notes.end();
    if (!noted) doc_.notes.emplace_back(kTooMany);
  }
  std::string_view words(uint32_t m) const { return doc_.words(doc_.mentions[m].span); }
  Cluster& cluster_of(const Bearer& bearer) const { return clusters_.all[bearer.cluster]; }

  int32_t sentence_of(uint32_t m) const { return doc_.sentence_at(doc_.mentions[m].span.begin); }
  bool in_office(uint32_t m) const { return before_[m] && before_[m]->what->kind != TitleKind::honorific; }

  void read_names() {
    before_.resize(doc_.mentions.size());
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      const EntityType type = doc_.mentions[m].type;
      if (type == EntityType::person || type == EntityType::other) before_[m] = roles_.before(doc_, doc_.mentions[m]);
      if (type == EntityType::person) names_.push_back({m, parse_person(words(m)), sentence_of(m), in_office(m)});
    }
  }

  // ---- names ----

  // The fullest before the others, so that short forms find them wherever they stand.
  void join_full_names() {
    std::vector<const Named*> order;
    for (const Named& named : names_) {
      if (named.name.full()) order.push_back(&named);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Named* a, const Named* b) { return a->name.parts.size() > b->name.parts.size(); });
    for (const Named* named : order) join_full_name(named->mention, named->name);
  }

  void join_full_name(uint32_t m, const PersonName& name) {
    for (uint32_t i : namesakes_.of_full_name(name)) {
      Bearer& bearer = found_[i];
      Cluster& cluster = clusters_.all[bearer.cluster];
      if (!same_person_name(name, cluster.person) || juniors_.is_junior(name) != juniors_.is_junior(cluster.person))
        continue;
      if (name.initials.size() > cluster.person.initials.size() && name.parts.size() == cluster.person.parts.size()) {
        cluster.person = name;
        cluster.name = one_line(words(m));
        bearer.sound = skeleton(name.last());
        namesakes_.add(i, name);
      }
      return join(m, bearer, words(m) == cluster.name ? "" : "same first name and surname");
    }
    start(m, name);
  }

  void start(uint32_t m, const PersonName& name) {
    Bearer bearer;
    bearer.cluster = clusters_.start(doc_, EntityType::person, m, dateline::join(name.parts, " "));
    bearer.sound = skeleton(name.last());
    bearer.first = m;
    clusters_.all.back().person = name;
    found_.push_back(std::move(bearer));
    namesakes_.add(static_cast<uint32_t>(found_.size() - 1), name);
    join(m, found_.back(), "");
  }

  void join(uint32_t m, Bearer& bearer, std::string_view why) {
    clusters_.join(doc_, m, bearer.cluster, why);
    bearer.first = std::min(bearer.first, m);
    if (before_[m]) bearer.offices.push_back(before_[m]->what->office);
  }

  // A report gives a name in full before it shortens it: where "Trump" stands again and again ahead of "Melania Trump",
  // it is somebody whom readers know without a first name.
  void find_late() {
    constexpr long kAgain = 2;
    std::unordered_map<int32_t, Bearer*> bearers;
    for (Bearer& bearer : found_) bearers[bearer.cluster] = &bearer;
    std::unordered_map<std::string, long> short_so_far;  // by the surname's sound
    for (const Named& n : names_) {
      long& again = short_so_far[skeleton(n.name.last())];
      if (!n.name.full()) {
        again += in_body(n.mention);
        continue;
      }
      Bearer& bearer = *bearers[clusters_.of[n.mention]];
      if (bearer.in_full++ == 0) bearer.late = again >= kAgain;
    }
  }

  bool in_body(uint32_t m) const {
    const int32_t s = sentence_of(m);
    return s != kNone && doc_.section_of(doc_.sentences[static_cast<size_t>(s)]).kind == SectionKind::body;
  }

  // A surname alone: its only bearer; of several, the one whom the report is about.
  void join_short_name(uint32_t m, const PersonName& name) {
    const std::vector<Bearer*> fits = bearers(m, name);
    if (fits.empty()) return start(m, name);
    Bearer& bearer = fits.size() == 1 ? *fits.front() : chief_of(fits);
    join(m, bearer,
         fits.size() == 1 ? "the only bearer of this name in the report"
                          : "of several bearers the one named first or far more often");
    // After "Mr. Cruz", "Mrs. Cruz" is another.
    if (char& sex = cluster_of(bearer).sex; before_[m] && sex == 0) sex = before_[m]->what->sex;
  }

  // Relatives of the one whom a report is about are told from him by their full names, and come up later and less.
  Bearer& chief_of(std::vector<Bearer*> fits) const {
    constexpr long kFarMore = 2;
    const auto rank = [&](const Bearer* bearer) {
      // Two surnames in a headline ("Obama, Boehner") are nobody's name, if there is another.
      const PersonName& name = cluster_of(*bearer).person;
      return std::pair(name.full() && !is_first_name(people_, name.parts.front()), bearer->first);
    };
    std::sort(fits.begin(), fits.end(), [&](const Bearer* a, const Bearer* b) { return rank(a) < rank(b); });
    Bearer* chief = fits.front();
    for (Bearer* bearer : fits) {
      if (bearer->in_full >= chief->in_full + kFarMore) chief = bearer;
    }
    return *chief;
  }

  std::vector<Bearer*> bearers(uint32_t m, const PersonName& name) {
    std::vector<Bearer*> fits, by_first, by_first_surname;
    const std::string sound = skeleton(name.last());
    for (uint32_t i : namesakes_.of_short_name(name)) {
      Bearer& bearer = found_[i];
      const PersonName& other = cluster_of(bearer).person;
      if (bearer.sound == sound)
        fits.push_back(&bearer);
      else if (other.full() && other.parts.front() == name.last())
        by_first.push_back(&bearer);
      else if (is_first_surname(name, other))
        by_first_surname.push_back(&bearer);
    }
    const Title* title = before_[m] ? before_[m]->what : nullptr;
    const char sex = title ? title->sex : char{0};
    if (sex != 0) {
      const auto of_other = [&](const Bearer* bearer) {
        const char theirs = known_sex(cluster_of(*bearer));
        return theirs != 0 && theirs != sex;
      };
      std::erase_if(fits, of_other);
      std::erase_if(by_first, of_other);
    }
    std::erase_if(fits, [&](const Bearer* bearer) {
      return bearer->late && (sex == 0 || known_sex(cluster_of(*bearer)) != sex);
    });
    keep_generation(fits, name);
    if (title) keep_holders(fits, *title), keep_holders(by_first, *title);
    // Who sits on a throne goes by a first name, which is nobody else's: "Queen Elizabeth" beside Elizabeth Warren.
    const bool throne = title && title->kind == TitleKind::throne;
    if (!fits.empty() || throne) return fits;
    if (by_first.size() == 1) return by_first;
    return by_first.empty() && by_first_surname.size() == 1 ? by_first_surname : fits;
  }

  // "González" of "Edmundo González Urrutia"; not "Maria" of "Anna Maria Berg".
  bool is_first_surname(const PersonName& name, const PersonName& other) const {
    const size_t n = other.parts.size();
    return n > 2 && skeleton(other.parts[n - 2]) == skeleton(name.last()) && !is_first_name(people_, name.last());
  }

  void keep_generation(std::vector<Bearer*>& fits, const PersonName& name) const {
    if (!juniors_.tells_generation(name)) return;
    const bool junior = juniors_.is_junior(name);
    keep_if_any(fits, [&](const Bearer* b) { return juniors_.is_junior(cluster_of(*b).person) == junior; });
  }

  // "President Trump" is the one of that name whom the report calls president elsewhere, if any.
  static void keep_holders(std::vector<Bearer*>& fits, const Title& title) {
    if (fits.size() < 2 || title.kind == TitleKind::honorific) return;
    keep_if_any(fits, [&](const Bearer* bearer) {
      return std::find(bearer->offices.begin(), bearer->offices.end(), title.office) != bearer->offices.end();
    });
  }

  static void keep_if_any(std::vector<Bearer*>& fits, const auto& good) {
    if (std::any_of(fits.begin(), fits.end(), good))
      std::erase_if(fits, [&](const Bearer* bearer) { return !good(bearer); });
  }

  // A single word that the annotator could not type, or typed otherwise, is the person whose surname it is.
  void join_lone_words() {
    constexpr size_t kShortest = 4;
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      const EntityType type = doc_.mentions[m].type;
      if (type != EntityType::other && type != EntityType::organisation) continue;
      if (words(m).find(' ') != std::string_view::npos || clusters_.of[m] != kNone) continue;
      const std::string key = fold(words(m));
      for (uint32_t i : namesakes_.of_surname(key)) {
        const Bearer& bearer = found_[i];
        const PersonName& person = cluster_of(bearer).person;
        if (!person.full() || person.last() != key || key.size() < kShortest) continue;
        doc_.mentions[m].type = EntityType::person;
        clusters_.join(doc_, m, bearer.cluster, "surname");
        break;
      }
    }
  }

  // ---- titles ----

  char known_sex(const Cluster& c) const {
    if (c.sex != 0) return c.sex;
    return c.person.full() ? sex_of_first_name(people_, c.person.parts.front()) : char{0};
  }

  void add_roles(uint32_t m, Cluster& c) {
    if (const auto& role = before_[m]) {
      c.forms.push_back(one_line(doc_.words(Span{role->title.begin, doc_.mentions[m].span.end})));
      take(*role, c, role->what->kind != TitleKind::honorific);
    }
    if (doc_.mentions[m].type != EntityType::person) return;
    if (const auto role = roles_.after(doc_, doc_.mentions[m])) take(*role, c, true);
  }

  void take(const FoundRole& role, Cluster& c, bool says_what) const {
    c.titles.push_back(role.what);
    if (role.what->sex != 0) c.sex = role.what->sex;
    if (says_what) c.roles.push_back({one_line(doc_.words(role.words)), role.words});
  }

  Document& doc_;
  MentionClusters& clusters_;
  const RoleFinder& roles_;
  const SortedTable& people_;
  std::vector<Named> names_;
  Juniors juniors_;
  std::vector<std::optional<FoundRole>> before_;  // [mention]
  std::vector<Bearer> found_;
  Namesakes namesakes_;  // of found_
};

}  // namespace

void join_people(Document& doc, MentionClusters& clusters, const RoleFinder& roles, const SortedTable& people) {
  People(doc, clusters, roles, people).join();
}

}  // namespace dateline
