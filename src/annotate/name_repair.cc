#include "annotate/name_repair.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

class Repair {
 public:
  Repair(const Document& doc, const NameLexicon& lexicon, std::vector<Mention> names)
      : doc_(doc), lexicon_(lexicon), names_(std::move(names)) {
    taken_.assign(doc.tokens.size(), false);
  }

  std::vector<Mention> run() {
    part_titles();
    trim();
    mark();
    for (Mention& m : names_) widen(m);
    explain_acronyms();
    count_votes();
    follow_votes();
    for (Mention& m : names_) widen(m);
    read_tables();
    add_groups_and_others();
    std::sort(names_.begin(), names_.end(), [](const Mention& a, const Mention& b) { return a.span < b.span; });
    return std::move(names_);
  }

 private:
  std::string_view word(uint32_t t) const { return doc_.words(doc_.tokens[t]); }
  bool capital(uint32_t t) const {
    size_t at = 0;
    return is_uppercase(next_code_point(word(t), at));
  }
  std::string key(uint32_t begin, uint32_t end) const {
    return name_key(doc_.words(Span{doc_.tokens[begin].span.begin, doc_.tokens[end - 1].span.end}));
  }
  bool in(const std::vector<std::string_view>& list, std::string_view k) const {
    return std::binary_search(list.begin(), list.end(), k);
  }

  void set_tokens(Mention& m, uint32_t begin, uint32_t end) const {
    m.tokens = {begin, end};
    m.span = {doc_.tokens[begin].span.begin, doc_.tokens[end - 1].span.end};
  }
  void add(uint32_t begin, uint32_t end, EntityType type) {
    Mention m;
    set_tokens(m, begin, end);
    m.type = type;
    names_.push_back(m);
    std::fill(taken_.begin() + begin, taken_.begin() + end, true);
  }

  // Where a title ends that begins at t, with what follows "of": "Inspector General of Police"; t where there is none.
  uint32_t title_end(uint32_t t, uint32_t last, const Title** title) const {
    const uint32_t n = lexicon_.titles.match_at(doc_, t, last, false, title);
    if (n == 0) return t;
    uint32_t end = t + n;
    while ((*title)->of && end + 1 < last && (word(end) == "of" || word(end) == "for")) {
      uint32_t to = 0;
      for (uint32_t k = 1; k <= 3 && end + 1 + k < last; ++k) {
        const std::string field = key(end + 1, end + 1 + k);
        if (lexicon_.is_field(field) || (to == 0 && lexicon_.known(field).place)) to = end + 1 + k;
      }
      if (to == 0) break;
      end = to;
    }
    return end;
  }

  // Models mix titles up with names: "Secretary of [State Antony Blinken]", "[UN Secretary-General Antonio Guterres]".
  // What stands after a title and has a capital is the person; what stands before it keeps what the gazetteers say of
  // it.
  void part_titles() {
    std::vector<Mention> out;
    for (const Sentence& s : doc_.sentences) {
      const Title* title = nullptr;
      for (uint32_t t = s.tokens.begin; t < s.tokens.end;) {
        const uint32_t end = capital(t) ? title_end(t, s.tokens.end, &title) : t;
        if (end == t) {
          ++t;
          continue;
        }
        titled_.push_back({t, end, title->kind == TitleKind::office || end - t > 1});
        t = end;
      }
    }
    size_t next = 0;
    for (const Mention& m : names_) {
      while (next < titled_.size() && titled_[next].end <= m.tokens.begin) ++next;
      const bool last_is_head = lexicon_.org_word(key(m.tokens.end - 1, m.tokens.end)) != nullptr;
      size_t i = next;
      while (i < titled_.size() && titled_[i].end < m.tokens.end && !titled_[i].sure) ++i;
      if (i == titled_.size() || titled_[i].begin >= m.tokens.end || m.type == EntityType::place || last_is_head) {
        out.push_back(m);
        continue;
      }
      const Titled& title = titled_[i];
      const bool cut = title.begin < m.tokens.begin;  // the model began inside the title
      const bool nothing_else =
          title.end >= m.tokens.end && (cut || m.type == EntityType::person || title.begin > m.tokens.begin);
      if (!nothing_else && (title.end >= m.tokens.end || !capital(title.end) || (!cut && !title.sure))) {
        out.push_back(m);
        continue;
      }
      if (title.begin > m.tokens.begin) {
        const NameLexicon::Known known = lexicon_.known(key(m.tokens.begin, title.begin));
        if (known.place || known.organisation || known.demonym) {
          Mention front = m;
          set_tokens(front, m.tokens.begin, title.begin);
          front.type = known.place ? EntityType::place : known.demonym ? EntityType::group : EntityType::organisation;
          out.push_back(front);
        }
      }
      if (nothing_else) continue;
      Mention person = m;
      person.type = EntityType::person;
      set_tokens(person, title.end, m.tokens.end);
      out.push_back(person);
    }
    names_ = std::move(out);
  }

  void trim() {
    for (Mention& m : names_) {
      uint32_t begin = m.tokens.begin, end = m.tokens.end;
      if (end - begin > 1 && (word(begin) == "the" || word(begin) == "The")) ++begin;
      if (end - begin > 1 && (word(end - 1) == "'s" || word(end - 1) == "’s") && m.type == EntityType::person) --end;
      if (m.type == EntityType::person) {
        for (;;) {
          const uint32_t n = lexicon_.titles.match_at(doc_, begin, end, true, nullptr);
          if (n == 0 || begin + n >= end || !capital(begin + n)) break;
          begin += n;
        }
      }
      if (m.type == EntityType::person && end - begin > 2) {
        for (uint32_t t = begin + 1; t < end; ++t) {
          const std::string k = name_key(word(t));
          if (capital(t) && lexicon_.org_word(k) && (t + 1 < end || !lexicon_.person(k).surname))
            m.type = EntityType::organisation;
        }
      }
      if (m.type != EntityType::person || (end - begin == 1 && !lexicon_.person(key(begin, end)).surname)) {
        const NameLexicon::Known known = lexicon_.known(key(begin, end));
        if (known.demonym && !known.place && !known.organisation) m.type = EntityType::group;
        // A country that acts is the country still.
        if (known.country && m.type == EntityType::organisation) m.type = EntityType::place;
      }
      set_tokens(m, begin, end);
      // A token that ends in a possessive mark: a text without its apostrophes parted.
      const std::string_view words = doc_.words(m.span);
      if (words.size() > 4 && words.ends_with("’s"))
        m.span.end -= 4;
      else if (words.size() > 3 && words.ends_with("'s") && end - begin == 1)
        m.span.end -= 2;
    }
  }

  bool touches(uint32_t t) const {
    return t > 0 && t < doc_.tokens.size() && doc_.tokens[t - 1].span.end == doc_.tokens[t].span.begin;
  }
  // A word with a capital that no name has taken and that begins no other thing.
  bool free_capital(uint32_t t) const {
    const std::string k = name_key(word(t));
    return !taken_[t] && capital(t) && !in(lexicon_.stop_words, k) && !lexicon_.known(k).demonym &&
           !lexicon_.titles.find(k);
  }

  // What belongs to a name beside it: the rest of a hyphenated word ("Ban [Ki-moon]"), an organisation's first words
  // ("[Ezzedeen] al-Qassam Brigades").
  void widen(Mention& m) {
    const int32_t sentence = doc_.sentence_at(m.span.begin);
    if (sentence == kNone) return;
    const IndexRange all = doc_.sentences[sentence].tokens;
    uint32_t begin = m.tokens.begin, end = m.tokens.end;
    auto hyphen = [&](uint32_t t) {
      return t + 1 < all.end && word(t) == "-" && touches(t) && touches(t + 1) && !taken_[t] && !taken_[t + 1];
    };
    if (m.type == EntityType::person) {
      if (end < all.end && free_capital(end) && hyphen(end + 1)) ++end;
      while (end > m.tokens.begin && hyphen(end) && end + 1 < all.end && is_lower(word(end + 1)[0]) &&
             end > m.tokens.end)
        end += 2;
    }
    if (m.type == EntityType::organisation) {
      while (begin > all.begin && free_capital(begin - 1) && !lexicon_.known(name_key(word(begin - 1))).place &&
             begin - 1 > all.begin)
        --begin;
    }
    if (begin == m.tokens.begin && end == m.tokens.end) return;
    set_tokens(m, begin, end);
    std::fill(taken_.begin() + begin, taken_.begin() + end, true);
  }

  void mark() {
    for (const Mention& m : names_) std::fill(taken_.begin() + m.tokens.begin, taken_.begin() + m.tokens.end, true);
  }

  // "Intergovernmental Authority on Development (IGAD)": as many words back as spell the acronym.
  void explain_acronyms() {
    for (const Sentence& s : doc_.sentences) {
      if (doc_.section_of(s).kind == SectionKind::boilerplate) continue;
      for (uint32_t t = s.tokens.begin + 2; t + 2 < s.tokens.end; ++t) {
        if (word(t) != "(" || word(t + 2) != ")") continue;
        const std::string_view acronym = word(t + 1);
        if (acronym.size() < 2 || acronym.size() > 8 || !std::all_of(acronym.begin(), acronym.end(), is_upper))
          continue;
        if (const uint32_t begin = spells(s, t, acronym); begin < t) explain(begin, t);
      }
    }
  }

  // The first word of the shortest run before `end` whose capitals spell the acronym; end where there is none.
  uint32_t spells(const Sentence& s, uint32_t end, std::string_view acronym) const {
    size_t left = acronym.size();
    for (uint32_t t = end; t > s.tokens.begin && end - t < acronym.size() + 4;) {
      --t;
      const std::string_view w = word(t);
      if (capital(t)) {
        if (left == 0 || w[0] != acronym[left - 1]) return end;
        if (--left == 0) return t;
      } else if (w != "of" && w != "the" && w != "and" && w != "for" && w != "on" && w != "in" && w != "to" &&
                 w != "-" && w != "&") {
        return end;
      }
    }
    return end;
  }

  void explain(uint32_t begin, uint32_t end) {
    // One name may lie in it, as long as or shorter than it; its type holds unless it is a person.
    EntityType type = EntityType::organisation;
    for (const Mention& m : names_) {
      if (m.tokens.begin < end && begin < m.tokens.end) {
        if (m.tokens.begin < begin || m.tokens.end > end) return;
        if (m.tokens.begin == begin && m.type == EntityType::place && m.tokens.end == end) type = m.type;
      }
    }
    const uint32_t acronym = end + 1;
    std::erase_if(names_, [&](const Mention& m) {
      return (m.tokens.begin >= begin && m.tokens.end <= end) || m.tokens.begin == acronym;
    });
    if (lexicon_.known(key(begin, end)).place) type = EntityType::place;
    add(begin, end, type);
    add(acronym, acronym + 1, type);
  }

  struct Titled {
    uint32_t begin, end;
    bool sure;  // no title that is a common part of other names ("General" Motors)
  };

  struct Votes {
    std::array<int, 5> of{};
    int surname = 0;  // how often it ends a longer person's name
  };

  static uint64_t hash(std::string_view k) { return hash64(k); }

  void count_votes() {
    for (const Mention& m : names_) {
      const uint32_t n = m.tokens.size();
      if (m.type == EntityType::person && n > 1) ++votes_[hash(name_key(word(m.tokens.end - 1)))].surname;
      if (n == 1) ++votes_[hash(name_key(doc_.words(m.span)))].of[static_cast<size_t>(m.type)];
    }
    for (const Sentence& s : doc_.sentences) {
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        if (!capital(t)) lower_.insert(hash(ascii_lower(word(t))));
      }
    }
  }

  void follow_votes() {
    for (Mention& m : names_) {
      if (m.tokens.size() != 1) continue;
      const std::string k = name_key(doc_.words(m.span));
      const Votes& v = votes_[hash(k)];
      const auto own = static_cast<size_t>(m.type);
      if (m.type != EntityType::person && v.surname > 0 && !lexicon_.known(k).big_place) {
        m.type = EntityType::person;
        continue;
      }
      const size_t most = static_cast<size_t>(std::max_element(v.of.begin(), v.of.end()) - v.of.begin());
      if (v.of[most] >= 2 * v.of[own] && v.of[most] > 1) m.type = static_cast<EntityType>(most);
    }
    // A name elsewhere is a name here, if it has a capital inside a sentence.
    for (const Sentence& s : doc_.sentences) {
      if (doc_.section_of(s).kind == SectionKind::boilerplate) continue;
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        if (taken_[t] || !capital(t) || word(t).size() < 3) continue;
        const std::string k = name_key(word(t));
        if (in(lexicon_.stop_words, k) || lower_.contains(hash(k))) continue;
        auto it = votes_.find(hash(k));
        if (it == votes_.end()) continue;
        const Votes& v = it->second;
        const size_t most = static_cast<size_t>(std::max_element(v.of.begin(), v.of.end()) - v.of.begin());
        if (v.surname > 0)
          add(t, t + 1, EntityType::person);
        else if (v.of[most] > 0)
          add(t, t + 1, static_cast<EntityType>(most));
      }
    }
  }

  // Rows of results and league tables: a place beside numbers, with no other words about, is its team; so are both
  // sides of "Kent v Surrey".
  void read_tables() {
    for (const Sentence& s : doc_.sentences) {
      uint32_t numbers = 0, words = 0, versus = 0;
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        const std::string_view w = word(t);
        if (is_digit(w[0]))
          ++numbers;
        else if (w == "v" || w == "vs" || w == "vs.")
          ++versus;
        else if (!taken_[t] && is_lower(w[0]))
          ++words;
      }
      if (words > 0 || (numbers < 2 && versus == 0)) continue;
      for (Mention& m : names_) {
        if (!s.tokens.contains(m.tokens.begin) || m.type != EntityType::place || m.tokens.end >= s.tokens.end) continue;
        const std::string_view after = word(m.tokens.end);
        const std::string_view before = m.tokens.begin > s.tokens.begin ? word(m.tokens.begin - 1) : std::string_view();
        if (is_digit(after[0]) || after.starts_with("v") || before.starts_with("v")) m.type = EntityType::organisation;
      }
    }
  }

  // Most longer words have a capital: a headline, where capitals say nothing.
  bool shouted(const Sentence& s) const {
    int longer = 0, capitals = 0;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (word(t).size() > 3) ++longer, capitals += capital(t);
    }
    return longer > 2 && capitals * 10 > longer * 7;
  }

  void add_groups_and_others() {
    for (const Sentence& s : doc_.sentences) {
      if (doc_.section_of(s).kind == SectionKind::boilerplate) continue;
      const bool headline = shouted(s);
      for (uint32_t t = s.tokens.begin; t < s.tokens.end;) {
        if (taken_[t] || !capital(t)) {
          ++t;
          continue;
        }
        if (const uint32_t n = group_at(t, s.tokens.end); n > 0) {
          add(t, t + n, EntityType::group);
          t += n;
          continue;
        }
        if (const auto type = dotted(t)) {
          add(t, t + 1, *type);
          ++t;
          continue;
        }
        uint32_t end = t + 1;
        while (end < s.tokens.end && !taken_[end] && capital(end) && group_at(end, s.tokens.end) == 0 && !dotted(end))
          ++end;
        if (!headline && end - t > 1 && t > s.tokens.begin && is_other(t, end)) add(t, end, other_type(t, end));
        t = end;
      }
    }
  }

  // "U.S.", "U.N.": what the gazetteers know and is written so is a name wherever it stands.
  std::optional<EntityType> dotted(uint32_t t) const {
    const std::string_view w = word(t);
    if (w.size() < 4 || w.size() % 2 != 0) return std::nullopt;
    for (size_t i = 0; i < w.size(); i += 2) {
      if (!is_upper(w[i]) || w[i + 1] != '.') return std::nullopt;
    }
    const NameLexicon::Known known = lexicon_.known(key(t, t + 1));
    if (known.organisation) return EntityType::organisation;
    return known.place ? std::optional(EntityType::place) : std::nullopt;
  }

  uint32_t group_at(uint32_t t, uint32_t last) const {
    if (word(t) == "The" || word(t) == "THE") return 0;
    for (uint32_t n = std::min(2u, last - t); n > 0; --n) {
      if (n == 2 && (taken_[t + 1] || !capital(t + 1))) continue;
      if (lexicon_.known(key(t, t + n)).demonym) return n;
    }
    return 0;
  }

  // What the model left over but ends like an organisation is one.
  EntityType other_type(uint32_t begin, uint32_t end) const {
    const std::string k = name_key(word(end - 1));
    return lexicon_.org_word(k) != nullptr || lexicon_.known(key(begin, end)).organisation ? EntityType::organisation
                                                                                           : EntityType::other;
  }

  bool is_other(uint32_t begin, uint32_t end) const {
    if (lexicon_.titles.match_at(doc_, begin, end, false, nullptr) > 0) return false;
    for (uint32_t t = begin; t < end; ++t) {
      if (in(lexicon_.stop_words, name_key(word(t)))) return false;
    }
    return true;
  }

  const Document& doc_;
  const NameLexicon& lexicon_;
  std::vector<Mention> names_;
  std::vector<bool> taken_;
  std::vector<Titled> titled_;  // by position
  std::unordered_map<uint64_t, Votes> votes_;
  std::unordered_set<uint64_t> lower_;
};

}  // namespace

std::vector<Mention> repair_names(const Document& doc, const NameLexicon& lexicon, std::vector<Mention> names) {
  return Repair(doc, lexicon, std::move(names)).run();
}

}  // namespace dateline
