#include "annotate/name_passes.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <optional>
#include <unordered_map>

#include "base/hash.h"
#include "base/strings.h"

namespace dateline {
namespace {

struct Votes {
  std::array<int, 5> of{};
  int surname = 0;    // how often it ends a longer person's name
  bool site = false;  // stands where places do: "in Monaco"

  int total() const { return std::accumulate(of.begin(), of.end(), surname); }
  size_t most() const { return static_cast<size_t>(std::max_element(of.begin(), of.end()) - of.begin()); }
};

// The words in small letters, by their number of bytes, so that few are compared.
class SmallWords {
 public:
  explicit SmallWords(const NameDraft& d) {
    for (const Sentence& s : d.doc.sentences) {
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        if (!d.capital(t)) of_size_[size_of(d.word(t))].push_back(d.word(t));
      }
    }
  }
  // How often the word stands there.
  int64_t count(const std::string& lower) const {
    const std::vector<std::string_view>& like = of_size_[size_of(lower)];
    return std::count_if(like.begin(), like.end(), [&](std::string_view word) {
      return is_lower_of(lower[0], word[0]) && ascii_lower(word) == lower;
    });
  }

 private:
  static size_t size_of(std::string_view word) { return std::min(word.size(), kSizes - 1); }
  static bool is_lower_of(char lower, char c) { return lower == (is_upper(c) ? static_cast<char>(c + 32) : c); }

  static constexpr size_t kSizes = 24;
  std::array<std::vector<std::string_view>, kSizes> of_size_;
};

// "in Monaco", "from Houston": what only places stand behind.
bool stands_for_site(const NameDraft& d, uint32_t t) {
  if (t == 0) return false;
  const std::string before = ascii_lower(d.word(t - 1));
  for (const char* preposition : {"in", "from", "at", "to", "near", "across", "outside", "throughout", "into"}) {
    if (before == preposition) return true;
  }
  return t + 1 < d.doc.tokens.size() && d.word(t + 1) == "-" && d.touches(t + 1);  // "Houston-based"
}

// What the document makes of its words, by the hash of their keys.
class Ballot {
 public:
  explicit Ballot(const NameDraft& d) {
    for (const Mention& m : d.names) {
      const uint32_t n = m.tokens.size();
      if (m.type == EntityType::person && n > 1) ++votes_[hash64(name_key(d.word(m.tokens.end - 1)))].surname;
      if (n != 1) continue;
      Votes& votes = votes_[hash64(name_key(d.doc.words(m.span)))];
      ++votes.of[static_cast<size_t>(m.type)];
      votes.site |= stands_for_site(d, m.tokens.begin);
    }
  }

  // A name of one word is what it mostly is, and a person where it ends a person's name.
  void settle_types(NameDraft& d) {
    for (Mention& m : d.names) {
      if (m.tokens.size() != 1 || dotted(d, m.tokens.begin)) continue;
      const std::string k = name_key(d.doc.words(m.span));
      const Votes& v = votes_[hash64(k)];
      const auto own = static_cast<size_t>(m.type);
      // "Lisa Monaco spoke. |Monaco| said …", unless something is in Monaco.
      if (m.type != EntityType::person && v.surname > 0 && (!v.site || !d.lexicon.known(k).big_place)) {
        m.type = EntityType::person;
        continue;
      }
      const size_t most = v.most();
      if (v.of[most] >= 2 * v.of[own] && v.of[most] > 1) m.type = static_cast<EntityType>(most);
    }
  }

  // A name elsewhere is a name here, if it has a capital inside a sentence.
  void add_missed(NameDraft& d) const {
    std::optional<SmallWords> small;
    for (const Sentence& s : d.doc.sentences) {
      if (d.doc.section_of(s).kind == SectionKind::boilerplate) continue;
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        if (d.taken[t] || !d.capital(t) || d.word(t).size() < 3 || dotted(d, t)) continue;
        const std::string k = name_key(d.word(t));
        if (is_in(d.lexicon.stop_words, k)) continue;
        auto it = votes_.find(hash64(k));
        if (it == votes_.end()) continue;
        if (group_at(d, t, s.tokens.end) > 1) continue;  // "South", said of the country elsewhere, in "South Korean"
        const Votes& v = it->second;
        if (!small) small.emplace(d);
        const int64_t like = small->count(k);
        if (like > 0 && v.total() <= 2 * like) continue;  // a word like others, more often than not
        const size_t most = v.most();
        if (v.surname > 0)
          d.add(t, t + 1, EntityType::person);
        else if (v.of[most] > 0)
          d.add(t, t + 1, static_cast<EntityType>(most));
      }
    }
  }

 private:
  std::unordered_map<uint64_t, Votes> votes_;
};

}  // namespace

void follow_votes(NameDraft& d) {
  Ballot ballot(d);
  ballot.settle_types(d);
  ballot.add_missed(d);
}

}  // namespace dateline
