#include "annotate/figures_quantities.h"

#include <algorithm>

#include "annotate/figures_exclusions.h"
#include "annotate/figures_numbers.h"
#include "annotate/figures_units.h"

namespace dateline {
namespace {

// One number with its sign and unit, before ranges and bounds.
struct Measured {
  ReadNumber number;
  ReadUnit unit;
  ReadSign sign;
  uint32_t begin = 0, end = 0;  // atoms, sign and unit included
  uint32_t end_byte = 0;
  bool negative = false;

  bool found() const { return number.found(); }
  int16_t base() const { return sign.unit >= 0 ? sign.unit : unit.base; }
};

class QuantityReader {
 public:
  QuantityReader(const FigureLexicon& lexicon, std::string_view text, const std::vector<FigureAtom>& atoms,
                 const BlockedSpans& blocked, std::vector<Quantity>& out)
      : lexicon_(lexicon),
        text_(text),
        atoms_(atoms),
        blocked_(blocked),
        out_(out),
        begin_(atoms.empty() ? 0 : atoms.front().span.begin) {}

  void run() {
    for (uint32_t i = 0; i < atoms_.size();) {
      if (!may_begin(i)) {
        ++i;
        continue;
      }
      i = std::max(i + 1, quantity(i));
    }
  }

 private:
  FigureWordId word(int64_t i) const {
    return i >= 0 && i < static_cast<int64_t>(atoms_.size()) ? atoms_[i].word : kNoFigureWord;
  }
  bool is_number(uint32_t i) const { return i < atoms_.size() && atoms_[i].kind == FigureAtomKind::number; }
  bool tight(uint32_t i) const { return i < atoms_.size() && !atoms_[i].space_before; }
  bool dash(uint32_t i) const {
    return word(i) == kW_hyphen || word(i) == kW_endash || word(i) == kW_emdash || word(i) == kW_minus_sign;
  }

  bool may_begin(uint32_t i) const {
    if (is_number(i)) return true;
    const FigureWordId w = word(i);
    if (w == kNoFigureWord) return false;
    if (w == kW_a || w == kW_an) {
      const FigureWord& next = lexicon_.facts(word(i + 1));
      return next.vague >= 0 || (next.number != FigureNumberKind::none && next.number != FigureNumberKind::ordinal);
    }
    const FigureWord& facts = lexicon_.facts(w);
    return facts.vague >= 0 || (facts.number != FigureNumberKind::none && facts.number != FigureNumberKind::ordinal);
  }

  Measured measured(uint32_t at) const {
    Measured m;
    if (at >= atoms_.size()) return m;
    uint32_t sign_end = atoms_[at].span.begin;
    bool minus_inside = false;
    if (is_number(at)) {
      if (at > 0 && (word(at - 1) == kW_hyphen || word(at - 1) == kW_minus_sign) && tight(at)) {  // "$-99"
        const ReadSign inner = sign_before(lexicon_, text_, atoms_[at - 1].span.begin, begin_);
        if (inner.unit >= 0 && tight(at - 1)) {
          sign_end = atoms_[at - 1].span.begin;
          minus_inside = true;
        }
      }
      m.sign = sign_before(lexicon_, text_, sign_end, begin_);
    }
    m.number = read_number(lexicon_, text_, atoms_, at, m.sign.unit >= 0);
    if (!m.found()) return m;
    m.begin = at;
    m.end = m.number.atoms.end;
    m.end_byte = atoms_[m.end - 1].span.end;
    m.negative = minus_inside;
    if (m.sign.unit >= 0) {
      while (m.begin > 0 && atoms_[m.begin - 1].span.begin >= m.sign.begin_byte) --m.begin;
      unit_behind_money(m);
    } else {
      m.unit = read_unit(lexicon_, text_, atoms_, m.end);
      if (m.unit.found && !(m.number.pending_m && million_m(m))) {
        pounds(m);
        m.end = std::max(m.end, m.unit.end_atom);
        m.end_byte = m.unit.end_byte;
      }
    }
    minus(m);
    return m;
  }

  // "$5 million", "$50,000 a year", "$10 dollars"
  void unit_behind_money(Measured& m) const {
    ReadUnit behind = read_unit(lexicon_, text_, atoms_, m.end);
    if (behind.found && lexicon_.units[behind.base].kind == "money") {
      // "$10 US", "$5 dollars": said twice; the more exact one holds.
      m.end = behind.end_atom;
      m.end_byte = behind.end_byte;
      if (m.sign.unit == lexicon_.dollar) m.sign.unit = behind.base;
      m.unit = behind;
      return;
    }
    m.unit = with_rate(lexicon_, text_, atoms_, m.end, m.sign.unit);
    m.end = m.unit.end_atom;
    m.end_byte = std::max(m.end_byte, m.unit.end_byte);
  }

  // "10m people": a million of them; "10m deep", "the 10m line": metres.
  bool million_m(Measured& m) const {
    const uint32_t next = m.unit.end_atom;
    if (next >= atoms_.size() || atoms_[next].kind != FigureAtomKind::word) return false;
    const std::string_view w = atoms_[next].span.of(text_);
    const bool currency = next < atoms_.size() && read_unit(lexicon_, text_, atoms_, next).found;
    const bool people = w == "people" || w == "voters" || w == "children" || w == "users" || w == "viewers" ||
                        w == "doses" || w == "residents" || w == "Americans" || w == "workers" || w == "customers" ||
                        w == "jobs" || w == "tonnes";
    if (!currency && !people) return false;
    m.number.value *= 1e6;
    m.number.scaled = true;
    m.number.scale = 1e6;
    m.number.atoms.end = next;
    m.end = next;
    m.end_byte = atoms_[next - 1].span.end;
    m.unit = read_unit(lexicon_, text_, atoms_, next);
    if (m.unit.found) {
      m.end = m.unit.end_atom;
      m.end_byte = m.unit.end_byte;
    }
    return true;
  }

  // "pounds": sterling where money is spoken of, else the weight.
  void pounds(Measured& m) const {
    if (m.unit.base != lexicon_.pound_mass || m.unit.hyphenated) return;
    if (text_.substr(m.unit.end_byte - 1, 1) == "b" || text_.substr(m.unit.end_byte - 2, 2) == "bs") return;
    bool money = m.number.scaled && m.number.scale >= 1e6, mass = false;
    for (const FigureAtom& atom : atoms_) {
      mass = mass || lexicon_.is(atom.word, kMass);
      money = money || (lexicon_.is(atom.word, kMoney) && !mass);
    }
    if (word(m.unit.end_atom) == kW_of && !(m.number.scaled && m.number.scale >= 1e6)) money = false;
    if (money && !(mass && !m.number.scaled)) {
      m.unit = with_rate(lexicon_, text_, atoms_, m.unit.end_atom, lexicon_.pound_sterling);
    }
  }

  // "-5", "−5", "minus five", "($99.99)"
  void minus(Measured& m) const {
    if (m.begin == 0) return;
    const uint32_t i = m.begin - 1;
    const FigureWordId w = word(i);
    const bool sign = (w == kW_hyphen || w == kW_minus_sign) && tight(m.begin) &&
                      (atoms_[i].space_before || word(i - 1) == kW_lparen);
    const bool number_before = i > 0 && is_number(i - 1);
    if ((sign && !number_before) || w == kW_minus || w == kW_negative) {
      m.negative = true;
      m.begin = i;
    } else if (w == kW_lparen && tight(m.begin) && m.sign.unit >= 0 && word(m.end) == kW_rparen &&
               !is_number(m.end - 1) == false && i > 0 && atoms_[i - 1].kind == FigureAtomKind::word &&
               atoms_[m.end - 1].decimal) {
      m.negative = true;  // accountants' brackets
    }
    if (m.negative) m.number.value = -m.number.value;
  }

  // Reads the quantity at atoms[at] and gives the atom to go on from.
  uint32_t quantity(uint32_t at) {
    Measured first = measured(at);
    if (!first.found()) return at + 1;
    if (const uint32_t skip =
            skip_number(lexicon_, text_, atoms_, first.number, first.unit.found, first.sign.unit >= 0))
      return at + skip;
    const Span bytes = cover(atoms_[first.number.atoms.begin].span, atoms_[first.number.atoms.end - 1].span);
    if (blocked_.blocks(bytes, first.number.spelled && atoms_[at].capital)) return first.number.atoms.end;

    Measured second;
    const Joint joint = range(first, second);
    Quantity q;
    q.number = first.number.atoms;
    q.atoms = {first.begin, first.end};
    q.end_byte = first.end_byte;
    fill(q, first);
    if (joint != Joint::none) {
      lend(first, second);
      Quantity r;
      r.number = second.number.atoms;
      r.atoms = {second.begin, second.end};
      r.end_byte = second.end_byte;
      fill(q, first);
      fill(r, second);
      if (joint == Joint::range) {
        q.number.end = r.number.end;
        q.atoms.end = r.atoms.end;
        q.end_byte = r.end_byte;
        q.min = std::min(q.value, r.value);
        q.max = std::max(q.value, r.value);
        q.value = Figure::kUnknown;
        q.unit = r.unit.empty() ? q.unit : r.unit;
        q.base = r.base >= 0 ? r.base : q.base;
        q.hyphenated = r.hyphenated;
        q.age = r.age;
        bounds(q);
        out_.push_back(q);
        return q.atoms.end;
      }
      q.score = r.score = joint == Joint::score;
      bounds(q);
      bounds(r);
      out_.push_back(q);
      out_.push_back(r);
      return r.atoms.end;
    }
    share_unit_of_next(q, first);
    age(q);
    magnitude(q);
    bounds(q);
    out_.push_back(q);
    return q.atoms.end;
  }

  // "a magnitude 7.7 earthquake", "magnitude of 7.5"
  void magnitude(Quantity& q) const {
    if (q.base >= 0 || lexicon_.magnitude < 0 || q.atoms.begin == 0 || q.spelled) return;
    uint32_t i = q.atoms.begin - 1;
    while (i > 0 && (word(i) == kW_of || word(i) == kW_a || word(i) == kW_hyphen || word(i) == kW_at)) --i;
    const FigureWordId w = word(i);
    if (w == kNoFigureWord || w >= lexicon_.unit_words.size() || lexicon_.unit_words[w].empty()) return;
    if (lexicon_.unit_words[w].front().payload != lexicon_.magnitude || !(q.value < 11)) return;
    q.base = lexicon_.magnitude;
    q.unit = Label(lexicon_.units[q.base].name);
  }

  void fill(Quantity& q, const Measured& m) const {
    if (m.number.vague) {
      q.min = m.number.min;
      q.max = m.number.max;
      q.vague = true;
    } else {
      q.value = m.number.value;
    }
    q.spelled = m.number.spelled;
    q.fraction = m.number.fraction;
    q.bare_one = m.number.bare_one;
    q.unit = m.unit.found ? m.unit.name : m.sign.unit >= 0 ? Label(lexicon_.units[m.sign.unit].name) : Label();
    q.base = m.base();
    q.hyphenated = m.unit.hyphenated;
    q.age = m.unit.age;
  }

  enum class Joint { none, range, pair, score };

  // What joins `first` to the number behind it.
  Joint range(Measured& first, Measured& second) const {
    uint32_t i = first.end;
    if (first.number.vague) return Joint::none;
    const FigureWordId before = word(static_cast<int64_t>(first.begin) - 1);
    const bool hung = word(i) == kW_hyphen && tight(i) && word(i + 1) == kW_to;  // "8- to 16-meter"
    if (hung) ++i;
    const bool bare_dash = dash(i) && i + 1 < atoms_.size() && atoms_[i].space_before == atoms_[i + 1].space_before;
    const bool to = word(i) == kW_to || word(i) == kW_through || word(i) == kW_tilde;
    const bool between = before == kW_between && (word(i) == kW_and || to);
    const bool or_ = word(i) == kW_or;
    const bool plus_minus = word(i) == kW_plus_minus || (word(i) == kW_plus && word(i + 1) == kW_slash && dash(i + 2));
    if (!bare_dash && !to && !between && !or_ && !plus_minus) return Joint::none;
    if (bare_dash && atoms_[i].space_before && word(i) != kW_endash) return Joint::none;
    if (bare_dash && first.number.spelled) return Joint::none;
    uint32_t at = plus_minus && word(i) == kW_plus ? i + 3 : i + 1;
    while (at < atoms_.size() && !may_begin(at) && at < i + 4 && sign_at(at)) ++at;
    if (at >= atoms_.size() || !may_begin(at)) return Joint::none;
    second = measured(at);
    if (!second.found() || second.number.vague || second.number.fraction != first.number.fraction) return Joint::none;
    if (bare_dash && second.number.spelled) return Joint::none;
    if (second.begin < first.end) second.begin = first.end;
    second.negative = second.negative && !bare_dash;
    if (bare_dash) second.number.value = std::abs(second.number.value);
    if (is_year(second) && !second.unit.found && second.sign.unit < 0) return Joint::none;
    if (!same_measure(first, second)) return Joint::none;
    double low = first.number.value;
    if (leans(first, second)) low *= second.number.scale;
    const double high = second.number.value;
    if (plus_minus) {
      const double middle = low, spread = std::abs(high);
      second.number.value = middle + spread;
      first.number.value = middle - spread;
      return Joint::range;
    }
    if (or_) return high > low && high <= 2 * low + 1 && !second.number.bare_one ? Joint::range : Joint::none;
    const bool measures = first.base() >= 0 || second.base() >= 0;
    if (bare_dash || to) {
      const bool votes = !measures && score_near(first.begin, second.end);
      if (bare_dash && (votes || high <= low) && !(low < 0 && measures))
        return votes || !measures ? Joint::score : Joint::none;
      if (to && !between && votes && before != kW_from && low < 1000) return Joint::score;
      if (to && before == kW_from && changes(first.begin)) return Joint::pair;
      if (to && high < low && before != kW_from) return changes(first.begin) ? Joint::pair : Joint::none;
    }
    return Joint::range;
  }

  bool sign_at(uint32_t at) const {
    const std::string_view t = atoms_[at].span.of(text_);
    for (const FigureSymbol& s : lexicon_.signs) {
      if (s.text == t) return true;
    }
    return t == "-" || t == "−" || t == "US" || t == "A" || t == "C" || t == "HK" || t == "NZ" || t == "S" ||
           t == "from" || t == "about";
  }

  static bool is_year(const Measured& m) {
    return !m.number.spelled && m.number.value >= 1900 && m.number.value < 2100 &&
           m.number.value == static_cast<int>(m.number.value) && m.end == m.begin + 1;
  }

  bool same_measure(const Measured& a, const Measured& b) const {
    const int16_t x = a.base(), y = b.base();
    if (x < 0 || y < 0) return x < 0 || lexicon_.units[x].kind == "money" || a.unit.name.empty();
    return a.unit.name == b.unit.name || (a.sign.unit >= 0 && a.sign.unit == b.sign.unit);
  }

  // "20 to 30 million": the first is millions too.
  static bool leans(const Measured& a, const Measured& b) {
    return b.number.scaled && !a.number.scaled && b.number.scale > 1 && std::abs(a.number.value) < 1000 &&
           a.number.value <= b.number.value / b.number.scale * 1.0000001;
  }

  void lend(Measured& a, Measured& b) const {
    if (leans(a, b)) a.number.value *= b.number.scale;
    if (a.base() < 0 && b.base() >= 0) {
      a.unit = b.unit;
      a.sign.unit = b.sign.unit;
    }
    if (b.base() < 0 && a.sign.unit >= 0) b.sign.unit = a.sign.unit;
  }

  bool score_near(uint32_t begin, uint32_t end) const {
    const uint32_t from = begin > 6 ? begin - 6 : 0;
    const uint32_t until = std::min<uint32_t>(end + 4, static_cast<uint32_t>(atoms_.size()));
    for (uint32_t i = from; i < until; ++i) {
      if ((i < begin || i >= end) && lexicon_.is(word(i), kScore)) return true;
    }
    return false;
  }

  bool changes(uint32_t begin) const {
    const uint32_t from = begin > 8 ? begin - 8 : 0;
    for (uint32_t i = from; i < begin; ++i) {
      if (lexicon_.is(word(i), kChange)) return true;
    }
    return false;
  }

  // "45 and 50 mg", "12, 14 and 18 percent": a unit holds for its fellows before it.
  void share_unit_of_next(Quantity& q, const Measured& m) const {
    if (m.base() >= 0 || m.number.vague || m.number.fraction || m.number.spelled) return;
    uint32_t i = m.end;
    while (i < atoms_.size() && (word(i) == kW_comma || word(i) == kW_and || word(i) == kW_or)) {
      if (!is_number(i + 1)) {
        ++i;
        if (i >= atoms_.size() || !(word(i) == kW_and || word(i) == kW_or)) return;
        continue;
      }
      const Measured next = measured(i + 1);
      if (!next.found() || next.sign.unit >= 0) return;
      if (next.unit.found) {
        const std::string& kind = lexicon_.units[next.unit.base].kind;
        if (next.unit.age || next.unit.hyphenated || (word(m.end) == kW_comma && kind == "time")) return;
        if (q.value >= 1900 && q.value < 2100) return;
        q.unit = next.unit.name;
        q.base = next.unit.base;
        return;
      }
      i = next.end;
    }
  }

  // ", 45," behind a name; "aged 45", "age 12": years.
  void age(Quantity& q) const {
    if (q.base >= 0 || q.vague || q.spelled || !(q.value >= 0 && q.value <= 115) ||
        q.value != static_cast<int>(q.value))
      return;
    const uint32_t i = q.number.begin;
    if (i == 0 || q.number.end != i + 1) return;
    const bool said = lexicon_.is(word(i - 1), kAgeVerb);
    const bool comma_behind =
        word(q.number.end) == kW_comma || word(q.number.end) == kW_dot || q.number.end >= atoms_.size();
    const bool brackets =
        word(i - 1) == kW_lparen && word(q.number.end) == kW_rparen && i >= 2 && atoms_[i - 2].capital && q.value >= 10;
    const bool apposed = word(i - 1) == kW_comma && i >= 3 && atoms_[i - 2].capital && atoms_[i - 3].capital &&
                         atoms_[i - 2].kind == FigureAtomKind::word && atoms_[i - 3].kind == FigureAtomKind::word &&
                         comma_behind && q.value >= 4 && !lexicon_.is(word(i - 2), kMonth | kWeekday);
    if (!said && !brackets && !apposed) return;
    if (said && atoms_[i - 1].span.of(text_).starts_with("turn") && (q.value < 13 || atoms_[i].grouped)) return;
    q.age = true;
    q.base = lexicon_.year;
    q.unit = Label(lexicon_.units[q.base].name);
  }

  // Bound words before and behind.
  void bounds(Quantity& q) const {
    uint32_t from = q.atoms.begin;
    FigureBound effect = FigureBound::none;
    const uint32_t before = match_before(from, effect);
    if (before < from && during(q, before)) effect = FigureBound::none;
    if (effect == FigureBound::none || effect == FigureBound::exact || effect == FigureBound::about) {
      FigureBound after = FigureBound::none;
      const uint32_t end = match_after(q.atoms.end, after);
      const uint32_t inner =
          after == FigureBound::none && q.number.end < q.atoms.end ? match_after(q.number.end, after) : 0;
      if (after != FigureBound::none) {
        if (inner == 0 && end > q.atoms.end) {
          q.atoms.end = end;
          q.end_byte = atoms_[end - 1].span.end;
        }
        if (after != FigureBound::about || effect == FigureBound::none) effect = after;
      }
    }
    if (before < from) q.atoms.begin = before;
    apply(q, effect);
  }

  // "over eight days Israel's aircraft …": throughout; "for over eight days": more than.
  bool during(const Quantity& q, uint32_t at) const {
    if (q.base < 0 || q.age || lexicon_.units[q.base].kind != "time") return false;
    const std::string_view w = atoms_[at].span.of(text_);
    if (w != "over" && w != "Over") return false;
    if (at == 0) return true;
    const std::string_view before = atoms_[at - 1].span.of(text_);
    for (std::string_view more : {"for", "after", "lasted", "lasting", "took", "taken", "takes", "spent", "in", "of",
                                  "been", "just", "well", "with", "and", "is", "was"}) {
      if (before == more) return false;
    }
    return true;
  }

  static void apply(Quantity& q, FigureBound effect) {
    const bool plain = q.value == q.value;
    switch (effect) {
      case FigureBound::min:
        if (plain) q.min = q.value;
        q.max = Figure::kUnknown;
        q.value = Figure::kUnknown;
        break;
      case FigureBound::max:
        if (plain) q.max = q.value;
        q.min = Figure::kUnknown;
        q.value = Figure::kUnknown;
        break;
      case FigureBound::about: q.approximate = true; break;
      default: break;
    }
  }

  // The first atom of the bound phrase that ends right before `at`, else `at`.
  uint32_t match_before(uint32_t at, FigureBound& effect) const {
    uint32_t end = at;
    if (end > 0 && (word(end - 1) == kW_the || word(end - 1) == kW_a || word(end - 1) == kW_an)) {
      // "more than a 100", "at least the 12": the article stands between.
      // "over the eight years" is throughout: with "the", only phrases of two words and more.
      const uint32_t found = bound_ending_at(end - 1, effect);
      if (found + (word(end - 1) == kW_the ? 2 : 1) <= end - 1) return found;
      effect = FigureBound::none;
    }
    return bound_ending_at(end, effect);
  }
  uint32_t bound_ending_at(uint32_t end, FigureBound& effect) const {
    if (end == 0) return end;
    const FigureWordId last = word(end - 1);
    if (last == kNoFigureWord || last >= lexicon_.bounds_before.size()) return end;
    for (const FigurePhrase& p : lexicon_.bounds_before[last]) {
      const auto n = static_cast<uint32_t>(p.words.size());
      if (n > end) continue;
      bool same = true;
      for (uint32_t k = 0; k < n && same; ++k) same = word(end - n + k) == p.words[k];
      if (!same) continue;
      effect = static_cast<FigureBound>(p.payload);
      uint32_t begin = end - n;
      // "just over", "well under" say no more; "no more than" and "not more than" turn it round and are in the table.
      return begin;
    }
    return end;
  }
  uint32_t match_after(uint32_t at, FigureBound& effect) const {
    uint32_t i = at;
    if (word(i) == kW_plus && tight(i)) {
      effect = FigureBound::min;
      return i + 1;
    }
    if (word(i) == kW_hyphen && tight(i)) ++i;
    const FigureWordId first = word(i);
    if (first == kNoFigureWord || first >= lexicon_.bounds_after.size()) return at;
    for (const FigurePhrase& p : lexicon_.bounds_after[first]) {
      bool same = true;
      for (uint32_t k = 0; k < p.words.size() && same; ++k) same = word(i + k) == p.words[k];
      if (!same) continue;
      if (p.words.size() == 1 && i == at && !ends_here(i + 1)) continue;  // "plus", "odd" as other words
      const uint32_t end = i + static_cast<uint32_t>(p.words.size());
      if (is_number(end) || (end < atoms_.size() && lexicon_.facts(word(end)).number != FigureNumberKind::none))
        continue;
      effect = static_cast<FigureBound>(p.payload);
      return end;
    }
    return at;
  }
  bool ends_here(uint32_t i) const { return i >= atoms_.size() || word(i) == kW_comma || word(i) == kW_dot; }

  const FigureLexicon& lexicon_;
  std::string_view text_;
  const std::vector<FigureAtom>& atoms_;
  const BlockedSpans& blocked_;
  std::vector<Quantity>& out_;
  uint32_t begin_;
};

}  // namespace

BlockedSpans::BlockedSpans(const Document& doc, Span sentence) {
  const auto time = std::partition_point(doc.times.begin(), doc.times.end(),
                                         [&](const Timex& t) { return t.span.end <= sentence.begin; });
  for (auto t = time; t != doc.times.end() && t->span.begin < sentence.end; ++t) {
    if (t->type != TimexType::DURATION) spans_.push_back({t->span, true});
  }
  const auto name = std::partition_point(doc.mentions.begin(), doc.mentions.end(),
                                         [&](const Mention& m) { return m.span.begin < sentence.begin; });
  for (auto m = name; m != doc.mentions.end() && m->span.begin < sentence.end; ++m) {
    if (m->form == MentionForm::name) spans_.push_back({m->span, false});
  }
}

bool BlockedSpans::blocks(Span number, bool spelled_with_capital) const {
  for (const Blocked& b : spans_) {
    if (b.date && b.span.contains(number)) return true;
    // A name that begins with a number in digits is more often a count before a name ("200 Kenyan officers").
    if (!b.date && b.span.contains(number) &&
        (b.span.begin < number.begin || (spelled_with_capital && b.span.end > number.end)))
      return true;
  }
  return false;
}

void read_quantities(const FigureLexicon& lexicon, std::string_view text, const std::vector<FigureAtom>& atoms,
                     const BlockedSpans& blocked, std::vector<Quantity>& out) {
  QuantityReader(lexicon, text, atoms, blocked, out).run();
}

}  // namespace dateline
