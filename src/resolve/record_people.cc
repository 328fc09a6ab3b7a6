#include "resolve/record_people.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string_view>

#include "base/strings.h"
#include "resolve/person_words.h"

namespace dateline {
namespace {

constexpr size_t kNeighbours = 40;  // spellings of a first name that are compared under one surname

std::string person_key(const PersonName& p) {
  return p.full() ? first_name_key(p.parts.front()) + " " + skeleton(p.last()) : skeleton(p.last());
}

// The longest title that an alias begins with, and the name behind it.
std::pair<const Title*, std::string_view> titled(std::string_view alias, const Titles& titles) {
  constexpr size_t kLongest = 3;  // words of a title
  const std::vector<std::string_view> words = split(alias, ' ');
  for (size_t k = std::min(kLongest, words.size() - 1); k > 0; --k) {
    const auto length = static_cast<size_t>(words[k - 1].data() + words[k - 1].size() - alias.data());
    if (const Title* title = titles.find(name_key(alias.substr(0, length)))) return {title, alias.substr(length)};
  }
  return {nullptr, alias};
}

char sex_by_pronouns(const EntityNode& n) {
  size_t he = 0, she = 0;
  for (uint32_t m : n.what->mentions) {
    const Mention& mention = n.report->mentions[m];
    if (mention.form != MentionForm::pronoun) continue;
    const std::string word = ascii_lower(n.report->words(mention.span));
    ++(word.starts_with("she") || word.starts_with("her") ? she : he);
  }
  constexpr size_t kEnough = 3;  // a pronoun or two may mean somebody else
  return he >= kEnough && he > 2 * she ? 'm' : she >= kEnough && she > 2 * he ? 'f' : char{0};
}

// What the titles before the names say, else the first name.
void read_titles(EntityNode& n, const Titles& titles, const SortedTable& people) {
  bool elder = false, junior = false;  // who holds an office
  for (const std::string& alias : n.what->aliases) {
    const auto [title, name] = titled(alias, titles);
    if (!title) continue;
    if (title->sex != 0) n.sex = title->sex;
    n.throne |= title->kind == TitleKind::throne;
    if (title->kind != TitleKind::honorific) (parse_person(name).suffix.empty() ? elder : junior) = true;
  }
  n.mixed = !n.person.suffix.empty() && elder && !junior;
  if (n.sex == 0 && n.person.full()) n.sex = sex_of_first_name(people, n.person.parts.front());
  if (n.sex != 0) return;
  n.sex = sex_by_pronouns(n);
  n.by_pronouns = n.sex != 0;
}

class Joining {
 public:
  Joining(std::vector<EntityNode>& nodes, const SortedTable& people) : nodes_(nodes), people_(people) {}

  void join() {
    std::map<std::string, std::vector<size_t>> by_surname;  // full names
    for (size_t i = 0; i < nodes_.size(); ++i) {
      if (nodes_[i].type == EntityType::person && nodes_[i].person.full())
        by_surname[skeleton(nodes_[i].person.last())].push_back(i);
    }
    for (auto& [surname, members] : by_surname) {
      part_namesakes(members);
      join_spellings(members);
    }
    join_first_surnames();
    join_hyphened();
    // A surname alone joins its only bearer among the reports at hand; a first name alone ("Ban") likewise.
    std::map<std::string, std::vector<size_t>> by_first;
    for (auto& [surname, members] : by_surname) {
      for (size_t i : members) by_first[nodes_[i].person.parts.front()].push_back(i);
    }
    for (EntityNode& n : nodes_) {
      if (n.type != EntityType::person || n.person.full()) continue;
      auto found = by_surname.find(skeleton(n.person.last()));
      if (found != by_surname.end())
        adopt(n, found->second);
      else if (auto first = by_first.find(n.person.last());
               first != by_first.end() && n.person.last().size() > 2 && !n.throne)
        adopt(n, first->second);
    }
  }

 private:
  // "Edmundo González" of one report is the only "Edmundo González Urrutia" of the others.
  void join_first_surnames() {
    std::map<std::string, std::string> doubled;  // of both first words -> key; "" where there are several
    for (const EntityNode& n : nodes_) {
      if (n.type != EntityType::person || n.person.parts.size() != 3) continue;
      auto [it, fresh] = doubled.emplace(first_name_key(n.person.parts[0]) + " " + skeleton(n.person.parts[1]), n.key);
      if (!fresh && it->second != n.key) it->second.clear();
    }
    for (EntityNode& n : nodes_) {
      if (n.type != EntityType::person || n.person.parts.size() != 2) continue;
      auto it = doubled.find(person_key(n.person));
      if (it == doubled.end() || it->second.empty()) continue;
      n.key = it->second;
      n.why = "the first of two surnames";
    }
  }

  // "Kim Jong-un" of one report is "Kim Jong Un" of another.
  void join_hyphened() {
    std::map<std::string, std::string> keys;  // of names of three parts, run together -> key
    for (const EntityNode& n : nodes_) {
      if (n.type == EntityType::person && n.person.parts.size() == 3) keys.emplace(run_together(n.person), n.key);
    }
    for (EntityNode& n : nodes_) {
      if (n.type != EntityType::person || n.person.parts.size() != 2) continue;
      const auto it = keys.find(run_together(n.person));
      if (it == keys.end() || it->second == n.key) continue;
      n.key = it->second;
      n.why = "the same name but for a hyphen";
    }
  }

  // A surname alone is its only bearer's among the reports at hand, or that of by far the one most spoken of.
  void adopt(EntityNode& n, std::vector<size_t> bearers) {
    drop_unlikely(n, bearers);
    if (bearers.empty()) return;
    const auto of_first = [&](size_t i) { return nodes_[i].key == nodes_[bearers.front()].key; };
    const bool only = std::all_of(bearers.begin(), bearers.end(), of_first);
    const std::optional<size_t> most = only ? bearers.front() : most_spoken_of(bearers);
    if (!most) {
      n.why = "several bearers of this surname";
      return;
    }
    n.why = (only ? "the only bearer of this name: “" : "by far the most spoken of with this name: “") +
            nodes_[*most].what->name + "”";
    n.key = nodes_[*most].key;
  }

  // Those of the other sex; where that is not known, or only by pronouns against the name's own report, those whom that
  // report tells apart ("Trump", before "Melania Trump").
  void drop_unlikely(const EntityNode& n, std::vector<size_t>& bearers) const {
    const auto here = [&](size_t i) { return nodes_[i].doc == n.doc; };
    const auto other = [&](size_t i) { return n.sex != 0 && nodes_[i].sex != 0 && nodes_[i].sex != n.sex; };
    const bool doubtful =
        n.by_pronouns && std::any_of(bearers.begin(), bearers.end(), [&](size_t i) { return here(i) && other(i); });
    const bool known = n.sex != 0 && !doubtful;
    std::erase_if(bearers, [&](size_t i) { return known ? other(i) : here(i) && nodes_[i].sex != 0; });
  }

  // A node of who has three times as many mentions as all others; none if nobody has.
  std::optional<size_t> most_spoken_of(const std::vector<size_t>& bearers) const {
    constexpr size_t kByFar = 3;
    std::map<std::string, std::pair<size_t, size_t>> spoken;  // key -> mentions, a node
    size_t all = 0;
    for (size_t i : bearers) {
      const size_t mentions = nodes_[i].what->mentions.size();
      spoken.try_emplace(nodes_[i].key, 0, i).first->second.first += mentions;
      all += mentions;
    }
    for (const auto& [key, told] : spoken) {
      if (told.first >= kByFar * (all - told.first)) return told.second;
    }
    return std::nullopt;
  }

  // George W. Bush is not George H. W. Bush, nor John Smith Jr. his father.
  void part_namesakes(const std::vector<size_t>& members) {
    std::map<std::string, std::vector<size_t>> by_key;
    for (size_t i : members) by_key[nodes_[i].key].push_back(i);
    for (auto& [key, same] : by_key) {
      part_by_initials(same);
      part_by_middle_names(same);
    }
  }

  void part_by_initials(const std::vector<size_t>& same) {
    bool initials = false, suffix = false;
    for (size_t k = 0; k < same.size(); ++k) {
      const EntityNode& node = nodes_[same[k]];
      for (size_t j : {same.front(), same.back()}) {
        const bool suffixes = !node.person.suffix.empty() && !nodes_[j].person.suffix.empty() &&
                              node.person.suffix != nodes_[j].person.suffix;
        suffix |= suffixes;
        initials |= !suffixes && !same_person_name(node.person, nodes_[j].person);
      }
      // One report told them apart by no more than the suffix.
      suffix |= k > 0 && node.doc == nodes_[same[k - 1]].doc && node.person.suffix != nodes_[same[k - 1]].person.suffix;
    }
    for (size_t i : same) {
      const PersonName& p = nodes_[i].person;
      if (initials && !p.initials.empty()) nodes_[i].key += " " + p.initials;
      if (suffix && !p.suffix.empty() && !nodes_[i].mixed) nodes_[i].key += " " + p.suffix;
    }
  }

  // Of those whose middle names disagree the one most spoken of goes on with all who are given none.
  void part_by_middle_names(const std::vector<size_t>& same) {
    std::map<std::string, std::pair<size_t, size_t>> spoken;  // middle names -> mentions, a node
    for (size_t i : same) {
      if (nodes_[i].person.parts.size() < 3) continue;
      auto& [mentions, node] = spoken.try_emplace(middle_names(nodes_[i].person), 0, i).first->second;
      mentions += nodes_[i].what->mentions.size();
    }
    if (spoken.size() < 2) return;
    const auto chief = std::max_element(spoken.begin(), spoken.end(), [](const auto& a, const auto& b) {
                         return a.second.first < b.second.first;
                       })->second.second;
    for (size_t i : same) {
      if (!middle_names_agree(nodes_[i].person, nodes_[chief].person))
        nodes_[i].key += " " + middle_names(nodes_[i].person);
    }
  }

  static std::string middle_names(const PersonName& p) {
    std::string out;
    for (size_t k = 1; k + 1 < p.parts.size(); ++k) out += (out.empty() ? "" : " ") + skeleton(p.parts[k]);
    return out;
  }

  // First names that are short forms or rare spellings of one another, under one surname.
  void join_spellings(const std::vector<size_t>& members) {
    std::map<std::string, std::string> firsts;  // key -> first name
    for (size_t i : members) firsts.emplace(nodes_[i].key, nodes_[i].person.parts.front());
    std::map<std::string, std::string> into;
    for (auto a = firsts.begin(); a != firsts.end(); ++a) {
      size_t seen = 0;
      for (auto b = std::next(a); b != firsts.end() && seen < kNeighbours; ++b, ++seen) {
        // Names of one sound were one already, unless their initials part them.
        if (into.contains(b->first) || skeleton(a->second) == skeleton(b->second) || !same_first(a->second, b->second))
          continue;
        into[b->first] = into.contains(a->first) ? into[a->first] : a->first;
      }
    }
    for (size_t i : members) {
      if (auto it = into.find(nodes_[i].key); it != into.end()) {
        nodes_[i].why = "a spelling of the first name under the same surname";
        nodes_[i].key = it->second;
      }
    }
  }

  bool same_first(const std::string& a, const std::string& b) const {
    if (a.size() > 1 && b.size() > 1 && same_first_name(a, b)) return true;
    if (a.size() < 5 || b.size() < 5 || !within_one_edit(a, b)) return false;
    auto common = [&](const std::string& x) {
      std::string_view rows = people_.rows(x);
      return !rows.empty() && next_row<2>(rows)[1].find('n') != std::string_view::npos;
    };
    return !(common(a) && common(b));
  }

  std::vector<EntityNode>& nodes_;
  const SortedTable& people_;
};

}  // namespace

void RecordPeople::read(EntityNode& node) const {
  node.person = parse_person(node.what->name);
  node.key = person_key(node.person);
  read_titles(node, titles_, people_);
}

void RecordPeople::join(std::vector<EntityNode>& nodes) const { Joining(nodes, people_).join(); }

}  // namespace dateline
