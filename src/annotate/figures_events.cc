#include "annotate/figures_events.h"

#include <algorithm>

namespace dateline {
namespace {

constexpr uint32_t kFar = 100;         // does not govern
constexpr uint32_t kTollReach = 4;     // sentences back to the event of a toll
constexpr uint32_t kBesideTokens = 6;  // words between an event's word and a number beside it
// Costs; the least one wins. A step in the tree costs 1.
constexpr uint32_t kBeside = 1, kGoverned = 2, kOtherVerb = 3, kSameClause = 7, kLoose = 20;

class EventChoice {
 public:
  EventChoice(const Document& doc, const Sentence& sentence, const Figure& figure)
      : doc_(doc), sentence_(sentence), figure_(figure) {
    const IndexRange own = doc.tokens_in(figure.span);
    begin_ = own.begin;
    end_ = own.end;
    number_ = own.begin;
    for (uint32_t t = own.begin; t < own.end; ++t) {
      if (doc.tokens[t].upos == Upos::NUM || doc.tokens[t].upos == Upos::SYM) {
        number_ = t;
        break;
      }
    }
    if (figure.counted.begin >= figure.span.begin) end_ = std::max(end_, doc.tokens_in(figure.counted).end);
  }

  int32_t find() const {
    if (of_a_source() || shifts_time()) return kNone;
    if (const int32_t lasted = what_lasted(); lasted != kNone) return lasted;
    const auto from = std::partition_point(doc_.events.begin(), doc_.events.end(),
                                           [&](const EventMention& e) { return e.span.end <= sentence_.span.begin; });
    int32_t best = kNone;
    uint64_t least = ~0ull;
    for (auto e = from; e != doc_.events.end() && e->span.begin < sentence_.span.end; ++e) {
      const uint64_t c = begin_ == end_ ? kLoose : cost(e->token);
      if (c == kFar) continue;
      const uint64_t whole = c * 100000 + gap(e->span);
      if (whole < least) {
        least = whole;
        best = static_cast<int32_t>(e - doc_.events.begin());
      }
    }
    return best;
  }

 private:
  const Token& tok(uint32_t t) const { return doc_.tokens[t]; }

  // "according to four officials": who says so, not what happened.
  bool of_a_source() const {
    return begin_ >= sentence_.tokens.begin + 2 && word(begin_ - 1) == "to" &&
           (word(begin_ - 2) == "according" || word(begin_ - 2) == "According");
  }

  // "six weeks after the first", "five days later": when, not how long.
  bool shifts_time() const {
    if (figure_.unit.empty() || !figure_.counted.empty() || begin_ == end_ || end_ >= sentence_.tokens.end)
      return false;
    if (figure_.unit.view() == "percent") return false;
    for (std::string_view w : {"after", "before", "later", "earlier", "ago"}) {
      if (word(end_) == w) return true;
    }
    return false;
  }

  // "the truce, which was to enter force on Friday and last for three days": the nearest event's noun before.
  int32_t what_lasted() const {
    if (begin_ < sentence_.tokens.begin + 2 || figure_.unit.empty() || begin_ == end_) return kNone;
    const uint32_t verb = word(begin_ - 1) == "for" ? begin_ - 2 : begin_ - 1;
    // The tagger often takes "last" for the adjective.
    if (doc_.lemma(tok(verb)) != "last" || (tok(verb).upos != Upos::VERB && verb + 1 == begin_)) return kNone;
    int32_t nearest = kNone;
    for (size_t e = 0; e < doc_.events.size() && doc_.events[e].span.begin < tok(verb).span.begin; ++e) {
      if (doc_.events[e].span.begin >= sentence_.span.begin && tok(doc_.events[e].token).upos == Upos::NOUN)
        nearest = static_cast<int32_t>(e);
    }
    // "signed a truce after a war that lasted three years": the war, or nothing.
    if (nearest != kNone && verb >= 2 && relative(verb - 1) && tok(verb - 2).upos == Upos::NOUN &&
        doc_.events[static_cast<size_t>(nearest)].token != verb - 2)
      return kNone;
    return nearest;
  }

  uint32_t gap(Span e) const {
    const Span f = figure_.span;
    return e.begin >= f.end ? e.begin - f.end : f.begin >= e.end ? f.begin - e.end : 0;
  }

  uint32_t cost(uint32_t trigger) const {
    if (beside(trigger)) return kBeside;
    const uint32_t steps = governed(trigger);
    const bool same = same_clause(trigger);
    if (steps != kFar && !(same && steps > kSameClause)) return steps;
    if (same) return kSameClause;
    if (hangs_on_counted(trigger)) return kSameClause;
    return another_clause(trigger) ? kFar : kLoose;
  }

  // Right beside, whatever the tree says: "three-day truce", "the death of two suspects", "killed at least 14 people",
  // "two leaders discussed".
  bool beside(uint32_t trigger) const {
    const bool verb = tok(trigger).upos == Upos::VERB;
    if (trigger >= end_) {
      if (trigger - end_ > kBesideTokens) return false;
      for (uint32_t t = end_; t < trigger; ++t) {
        const Upos u = tok(t).upos;
        const bool passes = verb ? u == Upos::AUX || u == Upos::ADV || u == Upos::PART || relative(t)
                                 : u == Upos::ADJ || u == Upos::NOUN || u == Upos::NUM || hyphen(t);
        if (!passes) return false;
      }
      return verb ? !figure_.counted.empty() && tok(trigger).xpos != Xpos::VBG : figure_.counted.empty();
    }
    // What is counted: "12 attacks"; not "thousands of rain-soaked admirers".
    if (trigger >= begin_) return tok(trigger).upos == Upos::NOUN && !(trigger + 1 < end_ && hyphen(trigger + 1));
    if (begin_ - trigger > kBesideTokens) return false;
    uint32_t prepositions = 0;
    for (uint32_t t = trigger + 1; t < begin_; ++t) {
      const Upos u = tok(t).upos;
      if (u == Upos::ADP) {
        if (time_preposition(t) || ++prepositions > 1) return false;
      } else if (u != Upos::DET && u != Upos::ADV && u != Upos::SYM && u != Upos::ADJ) {
        return false;
      }
    }
    if (verb) return prepositions == 0;
    // Behind "of" and the like the noun's own; else where the tree does not give it to another event.
    return prepositions == 1 && (word(trigger + 1) == "of" || !taken_by_verb(trigger));
  }

  // "met after the talks with five ministers": the number's phrase hangs on a verb that tells of an event itself.
  bool taken_by_verb(uint32_t trigger) const {
    int32_t t = static_cast<int32_t>(number_);
    for (uint32_t steps = 0; t != kNone && steps < 4; ++steps) {
      if (static_cast<uint32_t>(t) == trigger) return false;
      if (tok(static_cast<uint32_t>(t)).upos == Upos::VERB) return is_trigger(static_cast<uint32_t>(t));
      t = tok(static_cast<uint32_t>(t)).head;
    }
    return false;
  }
  bool is_trigger(uint32_t token) const {
    const auto at = std::partition_point(doc_.events.begin(), doc_.events.end(),
                                         [&](const EventMention& e) { return e.span.end <= tok(token).span.begin; });
    for (auto e = at; e != doc_.events.end() && e->span.begin <= tok(token).span.begin; ++e) {
      if (e->token == token) return true;
    }
    return false;
  }

  std::string_view word(uint32_t t) const { return doc_.words(tok(t)); }
  bool hyphen(uint32_t t) const { return word(t) == "-" || word(t) == "–"; }
  bool relative(uint32_t t) const { return word(t) == "who" || word(t) == "that" || word(t) == "which"; }
  bool time_preposition(uint32_t t) const {
    for (std::string_view w : {"after", "before", "since", "during", "until", "within", "amid", "despite"}) {
      if (word(t) == w) return true;
    }
    return false;
  }

  // Steps up from the number to the trigger, verbs between that tell of something else made dear.
  uint32_t governed(uint32_t trigger) const {
    uint32_t out = kGoverned;
    int32_t t = static_cast<int32_t>(number_);
    for (uint32_t steps = 0; t != kNone && steps < 12; ++steps) {
      const auto at = static_cast<uint32_t>(t);
      if (at == trigger) return out;
      out += 1;
      if (tok(at).upos == Upos::VERB && tok(at).deprel != Deprel::xcomp) {
        // "signed the plan, which could cost $5 million", "paid taxes and made gifts of $5 million": another's.
        if (tok(at).deprel == Deprel::acl_relcl || tok(at).deprel == Deprel::conj) return kFar;
        // "sued for a pill that works if taken within five days": nothing that the suit did.
        if (tok(at).deprel == Deprel::advcl && has_mark(at)) return kFar;
        out += kOtherVerb;
      }
      t = tok(at).head;
    }
    return kFar;
  }
  // "if", "when", "although" before the verb.
  bool has_mark(uint32_t verb) const {
    for (uint32_t t = verb; t > sentence_.tokens.begin && verb - t < 12; --t) {
      if (tok(t - 1).head == static_cast<int32_t>(verb) && tok(t - 1).upos == Upos::SCONJ) return true;
    }
    return false;
  }

  // The verb whose clause the token stands in, itself if it is one; kNone in a sentence without.
  int32_t clause_of(uint32_t token) const {
    int32_t t = static_cast<int32_t>(token);
    for (uint32_t steps = 0; t != kNone && steps < 24; ++steps) {
      if (tok(static_cast<uint32_t>(t)).upos == Upos::VERB) return t;
      t = tok(static_cast<uint32_t>(t)).head;
    }
    return kNone;
  }

  // "implement his ban against six nations": an event's noun beside the number under one verb.
  bool same_clause(uint32_t trigger) const {
    if (tok(trigger).upos == Upos::VERB) return false;
    const int32_t own = clause_of(number_);
    return own != kNone && own == clause_of(trigger);
  }

  // "One Democrat who opposed her", "three men arrested and charged": the clause hangs on what is counted; not "at
  // least one parent: John Smith, whose son was killed", "a one-in-three chance of winning after taking the lead".
  bool hangs_on_counted(uint32_t trigger) const {
    const int32_t noun = tok(number_).head;
    int32_t t = static_cast<int32_t>(trigger);
    for (uint32_t steps = 0; t != kNone && steps < 3; ++steps) {
      if (t == noun || static_cast<uint32_t>(t) == number_) return true;
      const Deprel d = tok(static_cast<uint32_t>(t)).deprel;
      for (uint32_t w = end_; steps == 0 && w < trigger; ++w) {
        if (word(w) == "whose") return false;
      }
      if (d == Deprel::appos || (d == Deprel::advcl && steps > 0)) return false;
      t = tok(static_cast<uint32_t>(t)).head;
    }
    return false;
  }

  // "She was $500,000 in debt when he died": the debt is no part of his death.
  bool another_clause(uint32_t trigger) const {
    const int32_t own = clause_of(number_), its = clause_of(trigger);
    return own != kNone && its != kNone && own != its;
  }

  const Document& doc_;
  const Sentence& sentence_;
  const Figure& figure_;
  uint32_t begin_ = 0, end_ = 0, number_ = 0;
};

// "Eleven people were killed when a ferry sank": the dead are the sinking's, if the sentence tells of one such event.
int32_t cause_of(const Document& doc, int32_t event) {
  const EventMention& death = doc.events[static_cast<size_t>(event)];
  if (death.type != Label("x-death")) return event;
  int32_t cause = kNone;
  for (size_t e = 0; e < doc.events.size(); ++e) {
    const EventMention& other = doc.events[e];
    if (other.sentence != death.sentence || other.status != EventStatus::happened) continue;
    if (other.type != Label("x-accident") && other.type != Label("x-disaster")) continue;
    if (cause != kNone) return event;
    cause = static_cast<int32_t>(e);
  }
  return cause == kNone ? event : cause;
}

// The dead, the injured and all of both.
bool of_harm(const Figure& f) {
  const std::string_view what = f.attribute.view();
  return what.starts_with("killed") || what.starts_with("injured") || what.starts_with("casualties");
}

bool can_have(const EventMention& e, const Figure& f) {
  const std::string_view type = e.type.view();
  if (f.change == FigureChange::fixed) return type == "x-disaster";
  return type == "ASSAULT" || type == "x-disaster" || type == "x-accident" || type == "x-conflict" || type == "x-death";
}

}  // namespace

int32_t event_of_figure(const Document& doc, const Sentence& sentence, const Figure& figure) {
  return EventChoice(doc, sentence, figure).find();
}

void tolls_of_events(Document& doc, const std::vector<FigureNotes>& notes) {
  for (size_t i = 0; i < doc.figures.size(); ++i) {
    Figure& f = doc.figures[i];
    if (f.change == FigureChange::plain) continue;
    const int32_t told = f.event == kNone ? kNone : cause_of(doc, f.event);
    f.event = told;
    // "was arrested as the death toll rose to 370": the dead are no arrest's, if there is an event that can have them.
    const bool strange = told != kNone && f.counted.empty() && !f.attribute.empty() && of_harm(f) &&
                         !can_have(doc.events[static_cast<size_t>(told)], f);
    if (told != kNone && !strange) continue;
    f.event = kNone;
    const Span sentence = doc.sentences[notes[i].sentence].span;
    // "Every year 300 people are killed here": of no one event.
    const bool habit = std::any_of(doc.times.begin(), doc.times.end(), [&](const Timex& t) {
      return t.type == TimexType::SET && sentence.contains(t.span);
    });
    if (habit) continue;
    for (size_t e = doc.events.size(); e > 0 && f.event == kNone; --e) {
      const EventMention& event = doc.events[e - 1];
      if (event.span.begin >= sentence.end) continue;
      if (event.sentence + kTollReach < notes[i].sentence) break;
      if (can_have(event, f) && event.status == EventStatus::happened) f.event = static_cast<int32_t>(e - 1);
    }
    if (f.event == kNone && doc.main_event != kNone && can_have(doc.events[static_cast<size_t>(doc.main_event)], f))
      f.event = doc.main_event;
    if (f.event == kNone) f.event = told;
  }
}

}  // namespace dateline
