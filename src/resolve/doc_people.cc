#include "resolve/doc_people.h"

#include <algorithm>
#include <functional>
#include <optional>

#include "base/strings.h"
#include "resolve/person_words.h"
#include "text/utf8.h"

namespace dateline {
namespace {

struct Named {
  uint32_t mention = 0;
  PersonName name;
};

class People {
 public:
  People(Document& doc, MentionClusters& clusters, const RoleFinder& roles, const SortedTable& people)
      : doc_(doc), clusters_(clusters), roles_(roles), people_(people) {}

  void join() {
    read_names();
    find_juniors();
    join_full_names();
    for (const Named& named : names_) {
      if (!named.name.full()) join_short_name(named.mention, named.name);
    }
    join_lone_words();
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      if (clusters_.of[m] != kNone) add_roles(m, clusters_.all[clusters_.of[m]]);
    }
    for (int32_t c : found_) {
      if (clusters_.all[c].sex == 0) clusters_.all[c].sex = known_sex(clusters_.all[c]);
    }
  }

 private:
  std::string_view words(uint32_t m) const { return doc_.words(doc_.mentions[m].span); }

  void read_names() {
    before_.resize(doc_.mentions.size());
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      const EntityType type = doc_.mentions[m].type;
      if (type == EntityType::person || type == EntityType::other) before_[m] = roles_.before(doc_, doc_.mentions[m]);
      if (type == EntityType::person) names_.push_back({m, parse_person(words(m))});
    }
  }

  // ---- fathers and sons ----

  // "Donald Trump Jr." is another than Donald Trump, but "Joe Kennedy III" may be Joe Kennedy in the headline. They are
  // two where the report calls the son by surname with the suffix too, has both in one sentence, or gives the other a
  // title.
  void find_juniors() {
    for (const Named& a : names_) {
      if (a.name.suffix.empty() || !a.name.full() || is_junior(a.name)) continue;
      const bool told = std::any_of(names_.begin(), names_.end(), [&](const Named& b) {
        if (b.name.suffix == a.name.suffix) return !b.name.full() && b.name.last() == a.name.last();
        if (!b.name.suffix.empty() || !but_for_suffix(a.name, b.name)) return false;
        return doc_.sentence_at(doc_.mentions[a.mention].span.begin) ==
                   doc_.sentence_at(doc_.mentions[b.mention].span.begin) ||
               (in_office(b.mention) && !in_office(a.mention));
      });
      if (told) juniors_.push_back(a.name);
    }
  }

  bool in_office(uint32_t m) const { return before_[m] && before_[m]->what->kind != TitleKind::honorific; }

  // The same name but for the suffix, and the one without is no shorter form: "John G. Roberts Jr." may be John
  // Roberts.
  static bool but_for_suffix(const PersonName& junior, const PersonName& other) {
    return junior.parts == other.parts && (junior.initials == other.initials || junior.initials.empty());
  }

  bool is_junior(const PersonName& name) const {
    return std::any_of(juniors_.begin(), juniors_.end(), [&](const PersonName& junior) {
      return junior.suffix == name.suffix &&
             (name.full() ? but_for_suffix(junior, name) : junior.last() == name.last());
    });
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
    for (int32_t c : found_) {
      Cluster& cluster = clusters_.all[c];
      if (!same_person_name(name, cluster.person) || is_junior(name) != is_junior(cluster.person)) continue;
      if (name.initials.size() > cluster.person.initials.size() && name.parts.size() == cluster.person.parts.size()) {
        cluster.person = name;
        cluster.name = one_line(words(m));
      }
      return clusters_.join(doc_, m, c, words(m) == cluster.name ? "" : "same first name and surname");
    }
    start(m, name);
  }

  void start(uint32_t m, const PersonName& name) {
    found_.push_back(clusters_.start(doc_, EntityType::person, m, dateline::join(name.parts, " ")));
    clusters_.all.back().person = name;
    clusters_.join(doc_, m, found_.back(), "");
  }

  // A surname alone: its only bearer; of several, the one whom the report is about.
  void join_short_name(uint32_t m, const PersonName& name) {
    const std::vector<int32_t> fits = bearers(m, name);
    if (fits.empty()) return start(m, name);
    const int32_t bearer = fits.size() == 1 ? fits.front() : chief_of(fits);
    clusters_.join(doc_, m, bearer,
                   fits.size() == 1 ? "the only bearer of this name in the report"
                                    : "of several bearers the one named first or far more often");
    // After "Mr. Cruz", "Mrs. Cruz" is another.
    if (char& sex = clusters_.all[bearer].sex; before_[m] && sex == 0) sex = before_[m]->what->sex;
  }

  // Relatives of the one whom a report is about are told from him by their full names, and come up later and less.
  int32_t chief_of(std::vector<int32_t> fits) const {
    constexpr long kFarMore = 2;
    auto rank =
        [&](int32_t c) {  // two surnames in a headline ("Obama, Boehner") are nobody's name, if there is another
          const PersonName& name = clusters_.all[c].person;
          return std::pair(name.full() && !is_first_name(people_, name.parts.front()),
                           std::find(clusters_.of.begin(), clusters_.of.end(), c));
        };
    std::sort(fits.begin(), fits.end(), [&](int32_t a, int32_t b) { return rank(a) < rank(b); });
    int32_t chief = fits.front();
    for (int32_t c : fits) {
      if (times_in_full(c) >= times_in_full(chief) + kFarMore) chief = c;
    }
    return chief;
  }

  long times_in_full(int32_t c) const {
    return std::count_if(names_.begin(), names_.end(),
                         [&](const Named& n) { return n.name.full() && clusters_.of[n.mention] == c; });
  }

  std::vector<int32_t> bearers(uint32_t m, const PersonName& name) const {
    std::vector<int32_t> fits, by_first, by_first_surname;
    for (int32_t c : found_) {
      const PersonName& other = clusters_.all[c].person;
      if (skeleton(other.last()) == skeleton(name.last()))
        fits.push_back(c);
      else if (other.full() && other.parts.front() == name.last())
        by_first.push_back(c);
      else if (is_first_surname(name, other))
        by_first_surname.push_back(c);
    }
    const Title* title = before_[m] ? before_[m]->what : nullptr;
    if (title && title->sex != 0) {
      auto of_other = [&](int32_t c) {
        const char sex = known_sex(clusters_.all[c]);
        return sex != 0 && sex != title->sex;
      };
      std::erase_if(fits, of_other);
      std::erase_if(by_first, of_other);
    }
    const auto of_sex = [&](int32_t c) {
      return title && title->sex != 0 && known_sex(clusters_.all[c]) == title->sex;
    };
    std::erase_if(fits, [&](int32_t c) { return !of_sex(c) && comes_too_late(c); });
    keep_generation(fits, name);
    if (title) keep_holders(fits, *title);
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

  // A report gives a name in full before it shortens it: where "Trump" stands again and again ahead of "Melania Trump",
  // it is somebody whom readers know without a first name.
  bool comes_too_late(int32_t c) const {
    constexpr long kAgain = 2;
    if (!clusters_.all[c].person.full()) return false;
    const auto full = std::find_if(names_.begin(), names_.end(),
                                   [&](const Named& n) { return n.name.full() && clusters_.of[n.mention] == c; });
    return std::count_if(names_.begin(), full, [&](const Named& n) {
             return !n.name.full() && skeleton(n.name.last()) == skeleton(full->name.last()) && in_body(n.mention);
           }) >= kAgain;
  }

  bool in_body(uint32_t m) const {
    const int32_t s = doc_.sentence_at(doc_.mentions[m].span.begin);
    return s != kNone && doc_.section_of(doc_.sentences[static_cast<size_t>(s)]).kind == SectionKind::body;
  }

  // "Trump Jr." is the son, and in a report that says so, or goes on giving his full name, "Trump" is not.
  void keep_generation(std::vector<int32_t>& fits, const PersonName& name) const {
    constexpr long kGoesOn = 3;
    const bool junior = is_junior(name);
    const auto full = std::count_if(names_.begin(), names_.end(), [&](const Named& n) {
      return n.name.full() && !n.name.suffix.empty() && n.name.last() == name.last() && is_junior(n.name);
    });
    const bool called_so = std::any_of(names_.begin(), names_.end(), [&](const Named& n) {
      return !n.name.full() && !n.name.suffix.empty() && n.name.last() == name.last() && is_junior(n.name);
    });
    if (junior || called_so || full >= kGoesOn)
      keep_if_any(fits, [&](int32_t c) { return is_junior(clusters_.all[c].person) == junior; });
  }

  // "President Trump" is the one of that name whom the report calls president elsewhere, if any.
  void keep_holders(std::vector<int32_t>& fits, const Title& title) const {
    if (fits.size() < 2 || title.kind == TitleKind::honorific) return;
    keep_if_any(fits, [&](int32_t c) {
      for (uint32_t m = 0; m < before_.size(); ++m) {
        if (clusters_.of[m] == c && before_[m] && before_[m]->what->office == title.office) return true;
      }
      return false;
    });
  }

  static void keep_if_any(std::vector<int32_t>& fits, const std::function<bool(int32_t)>& good) {
    if (std::any_of(fits.begin(), fits.end(), good)) std::erase_if(fits, [&](int32_t c) { return !good(c); });
  }

  // A single word that the annotator could not type, or typed otherwise, is the person whose surname it is.
  void join_lone_words() {
    constexpr size_t kShortest = 4;
    for (uint32_t m = 0; m < doc_.mentions.size(); ++m) {
      const EntityType type = doc_.mentions[m].type;
      if (type != EntityType::other && type != EntityType::organisation) continue;
      if (words(m).find(' ') != std::string_view::npos || clusters_.of[m] != kNone) continue;
      const std::string key = fold(words(m));
      for (int32_t c : found_) {
        if (!clusters_.all[c].person.full() || clusters_.all[c].person.last() != key || key.size() < kShortest)
          continue;
        doc_.mentions[m].type = EntityType::person;
        clusters_.join(doc_, m, c, "surname");
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
  std::vector<PersonName> juniors_;               // full names with a suffix that tells them from another's
  std::vector<std::optional<FoundRole>> before_;  // [mention]
  std::vector<int32_t> found_;                    // clusters of people
};

}  // namespace

void join_people(Document& doc, MentionClusters& clusters, const RoleFinder& roles, const SortedTable& people) {
  People(doc, clusters, roles, people).join();
}

}  // namespace dateline
