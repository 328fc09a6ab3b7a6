#include "annotate/figures_units.h"

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

bool word_byte(char c) {
  return is_digit(c) || is_upper(c) || is_lower(c) || (static_cast<unsigned char>(c) & 0x80) != 0;
}

class UnitReader {
 public:
  explicit UnitReader(const FigureAtoms& atoms)
      : lexicon_(atoms.lexicon),
        text_(atoms.text.substr(0, atoms.all.empty() ? 0 : atoms.all.back().span.end)),
        atoms_(atoms.all) {}

  // A unit without "per": its name and UCUM code, and the place behind it.
  struct Base {
    int16_t unit = -1;
    uint32_t end_atom = 0, end_byte = 0;
    std::string name, ucum;
  };

  Base base(uint32_t at, bool behind_number) const {
    Base out;
    if (at >= atoms_.size()) return out;
    FigureWordId w = atoms_[at].word;
    if (w == kW_square || w == kW_sq || w == kW_cubic || w == kW_cu) {
      uint32_t next = at + 1;
      if (next < atoms_.size() && (atoms_[next].word == kW_dot || atoms_[next].word == kW_hyphen)) ++next;
      out = base(next, false);
      if (out.unit >= 0 && kind(out.unit) == "length") return power(out, w == kW_square || w == kW_sq ? 2 : 3);
      return Base{};
    }
    if (out = by_symbol(at, behind_number); out.unit >= 0) return out;
    return by_words(at);
  }

  ReadUnit read(uint32_t at) const {
    ReadUnit out;
    if (at >= atoms_.size()) return out;
    uint32_t i = at;
    const bool hyphen = (atoms_[i].word == kW_hyphen || atoms_[i].word == kW_endash) && !atoms_[i].space_before &&
                        i + 1 < atoms_.size() && !atoms_[i + 1].space_before;
    if (hyphen) ++i;
    Base found = base(i, !hyphen);
    if (found.unit < 0) return out;
    out = rate(found);
    out.hyphenated = hyphen;
    old(out);
    return out;
  }

  ReadUnit rate(const Base& base) const {
    ReadUnit out;
    out.found = true;
    out.base = base.unit;
    out.end_atom = base.end_atom;
    out.end_byte = base.end_byte;
    std::string name = base.name, ucum = base.ucum;
    for (int i = 0; i < 2; ++i) {
      if (!per(out, name, ucum)) break;
    }
    if (name.size() > Label::kMaxSize) name = ucum;
    out.name = Label(name);
    return out;
  }

 private:
  std::string_view kind(int16_t unit) const { return lexicon_.units[unit].kind; }

  static Base power(Base base, int n) {
    base.name = (n == 2 ? "square " : "cubic ") + base.name;
    base.ucum += n == 2 ? "2" : "3";
    return base;
  }

  Base made(int16_t unit, uint32_t end_atom, uint32_t end_byte) const {
    return {unit, end_atom, end_byte, lexicon_.units[unit].name, lexicon_.units[unit].ucum};
  }

  uint32_t atom_at(uint32_t from, uint32_t byte) const {
    while (from < atoms_.size() && atoms_[from].span.begin < byte) ++from;
    return from;
  }

  Base by_symbol(uint32_t at, bool behind_number) const {
    const uint32_t begin = atoms_[at].span.begin;
    const auto first = static_cast<unsigned char>(text_[begin]);
    const bool glued = !atoms_[at].space_before;
    for (uint32_t i = lexicon_.symbols_at[first]; i < lexicon_.symbols_at[first + 1]; ++i) {
      const FigureSymbol& s = lexicon_.symbols[i];
      if (!text_.substr(begin).starts_with(s.text)) continue;
      uint32_t end = begin + static_cast<uint32_t>(s.text.size());
      const int n = power_at(end);
      if (end < text_.size() && word_byte(s.text.back()) && word_byte(text_[end])) continue;
      if (inside_a_word(at, end)) continue;
      if (behind_number && !glued && s.glued_only && !inch_follows(s, at)) continue;
      if (behind_number && (!glued || s.text.size() == 1) && risky(s, at)) continue;
      if (s.text == "\"" && closes_quotation(at)) continue;
      Base out = made(s.unit, atom_at(at, end), end);
      if (n != 0 && (kind(s.unit) == "length" || (!behind_number && kind(s.unit) == "time"))) return power(out, n);
      if (n != 0) continue;
      // "square" and "cubed" behind the symbol: "4 km squared".
      return behind(out);
    }
    return {};
  }

  // "40 F.B.I. agents": the symbol may not end inside an abbreviation.
  bool inside_a_word(uint32_t at, uint32_t end) const {
    const uint32_t i = atom_at(at, end);
    return i > at && atoms_[i - 1].kind == FigureAtomKind::word && atoms_[i - 1].span.end > end;
  }

  // "2", "²", "^2" right behind a symbol; moves `end` behind it.
  int power_at(uint32_t& end) const {
    uint32_t i = end;
    if (i < text_.size() && text_[i] == '^') ++i;
    int n = 0;
    if (text_.substr(i).starts_with("²") || text_.substr(i).starts_with("³")) {
      n = text_.substr(i).starts_with("²") ? 2 : 3;
      i += 2;
    } else if (i < text_.size() && (text_[i] == '2' || text_[i] == '3')) {
      n = text_[i] - '0';
      ++i;
    }
    if (n == 0 || (i < text_.size() && word_byte(text_[i]))) return 0;
    end = i;
    return n;
  }

  // Letters that are words too: "2 a", "5 C", "12 A grades", "4 pm", "30 min" are told by what follows.
  bool risky(const FigureSymbol& s, uint32_t at) const {
    const bool glued = !atoms_[at].space_before;
    if (s.text == "\"") return !glued;
    if (s.text == "s") return true;  // "1960s"; seconds only as "km/s"
    if (s.text == "F" || s.text == "C") {
      // "-10C" and "30 C outside" are weather; "13F filing", "777F" and "800,000 F-Series" are not.
      const double degrees = atoms_[at - 1].value;
      const bool weather = degrees <= 130 && (s.text == "C" || degrees >= 32 || atoms_[at].space_before);
      return !weather ||
             (at + 1 < atoms_.size() && (!atoms_[at + 1].space_before && atoms_[at + 1].word == kW_hyphen)) ||
             (at + 1 < atoms_.size() && atoms_[at + 1].capital);
    }
    if (s.text == "am" || s.text == "pm") {
      // A time of day has two digits behind its point, or none.
      const uint32_t size = atoms_[at - 1].span.size();
      return !atoms_[at - 1].decimal || size == atoms_[at - 1].digits + 3u;
    }
    if (s.text == "PS" || s.text == "MT" || s.text == "mas" || s.text == "Mas") return true;
    return !glued && s.text.size() == 1 && is_upper(s.text[0]) && s.text != "C" && s.text != "W" && s.text != "V" &&
           s.text != "F" && s.text != "L" && at + 1 < atoms_.size() && atoms_[at + 1].kind == FigureAtomKind::word;
  }

  // A straight quotation mark behind digits is an inch only if no quotation is open.
  bool closes_quotation(uint32_t at) const {
    bool open = false;
    for (uint32_t i = 0; i < at; ++i) open = open != (atoms_[i].word == kW_double_prime);
    return open;
  }

  // "2 in" at the end or before "thick", "long", …: inches; else the preposition.
  bool inch_follows(const FigureSymbol& s, uint32_t at) const {
    if (s.text != "in") return false;
    if (at + 1 >= atoms_.size()) return true;
    const FigureWordId next = atoms_[at + 1].word;
    return next == kW_dot || next == kW_rparen || lexicon_.is(next, kSize);
  }

  Base behind(Base base) const {
    if (kind(base.unit) != "length" || base.end_atom >= atoms_.size()) return base;
    const FigureAtom& next = atoms_[base.end_atom];
    if (next.word != kW_squared && next.word != kW_cubed) return base;
    Base out = power(base, next.word == kW_squared ? 2 : 3);
    ++out.end_atom;
    out.end_byte = next.span.end;
    return out;
  }

  Base by_words(uint32_t at) const {
    const FigureWordId w = atoms_[at].word;
    if (w == kNoFigureWord || w >= lexicon_.unit_words.size()) return {};
    for (const FigurePhrase& phrase : lexicon_.unit_words[w]) {
      if (at + phrase.words.size() > atoms_.size()) continue;
      bool same = true;
      uint32_t i = at;
      for (size_t k = 0; k < phrase.words.size() && same; ++k, ++i) {
        // "light-year" meets "light year": a hyphen may stand for a space.
        if (k > 0 && phrase.words[k] != kW_hyphen && i < atoms_.size() && atoms_[i].word == kW_hyphen &&
            !atoms_[i].space_before)
          ++i;
        same = i < atoms_.size() && atoms_[i].word == phrase.words[k];
      }
      if (!same) continue;
      Base out = made(phrase.payload, i, atoms_[i - 1].span.end);
      if (lexicon_.units[out.unit].name == "KRW" && phrase.words.size() == 1 && !money_number(at)) continue;
      return behind(out);
    }
    return {};
  }

  // "won" is a verb more often than money: only behind a scale or a large number.
  bool money_number(uint32_t at) const {
    if (at == 0) return false;
    const FigureAtom& before = atoms_[at - 1];
    return lexicon_.facts(before.word).number == FigureNumberKind::scale ||
           (before.kind == FigureAtomKind::number && before.value >= 1000 && before.grouped);
  }

  // "/h", " per hour", " an hour", "-an-hour": adds it to the names and moves `out` behind it.
  bool per(ReadUnit& out, std::string& name, std::string& ucum) const {
    uint32_t i = out.end_atom;
    if (i >= atoms_.size()) return false;
    const bool money = kind(out.base) == "money";
    const bool slash = atoms_[i].word == kW_slash && !atoms_[i].space_before;
    const bool hyphen = atoms_[i].word == kW_hyphen && !atoms_[i].space_before && i + 2 < atoms_.size() &&
                        (atoms_[i + 1].word == kW_a || atoms_[i + 1].word == kW_an || atoms_[i + 1].word == kW_per);
    if (hyphen) ++i;
    const bool article = atoms_[i].word == kW_a || atoms_[i].word == kW_an;
    const bool word = atoms_[i].word == kW_per;
    if (!slash && !article && !word) return false;
    ++i;
    if (hyphen && i < atoms_.size() && atoms_[i].word == kW_hyphen) ++i;
    if (i >= atoms_.size() || (word && atoms_[i].word == lexicon_.id("cent"))) return false;
    if (article && kind(out.base) == "percent") return false;
    Base under = base(i, false);
    if (under.unit >= 0) {
      const std::string_view k = kind(under.unit);
      if (k == "money" || k == "percent") return false;
      if (article && k != "time" && !(money && (k == "volume" || k == "mass" || k == "length" || k == "area")))
        return false;
      if (article && kind(out.base) == "time") return false;
      if (article && k == "time" && !next_ends(under.end_atom)) return false;
      name += " per " + under.name;
      ucum += "/" + under.ucum;
      out.end_atom = under.end_atom;
      out.end_byte = under.end_byte;
      return true;
    }
    // "$82 per Oakland share", "$82 an Oakland share": whose it is makes no other unit.
    if (!slash && money && atoms_[i].capital && i + 1 < atoms_.size() && lexicon_.is(atoms_[i + 1].word, kPriced)) ++i;
    if (atoms_[i].kind != FigureAtomKind::word || slash || !money || (article && !lexicon_.is(atoms_[i].word, kPriced)))
      return false;
    const std::string thing = ascii_lower(atoms_[i].span.of(text_));
    name += " per " + thing;
    ucum += "/{" + thing + "}";
    out.end_atom = i + 1;
    out.end_byte = atoms_[i].span.end;
    return true;
  }

  // "$5 million a week later": the time word is no rate there.
  bool next_ends(uint32_t at) const { return at >= atoms_.size() || !lexicon_.is(atoms_[at].word, kTimeShift); }

  // "-year-old", "years old", "years of age"
  void old(ReadUnit& out) const {
    if (kind(out.base) != "time") return;
    uint32_t i = out.end_atom;
    while (i < atoms_.size() && atoms_[i].word == kW_hyphen && !atoms_[i].space_before) ++i;
    if (i >= atoms_.size()) return;
    const std::string_view word = atoms_[i].span.of(text_);
    if (word == "old" || word == "olds") {
      out.age = true;
      out.end_atom = i + 1;
      out.end_byte = atoms_[i].span.end;
    } else if (word == "of" && i + 1 < atoms_.size() && atoms_[i + 1].span.of(text_) == "age") {
      out.age = true;
      out.end_atom = i + 2;
      out.end_byte = atoms_[i + 1].span.end;
    }
  }

  const FigureLexicon& lexicon_;
  std::string_view text_;
  const std::vector<FigureAtom>& atoms_;
};

}  // namespace

ReadUnit read_unit(const FigureAtoms& atoms, uint32_t at) { return UnitReader(atoms).read(at); }

ReadUnit with_rate(const FigureAtoms& atoms, uint32_t at, int16_t base) {
  const uint32_t end = at > 0 ? atoms[at - 1].span.end : 0;
  const FigureUnit& unit = atoms.lexicon.units[static_cast<size_t>(base)];
  return UnitReader(atoms).rate({base, at, end, unit.name, unit.ucum});
}

}  // namespace dateline
