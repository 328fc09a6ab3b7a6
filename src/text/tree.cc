#include "text/tree.h"

#include <algorithm>

namespace dateline {

bool is_finite(Xpos form) { return form == Xpos::VBD || form == Xpos::VBZ || form == Xpos::VBP || form == Xpos::MD; }

bool is_relative(Xpos form) { return form == Xpos::WDT || form == Xpos::WP; }

bool in_time(const Document& doc, Span span) {
  const auto after = std::partition_point(doc.times.begin(), doc.times.end(),
                                          [&](const Timex& t) { return t.span.end <= span.begin; });
  return after != doc.times.end() && after->span.overlaps(span);
}

bool is_nominal(Upos upos) {
  return upos == Upos::NOUN || upos == Upos::PROPN || upos == Upos::PRON || upos == Upos::NUM;
}

TreeView::TreeView(const Document& doc) : doc_(doc) {
  const size_t n = doc.tokens.size();
  first_.assign(n, kNone);
  next_.assign(n, kNone);
  low_.resize(n);
  high_.resize(n);
  for (size_t i = n; i-- > 0;) {  // backwards, so that lists end up in the order of the text
    low_[i] = high_[i] = static_cast<uint32_t>(i);
    const int32_t head = doc.tokens[i].head;
    if (head == kNone) continue;
    next_[i] = first_[head];
    first_[head] = static_cast<int32_t>(i);
  }
  // Every token widens all of its ancestors; trees are shallow.
  for (uint32_t i = 0; i < n; ++i) {
    for (int32_t up = doc.tokens[i].head; up != kNone; up = doc.tokens[up].head) {
      low_[up] = std::min(low_[up], i);
      high_[up] = std::max(high_[up], i);
    }
  }
}

int32_t TreeView::child(uint32_t t, std::initializer_list<Deprel> relations) const {
  for (const uint32_t c : children(t)) {
    for (const Deprel r : relations) {
      if (token(c).deprel == r) return static_cast<int32_t>(c);
    }
  }
  return kNone;
}

Span TreeView::text_of(IndexRange tokens) const {
  if (tokens.empty()) return {};
  return {doc_.tokens[tokens.begin].span.begin, doc_.tokens[tokens.end - 1].span.end};
}

uint32_t TreeView::head_of(IndexRange tokens) const {
  for (uint32_t i = tokens.begin; i < tokens.end; ++i) {
    const int32_t head = token(i).head;
    if (head == kNone || !tokens.contains(static_cast<uint32_t>(head))) return i;
  }
  return tokens.begin;
}

namespace {

bool stays_left(Deprel r) {
  switch (r) {
    case Deprel::case_:
    case Deprel::punct:
    case Deprel::cc:
    case Deprel::mark:
    case Deprel::cop:
    case Deprel::nsubj:
    case Deprel::nsubj_pass:
    case Deprel::nsubj_outer:
    case Deprel::aux:
    case Deprel::advcl:
    case Deprel::discourse:
    case Deprel::parataxis:
    case Deprel::cc_preconj:
    case Deprel::conj:
    case Deprel::csubj:
    case Deprel::vocative:
    case Deprel::obl:
    case Deprel::dislocated:
    case Deprel::reparandum:
    case Deprel::expl: return false;
    default: return true;
  }
}

bool stays_right(Deprel r, bool with_complements) {
  switch (r) {
    case Deprel::compound:
    case Deprel::flat:
    case Deprel::fixed:
    case Deprel::nummod:
    case Deprel::goeswith:
    case Deprel::nmod_poss:
    case Deprel::amod:
    case Deprel::nmod_desc: return true;
    case Deprel::nmod:
    case Deprel::nmod_unmarked: return with_complements;
    default: return false;
  }
}

}  // namespace

IndexRange TreeView::noun_phrase(uint32_t t, bool with_complements) const {
  IndexRange out{t, t + 1};
  for (const uint32_t c : children(t)) {
    const Deprel r = token(c).deprel;
    // To the left the phrase begins with the leftmost child that stays, unless something that does not lies between.
    if (c < t) {
      if (stays_left(r))
        out.begin = std::min(out.begin, subtree(c).begin);
      else if (r != Deprel::punct)
        out.begin = t;
    } else if (stays_right(r, with_complements) && subtree(c).begin == out.end) {
      out.end = subtree(c).end;
    } else if (r == Deprel::case_ && token(c).xpos == Xpos::POS) {
      continue;  // the possessive mark ends the phrase but is no part of it
    } else {
      break;
    }
  }
  while (out.begin < t && token(out.begin).upos == Upos::PUNCT) ++out.begin;
  return out;
}

int32_t TreeView::subject(uint32_t predicate) const {
  int32_t at = static_cast<int32_t>(predicate);
  for (int steps = 0; at != kNone && steps < 4; ++steps) {
    const int32_t own =
        child(static_cast<uint32_t>(at), {Deprel::nsubj, Deprel::nsubj_pass, Deprel::csubj, Deprel::csubj_pass});
    if (own != kNone) return own;
    const Token& t = token(static_cast<uint32_t>(at));
    if (t.deprel == Deprel::xcomp) {
      // "asked them to leave": the object of the verb above does it.
      const int32_t object_above = object(static_cast<uint32_t>(t.head));
      if (object_above != kNone && object_above < at) return object_above;
    } else if (t.deprel == Deprel::acl) {
      return t.head;  // "police deployed to Haiti"
    } else if (t.deprel != Deprel::conj && t.deprel != Deprel::advcl) {
      return kNone;
    }
    at = t.head;
  }
  return kNone;
}

int32_t TreeView::object(uint32_t predicate) const { return child(predicate, Deprel::obj); }

int32_t TreeView::agent(uint32_t predicate) const {
  const int32_t marked = child(predicate, Deprel::obl_agent);
  if (marked != kNone || !is_passive(predicate)) return marked;
  for (const uint32_t c : children(predicate)) {
    if (token(c).deprel != Deprel::obl || c < predicate) continue;
    const int32_t by = preposition(c);
    if (by != kNone && doc_.lemma(token(static_cast<uint32_t>(by))) == "by" && is_nominal(token(c).upos)) {
      return static_cast<int32_t>(c);
    }
  }
  return kNone;
}

bool TreeView::is_passive(uint32_t predicate) const {
  if (child(predicate, {Deprel::aux_pass, Deprel::nsubj_pass, Deprel::csubj_pass}) != kNone) return true;
  const Token& t = token(predicate);
  if (t.xpos != Xpos::VBN) return false;
  if (t.deprel == Deprel::acl) return true;  // "the house built there"
  // "was arrested and charged": the auxiliary stands with the first verb.
  return t.deprel == Deprel::conj && child(predicate, {Deprel::aux, Deprel::nsubj}) == kNone && t.head != kNone &&
         is_passive(static_cast<uint32_t>(t.head));
}

bool TreeView::is_negated(uint32_t predicate) const {
  for (const uint32_t c : children(predicate)) {
    const std::string_view lemma = doc_.lemma(token(c));
    if (lemma == "not" || lemma == "never" || lemma == "n't") return true;
    if (lemma == "no" && token(c).deprel == Deprel::det) return true;
    if (lemma == "long" && child(c, Deprel::advmod) != kNone &&
        doc_.lemma(token(static_cast<uint32_t>(child(c, Deprel::advmod)))) == "no") {
      return true;
    }
  }
  return false;
}

std::string_view TreeView::modal(uint32_t predicate) const {
  for (const uint32_t c : children(predicate)) {
    if (token(c).deprel == Deprel::aux && token(c).xpos == Xpos::MD) return doc_.lemma(token(c));
  }
  const Token& t = token(predicate);
  if (t.deprel == Deprel::xcomp && t.head != kNone && token(static_cast<uint32_t>(t.head)).xpos == Xpos::VBG &&
      doc_.lemma(token(static_cast<uint32_t>(t.head))) == "go") {
    return doc_.lemma(token(static_cast<uint32_t>(t.head)));
  }
  if (t.deprel == Deprel::conj && t.head != kNone && child(predicate, {Deprel::aux, Deprel::nsubj}) == kNone) {
    return modal(static_cast<uint32_t>(t.head));
  }
  return {};
}

int32_t TreeView::finite(uint32_t predicate) const {
  for (const uint32_t c : children(predicate)) {
    const Deprel r = token(c).deprel;
    if ((r == Deprel::aux || r == Deprel::aux_pass || r == Deprel::cop) && is_finite(token(c).xpos))
      return static_cast<int32_t>(c);
  }
  return is_finite(token(predicate).xpos) ? static_cast<int32_t>(predicate) : kNone;
}

}  // namespace dateline
