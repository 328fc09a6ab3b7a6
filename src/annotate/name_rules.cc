#include "annotate/name_rules.h"

#include <algorithm>
#include <unordered_set>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

// One document at work: where its capitals mean something.
class Rules {
 public:
  Rules(const Document& doc, const NameLexicon& lexicon) : doc_(doc), lexicon_(lexicon) { look_over(); }

  std::vector<Mention> run() {
    for (const Sentence& sentence : doc_.sections.empty() ? std::vector<Sentence>{} : doc_.sentences) {
      if (doc_.section_of(sentence).kind != SectionKind::boilerplate) read(sentence);
    }
    return std::move(out_);
  }

 private:
  std::string_view word(uint32_t t) const { return doc_.words(doc_.tokens[t]); }
  Span span(uint32_t begin, uint32_t end) const {
    return {doc_.tokens[begin].span.begin, doc_.tokens[end - 1].span.end};
  }
  std::string key(uint32_t begin, uint32_t end) const { return name_key(doc_.words(span(begin, end))); }
  bool stop(uint32_t t) const {
    const std::string k = name_key(word(t));
    return k.empty() || std::binary_search(lexicon_.stop_words.begin(), lexicon_.stop_words.end(), k);
  }
  bool weak(uint32_t t) const {
    return std::binary_search(lexicon_.weak_words.begin(), lexicon_.weak_words.end(), name_key(word(t)));
  }
  bool capital(uint32_t t) const {
    size_t at = 0;
    return is_uppercase(next_code_point(word(t), at));
  }
  bool adjacent(uint32_t t) const { return t > 0 && doc_.tokens[t - 1].span.end == doc_.tokens[t].span.begin; }

  // Which words this document writes with a capital inside sentences, and which it writes without.
  void look_over() {
    for (const Sentence& s : doc_.sentences) {
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        if (!capital(t))
          lower_.insert(word(t));
        else if (t > s.tokens.begin && !starts(s, t))
          upper_.insert(word(t));
      }
    }
  }

  bool starts(const Sentence& s, uint32_t t) const {
    if (t == s.tokens.begin) return true;
    const std::string_view before = word(t - 1);
    return before == "\"" || before == "“" || before == "‘" || before == ":" || before == "•";
  }

  // Most longer words have a capital: case says little.
  bool title_case(const Sentence& s) const {
    int longer = 0, capitals = 0;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (word(t).size() < 4) continue;
      ++longer;
      capitals += capital(t);
    }
    return longer > 3 && capitals * 10 > longer * 7;
  }

  bool joins(uint32_t t, uint32_t last) const {
    const std::string_view w = word(t);
    if (w == "-" || w == "'" || w == "’") return adjacent(t) && t + 1 < last && adjacent(t + 1);
    if (w == ".")
      return adjacent(t) && word(t - 1).size() <= 2 && t + 1 < last &&
             (capital(t + 1) || (t > 1 && word(t - 2) == "."));
    if (t + 1 >= last || !capital(t + 1)) return false;
    return w == "&" || w == "of" || w == "de" || w == "al" || w == "el" || w == "bin" || w == "bint" || w == "van" ||
           w == "von" || w == "der" || w == "da" || w == "du" || w == "la" || w == "le" || w == "di" || w == "dos";
  }

  void read(const Sentence& s) {
    headline_ = title_case(s);
    for (uint32_t t = s.tokens.begin; t < s.tokens.end;) {
      if (!capital(t) || stop(t)) {
        ++t;
        continue;
      }
      uint32_t end = t + 1;
      while (end < s.tokens.end &&
             ((capital(end) && !(stop(end) && !known_longer(t, end))) || joins(end, s.tokens.end)))
        ++end;
      while (end > t + 1 && !capital(end - 1)) --end;
      sequence(s, t, end);
      t = end;
    }
  }
  bool known_longer(uint32_t begin, uint32_t t) const {
    return lexicon_.org_word(name_key(word(t))) != nullptr && t > begin;
  }

  // Reads one capitalised sequence from the left.
  void sequence(const Sentence& s, uint32_t begin, uint32_t end) {
    bool titled = false;
    for (uint32_t t = begin; t < end;) {
      if (const uint32_t n = lexicon_.titles.match_at(doc_, t, end, false, nullptr); n > 0 && !org_ahead(t, end)) {
        t += n;
        titled = true;
        continue;
      }
      if (!capital(t)) {
        ++t;
        continue;
      }
      const uint32_t next = piece(s, t, end, titled);
      t = next;
    }
  }

  // Does an organisation word end a name that begins here? "Secretary" does not begin one, "State Department" does.
  uint32_t org_ahead(uint32_t begin, uint32_t end) const {
    for (uint32_t n = std::min(end, begin + 9); n > begin; --n) {
      if (!capital(n - 1)) continue;
      if (lexicon_.known(key(begin, n)).organisation) return n;
    }
    uint32_t best = 0;
    for (uint32_t t = begin; t < std::min(end, begin + 8); ++t) {
      if (t > begin && capital(t) && lexicon_.titles.match_at(doc_, t, end, false, nullptr) > 0 &&
          !lexicon_.org_word(name_key(word(t))))
        break;
      const NameLexicon::OrgWord* w = lexicon_.org_word(name_key(word(t)));
      if (w == nullptr || (w->weak && t == begin && !(w->of && t + 1 < end && word(t + 1) == "of"))) continue;
      best = t + 1;
      if (w->of && t + 2 < end && word(t + 1) == "of") {
        uint32_t stop_at = t + 2;
        while (stop_at < end && capital(stop_at)) ++stop_at;
        best = stop_at;
        break;
      }
    }
    return best;
  }

  uint32_t piece(const Sentence& s, uint32_t t, uint32_t end, bool titled) {
    if (!titled) {
      if (const uint32_t org = org_ahead(t, end)) return add(t, org, EntityType::organisation);
    }
    for (uint32_t n = std::min(end, t + 6); n > t; --n) {
      if (titled && n == end && n - t > 1) break;
      const NameLexicon::Known known = lexicon_.known(key(t, n));
      const bool whole = n == end;
      if (known.demonym && !(titled && whole)) return add(t, n, EntityType::group);
      if (known.organisation) return add(t, n, EntityType::organisation);
      if (known.place && !titled &&
          (whole || (known.big_place && n - t > 1) || (known.big_place && !lexicon_.person(key(t, n)).first))) {
        if (n - t > 1 || known.big_place || !(lexicon_.person(key(t, n)).surname || lexicon_.person(key(t, n)).first)) {
          if (n - t > 1 || !starts(s, t) || known.big_place) return add(t, n, EntityType::place);
        }
      }
    }
    // What is left is a person if anything says so.
    uint32_t stop_at = t + 1;
    while (stop_at < end && word(stop_at) != "of" && word(stop_at) != "&" && stop_at - t < 6) ++stop_at;
    while (stop_at > t + 1 && !capital(stop_at - 1)) --stop_at;
    const std::string first = name_key(word(t)), last = name_key(word(stop_at - 1));
    const bool single = stop_at == t + 1;
    const std::string_view w = word(t);
    const bool acronym = single && w.size() > 1 && std::all_of(w.begin(), w.end(), is_upper);
    const NameLexicon::Person p = lexicon_.person(first), q = lexicon_.person(last);
    if (titled || p.first || (!single && (p.surname || q.surname))) {
      if (titled || !single || !starts(s, t) || upper_.contains(w)) {
        if (!(headline_ && lower_.contains(w))) return add(t, stop_at, EntityType::person);
      }
      return stop_at;
    }
    if (acronym && !headline_) return add(t, stop_at, EntityType::organisation);
    if (single && starts(s, t) && (lower_.contains(w) || !upper_.contains(w))) return stop_at;
    if (headline_ && !upper_.contains(w)) return stop_at;
    if (single && p.surname) return add(t, stop_at, EntityType::person);
    return add(t, stop_at,
               single && lower_.contains(fold(w)) ? EntityType::other
               : single                           ? EntityType::person
                                                  : EntityType::other);
  }

  uint32_t add(uint32_t begin, uint32_t end, EntityType type) {
    Mention m;
    m.span = span(begin, end);
    const std::string_view words = doc_.words(m.span);
    if (words.ends_with("'s")) m.span.end -= 2;
    if (words.ends_with("’s")) m.span.end -= 4;
    if (begin + 1 == end && weak(begin)) return end;
    m.tokens = {begin, end};
    m.type = type;
    out_.push_back(m);
    return end;
  }

  const Document& doc_;
  const NameLexicon& lexicon_;
  std::unordered_set<std::string_view> lower_, upper_;
  std::vector<Mention> out_;
  bool headline_ = false;
};

}  // namespace

std::vector<Mention> names_by_rule(const Document& doc, const NameLexicon& lexicon) {
  return Rules(doc, lexicon).run();
}

}  // namespace dateline
