#include "annotate/figures_measured.h"

namespace dateline {
namespace {

class MeasuredReader {
 public:
  explicit MeasuredReader(const FigureAtoms& atoms) : s_(atoms) {}

  MeasuredNumber read(uint32_t at) const {
    MeasuredNumber m;
    if (at >= s_.size()) return m;
    uint32_t sign_end = s_[at].span.begin;
    bool minus_inside = false;
    if (s_.is_number(at)) {
      if (at > 0 && (s_.word(at - 1) == kW_hyphen || s_.word(at - 1) == kW_minus_sign) && s_.tight(at)) {  // "$-99"
        const ReadSign inner = sign_before(s_, s_[at - 1].span.begin);
        if (inner.unit >= 0 && s_.tight(at - 1)) {
          sign_end = s_[at - 1].span.begin;
          minus_inside = true;
        }
      }
      m.sign = sign_before(s_, sign_end);
    }
    m.number = read_number(s_, at, m.sign.unit >= 0);
    if (!m.found()) return m;
    m.begin = at;
    m.end = m.number.atoms.end;
    m.end_byte = s_[m.end - 1].span.end;
    m.negative = minus_inside;
    if (m.sign.unit >= 0) {
      while (m.begin > 0 && s_[m.begin - 1].span.begin >= m.sign.begin_byte) --m.begin;
      unit_behind_money(m);
    } else {
      // "hundreds of billions of dollars", "dozens of miles"
      m.unit = read_unit(s_, m.number.vague && s_.word(m.end) == kW_of ? m.end + 1 : m.end);
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
  void unit_behind_money(MeasuredNumber& m) const {
    ReadUnit behind = read_unit(s_, m.end);
    if (behind.found && s_.lexicon.units[behind.base].kind == "money") {
      // "$10 US", "$5 dollars": said twice; the more exact one holds.
      m.end = behind.end_atom;
      m.end_byte = behind.end_byte;
      if (m.sign.unit == s_.lexicon.dollar) m.sign.unit = behind.base;
      m.unit = behind;
      return;
    }
    m.unit = with_rate(s_, m.end, m.sign.unit);
    m.end = m.unit.end_atom;
    m.end_byte = std::max(m.end_byte, m.unit.end_byte);
  }

  // "10m people": a million of them; "10m deep", "the 10m line": metres.
  bool million_m(MeasuredNumber& m) const {
    const uint32_t next = m.unit.end_atom;
    if (next >= s_.size() || s_[next].kind != FigureAtomKind::word) return false;
    const bool measured = read_unit(s_, next).found;
    const bool people = s_[next].capital && s_.words(next).ends_with('s');  // "10m Americans"
    if (!measured && !people && !s_.is(next, kMillions)) return false;
    m.number.value *= 1e6;
    m.number.scaled = true;
    m.number.scale = 1e6;
    m.number.atoms.end = next;
    m.end = next;
    m.end_byte = s_[next - 1].span.end;
    m.unit = read_unit(s_, next);
    if (m.unit.found) {
      m.end = m.unit.end_atom;
      m.end_byte = m.unit.end_byte;
    }
    return true;
  }

  // "pounds": sterling where money is spoken of, else the weight.
  void pounds(MeasuredNumber& m) const {
    if (m.unit.base != s_.lexicon.pound_mass || m.unit.hyphenated) return;
    if (s_.text.substr(m.unit.end_byte - 1, 1) == "b" || s_.text.substr(m.unit.end_byte - 2, 2) == "bs") return;
    bool money = m.number.scaled && m.number.scale >= 1e6, mass = false;
    for (const FigureAtom& atom : s_.all) {
      mass = mass || s_.lexicon.is(atom.word, kMass);
      money = money || (s_.lexicon.is(atom.word, kMoney) && !mass);
    }
    if (s_.word(m.unit.end_atom) == kW_of && !(m.number.scaled && m.number.scale >= 1e6)) money = false;
    if (money && !(mass && !m.number.scaled)) {
      m.unit = with_rate(s_, m.unit.end_atom, s_.lexicon.pound_sterling);
    }
  }

  // "-5", "−5", "minus five", "($99.99)"
  void minus(MeasuredNumber& m) const {
    if (m.begin == 0) return;
    const uint32_t i = m.begin - 1;
    const FigureWordId w = s_.word(i);
    const bool sign = (w == kW_hyphen || w == kW_minus_sign) && s_.tight(m.begin) &&
                      (s_[i].space_before || s_.word(i - 1) == kW_lparen);
    const bool number_before = i > 0 && s_.is_number(i - 1);
    const bool either = w == kW_minus && i >= 2 && s_.word(i - 1) == kW_or && s_.words(i - 2) == "plus";
    if ((sign && !number_before) || (w == kW_minus && !either) || w == kW_negative) {
      m.negative = true;
      m.begin = i;
    } else if (w == kW_lparen && s_.tight(m.begin) && m.sign.unit >= 0 && s_.word(m.end) == kW_rparen &&
               !s_.is_number(m.end - 1) == false && i > 0 && s_[i - 1].kind == FigureAtomKind::word &&
               s_[m.end - 1].decimal) {
      m.negative = true;  // accountants' brackets
    }
    if (m.negative) m.number.value = -m.number.value;
  }

  const FigureAtoms& s_;
};

}  // namespace

bool may_begin_number(const FigureAtoms& atoms, uint32_t at) {
  const auto begins = [](const FigureWord& facts) {
    return facts.vague >= 0 || (facts.number != FigureNumberKind::none && facts.number != FigureNumberKind::ordinal);
  };
  if (atoms.is_number(at)) return true;
  const FigureWordId w = atoms.word(at);
  if (w == kNoFigureWord) return false;
  return begins(atoms.facts(w == kW_a || w == kW_an ? at + 1 : at));
}

MeasuredNumber read_measured(const FigureAtoms& atoms, uint32_t at) { return MeasuredReader(atoms).read(at); }

}  // namespace dateline
