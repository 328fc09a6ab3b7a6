// Which words tell of an event: frames held against the words and their arguments.
#include <algorithm>

#include "annotate/event_draft.h"
#include "annotate/event_needs.h"

namespace dateline {
namespace {

FramePos pos_of(Upos upos) {
  if (upos == Upos::VERB) return FramePos::verb;
  if (upos == Upos::NOUN || upos == Upos::PROPN) return FramePos::noun;
  return FramePos::adjective;
}

struct Finder {
  const EventGrammar& g;
  std::vector<bool> consumed;  // nouns that a verb's frame or name has taken
  std::vector<bool> loose;     // nouns that hang on what is really a verb
  std::vector<EventDraft> out;
  std::vector<Argument> arguments;

  const Frame* match(uint32_t token, FramePos pos) {
    for (uint32_t i : g.lex.words[g.word(token)].frames) {
      const Frame& frame = g.lex.frames[i];
      if (frame.pos == pos && fits(g, frame, arguments)) return &frame;
    }
    return nullptr;
  }

  // "won the vote", "won 54 percent of |the vote|"
  void consume_word(const FrameNeed& need, uint32_t token) {
    if (need.names(g.word(token))) consumed[token] = true;
    if (!counts_of(g, token)) return;
    g.each_child(token, [&](uint32_t c) {
      if (g.deprel(c) == Deprel::nmod && need.names(g.word(c))) consumed[c] = true;
    });
  }

  // "was found hanged": how he was found, which nobody did to him before the finder's eyes.
  bool told_by_finding(const FrameNeed& need) const {
    return std::any_of(arguments.begin(), arguments.end(), [&](const Argument& a) {
      return a.slot == need.slot && g.doc.tokens[a.head].xpos == Xpos::VBN && need.names(g.word(a.head));
    });
  }

  void consume(const Frame& frame) {
    const std::string_view type = frame.type.view();
    if (type == "REQUEST" || type == "ACCUSE" || type == "THREATEN" || type == "REJECT")
      return;  // about an event, not the event
    for (const FrameNeed& need : frame.needs) {
      if (need.negated || need.words.empty() || need.slot == kCcomp || need.slot == kSubj) continue;
      if (need.slot == kXcomp && !told_by_finding(need)) continue;
      for (const Argument& a : arguments) {
        if (a.slot == need.slot) consume_word(need, a.head);
      }
    }
    // "The earthquake struck": one event, told by verb and subject together.
    if (frame.type == Label("x-disaster")) {
      for (const Argument& a : arguments) {
        if (a.slot == kSubj) consumed[a.head] = true;
      }
    }
  }

  void add(uint32_t token, uint32_t node, uint32_t predicate, const Frame& frame, uint32_t sentence) {
    EventDraft draft;
    draft.frame = &frame;
    draft.node = node;
    draft.predicate = predicate;
    draft.arguments = arguments;
    draft.mention.token = token;
    draft.mention.sentence = sentence;
    draft.mention.type = frame.type;
    draft.mention.mode = frame.mode;
    draft.mention.span = g.doc.tokens[token].span;
    draft.mention.span.begin = g.doc.tokens[g.joined_from(token)].span.begin;
    if (frame.pos == FramePos::noun) {  // "phone call", "suicide bombing": the word that made the type belongs to it
      for (const FrameNeed& need : frame.needs) {
        if (need.negated || need.slot != kMod) continue;
        for (const Argument& a : arguments) {
          if (a.slot == kMod && a.head < token && token - a.head <= 2 && fits_need(g, need, a)) {
            draft.mention.span.begin = std::min(draft.mention.span.begin, g.doc.tokens[a.head].span.begin);
          }
        }
      }
    }
    out.push_back(std::move(draft));
  }

  void verbs(const Sentence& sentence, uint32_t index) {
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (consumed[t] || g.lex.words[g.word(t)].frames.empty()) continue;
      const FramePos pos = pos_of(g.upos(t));
      if (pos == FramePos::noun) continue;
      if (g.deprel(t) == Deprel::amod && pos == FramePos::verb)
        continue;  // "the united front", "the released hostages"
      if (g.deprel(t) == Deprel::aux || g.deprel(t) == Deprel::compound || g.deprel(t) == Deprel::case_) continue;
      g.verb_arguments(t, arguments);
      const Frame* frame = match(t, pos);
      if (!frame) continue;
      consume(*frame);
      add(t, t, t, *frame, index);
    }
  }

  // "Quake kills 100", "Blast rocks Beirut": a verb that the tagger took for the head of a compound. Taken back where a
  // frame names the word before it as its subject, or the sentence has no verb beside it.
  void misread_verbs(const Sentence& sentence, uint32_t index) {
    bool verbless = true;
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t)
      verbless = verbless && g.upos(t) != Upos::VERB && g.upos(t) != Upos::AUX;
    for (uint32_t t = sentence.tokens.begin + 1; t < sentence.tokens.end; ++t) {
      if (g.upos(t) != Upos::NOUN || g.lex.words[g.word(t)].frames.empty()) continue;
      const uint32_t before = t - 1;
      const bool compound = g.head(before) == static_cast<int32_t>(t) && g.deprel(before) == Deprel::compound;
      if (!compound && !is_part_behind(before, t)) continue;
      arguments.clear();
      arguments.push_back({kSubj, before});
      if (const int32_t object = object_after(t, sentence.tokens.end); object != kNone)
        arguments.push_back({kObj, static_cast<uint32_t>(object)});
      g.each_child(t, [&](uint32_t c) {
        if (c > t && g.preposition(c) != kNoSlot) arguments.push_back({g.preposition(c), c});
      });
      const bool participle = take_participle(t, sentence.tokens.end);
      const Frame* frame = match(t, FramePos::verb);
      if (!frame) continue;
      const bool subject_named = frame->asks_for(kSubj, g.word(before));
      const bool head = g.deprel(t) == Deprel::root || g.deprel(t) == Deprel::appos || g.deprel(t) == Deprel::parataxis;
      const bool by_preposition =
          participle && std::any_of(frame->needs.begin(), frame->needs.end(),
                                    [](const FrameNeed& need) { return need.slot >= kFirstPrep && !need.negated; });
      if (!subject_named && !by_preposition && !(verbless && head && arguments.size() > 1)) continue;
      consume(*frame);
      consumed[t] = true;
      if (!consumed[before]) loose[before] = true;
      add(t, t, t, *frame, index);
    }
  }

  // "Police |arrest| head of charity": two parts of one noun, or the first with the noun told beside it.
  bool is_part_behind(uint32_t before, uint32_t t) const {
    if (g.deprel(t) != Deprel::compound || g.head(t) <= static_cast<int32_t>(t)) return false;
    return g.head(before) == g.head(t) || g.head(static_cast<uint32_t>(g.head(t))) == static_cast<int32_t>(before);
  }

  // "adopted a statement calling for a truce": whoever adopted it calls, for what the preposition behind it governs.
  bool take_participle(uint32_t t, uint32_t end) {
    if (!g.doc.words(g.doc.tokens[t]).ends_with("ing") || t + 1 >= end || g.upos(t + 1) != Upos::ADP) return false;
    const int32_t governed = g.head(t + 1), verb = g.head(t);
    if (governed == kNone || static_cast<uint32_t>(governed) <= t) return false;
    arguments.erase(arguments.begin());  // the statement says nothing itself
    if (verb != kNone && g.deprel(t) == Deprel::obj) {
      if (const int32_t s = g.surface_subject(static_cast<uint32_t>(verb)); s != kNone)
        arguments.insert(arguments.begin(), {kSubj, static_cast<uint32_t>(s)});
    }
    const SlotId slot = g.preposition(static_cast<uint32_t>(governed));
    if (slot != kNoSlot) arguments.push_back({slot, static_cast<uint32_t>(governed)});
    return true;
  }

  // What a verb in the place of `t` would have as its object: a noun phrase right behind it.
  int32_t object_after(uint32_t t, uint32_t end) const {
    for (uint32_t i = t + 1; i < end && i <= t + 6; ++i) {
      const Upos u = g.upos(i);
      if (u == Upos::PROPN || u == Upos::NOUN || u == Upos::NUM) {
        const bool more = i + 1 < end && g.name_at(i) == kNone && (u == Upos::NUM || g.upos(i + 1) == Upos::NOUN) &&
                          (g.upos(i + 1) == Upos::NOUN || g.upos(i + 1) == Upos::ADJ);
        if (!more) return static_cast<int32_t>(i);
        continue;
      }
      if (u != Upos::DET && u != Upos::ADJ && g.doc.words(g.doc.tokens[i]) != "over") break;
    }
    return kNone;
  }

  // "launched its ground offensive": a noun that the tagger took for an adjective behind the noun before it.
  bool misread_noun(uint32_t t) const {
    if (g.upos(t) != Upos::ADJ || t == 0 || g.upos(t - 1) != Upos::NOUN) return false;
    const bool beside = g.head(t) == static_cast<int32_t>(t - 1) || g.head(t) == g.head(t - 1);
    return beside && g.deprel(t - 1) == Deprel::obj && verb_of_object(t) != kNone;
  }

  // The light verb whose object the word is, by its neighbour's place in the tree.
  int32_t verb_of_object(uint32_t t) const {
    const int32_t verb = g.head(t - 1);
    if (verb == kNone) return kNone;
    for (const LightVerb& light : g.lex.words[g.word(static_cast<uint32_t>(verb))].lights) {
      if (light.slot == kObj && light.subject == LightSubject::acts) return verb;
    }
    return kNone;
  }

  void take_subject(uint32_t verb) {
    if (const int32_t s = g.surface_subject(verb); s != kNone && !g.passive(verb))
      arguments.push_back({kSubj, static_cast<uint32_t>(s)});
    std::vector<Argument> own;
    g.verb_arguments(verb, own);
    for (const Argument& a : own) {
      if (a.slot >= kFirstPrep) arguments.push_back(a);
    }
  }

  // `topics`: a noun in front of another counts as well ("Turkey earthquake live updates").
  void nouns(const Sentence& sentence, uint32_t index, bool topics) {
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (consumed[t] || g.lex.words[g.word(t)].frames.empty()) continue;
      if (g.upos(t) != Upos::NOUN && g.upos(t) != Upos::PROPN && !misread_noun(t)) continue;
      // A capital in the body makes a name of it ("Ban told reporters"); headlines capitalise everything.
      if (g.upos(t) == Upos::PROPN && g.doc.section_of(sentence).kind == SectionKind::body &&
          t != sentence.tokens.begin && g.doc.text[g.doc.tokens[t].span.begin] >= 'A' &&
          g.doc.text[g.doc.tokens[t].span.begin] <= 'Z')
        continue;
      // Inside a longer name ("Peace Talks Foundation") a noun tells of nothing; a name that ends in it may
      // ("the Boston Marathon bombing").
      const int32_t name = g.name_at(t);
      if (name != kNone && g.doc.mentions[name].tokens.size() > 1) continue;
      uint32_t node = t;
      const Deprel d = g.deprel(t);
      const bool part = d == Deprel::compound || d == Deprel::amod || d == Deprel::flat;
      if (part && !loose[t] && g.upos(t) != Upos::ADJ) {  // misread adjectives are the noun themselves
        const int32_t h = g.head(t);
        if (h == kNone) continue;
        if (g.lex.words[g.word(h)].container) {
          node = static_cast<uint32_t>(h);
        } else if (!topics || d != Deprel::compound) {
          continue;
        }
      }
      g.noun_arguments(node, arguments);
      if (node != t) {
        std::vector<Argument> own;
        g.each_child(t, [&](uint32_t c) {
          if (g.deprel(c) == Deprel::compound || g.deprel(c) == Deprel::amod) own.push_back({kMod, c});
        });
        arguments.insert(arguments.end(), own.begin(), own.end());
      }
      const Frame* frame = match(t, FramePos::noun);
      if (!frame || (topics && frame->weak)) continue;
      LightSubject subject = LightSubject::none;
      int32_t light = g.light_verb(node, subject);
      if (light == kNone && g.upos(t) == Upos::ADJ) {
        light = verb_of_object(t);
        if (light != kNone) take_subject(static_cast<uint32_t>(light));
      }
      if (light != kNone) {  // the verb's own event, if it made one, gives way: "launched an attack"
        const bool strong_verb = std::any_of(out.begin(), out.end(), [&](const EventDraft& d2) {
          return d2.node == static_cast<uint32_t>(light) && keeps(*d2.frame);
        });
        if (!strong_verb)
          std::erase_if(out, [&](const EventDraft& d2) { return d2.node == static_cast<uint32_t>(light); });
      }
      add(t, node, light == kNone ? node : static_cast<uint32_t>(light), *frame, index);
    }
  }

  // Speech acts and the like stay beside the event that they are about: "threatened an attack", "called off talks".
  static bool keeps(const Frame& frame) {
    const std::string_view type = frame.type.view();
    return type == "THREATEN" || type == "REQUEST" || type == "AGREE" || type == "REJECT" || type == "SANCTION" ||
           type == "ACCUSE" || type == "CONCEDE" || type == "ASSAULT";
  }

  void run() {
    for (uint32_t i = 0; i < g.doc.sentences.size(); ++i) {
      const Sentence& sentence = g.doc.sentences[i];
      const SectionKind kind = g.doc.section_of(sentence).kind;
      if (kind != SectionKind::headline && kind != SectionKind::body) continue;
      const size_t before = out.size();
      verbs(sentence, i);
      misread_verbs(sentence, i);
      nouns(sentence, i, false);
      if (kind == SectionKind::headline && out.size() == before) nouns(sentence, i, true);
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const EventDraft& a, const EventDraft& b) { return a.mention.token < b.mention.token; });
  }
};

}  // namespace

std::vector<EventDraft> find_triggers(const EventGrammar& g) {
  Finder finder{
      g, std::vector<bool>(g.doc.tokens.size(), false), std::vector<bool>(g.doc.tokens.size(), false), {}, {}};
  finder.run();
  return std::move(finder.out);
}

}  // namespace dateline
