#include "resolve/suspects.h"

namespace dateline {
namespace {

class Search {
 public:
  Search(const Document& doc, const PersonWords& words) : doc_(doc), words_(words) {}

  struct Called {
    bool suspect = false, attacker = false;
  };

  Called called(IndexRange name) const {
    Called out;
    const uint32_t head = head_of(name);
    const Token& token = doc_.tokens[head];
    if (name.begin > 0) take(out, name.begin - 1);  // "gunman John Reed"
    if (charged_beside(head)) out.suspect = true;
    if (token.head == kNone) return out;
    const Token& above = doc_.tokens[token.head];
    // "the gunman, John Reed, 19, fled"; in "… the gunman, Reed said" a verb comes after the name.
    if (token.deprel == Deprel::appos && (name.end >= doc_.tokens.size() || doc_.tokens[name.end].upos == Upos::PUNCT))
      take(out, token.head);
    const bool object = token.deprel == Deprel::nsubj_pass || token.deprel == Deprel::obj ||
                        (token.deprel == Deprel::nmod && above.upos == Upos::NOUN);  // "the arrest of John Reed"
    if (object && words_.is(PersonWords::kAccuse, doc_.lemma(above))) out.suspect = true;
    if (token.deprel == Deprel::nmod && name.begin > 0 && doc_.words(doc_.tokens[name.begin - 1]) == "as")
      take(out, token.head);
    // "identified the gunman as John Reed", "John Reed was identified as the gunman"
    if (doc_.lemma(above) == "identify" || doc_.lemma(above) == "name") {
      const int32_t s = doc_.sentence_at(token.span.begin);
      if (s == kNone) return out;
      const IndexRange all = doc_.sentences[s].tokens;
      for (uint32_t c = all.begin; c < all.end; ++c) {
        if (doc_.tokens[c].head == token.head && c != head) take(out, c);
      }
    }
    return out;
  }

 private:
  // "John Reed, 19, |charged| with murder"
  bool charged_beside(uint32_t head) const {
    const int32_t s = doc_.sentence_at(doc_.tokens[head].span.begin);
    if (s == kNone) return false;
    const IndexRange all = doc_.sentences[s].tokens;
    for (uint32_t c = head + 1; c < all.end; ++c) {
      const Token& token = doc_.tokens[c];
      if (token.head == static_cast<int32_t>(head) && token.deprel == Deprel::acl && token.xpos == Xpos::VBN &&
          words_.is(PersonWords::kAccuse, doc_.lemma(token)))
        return true;
    }
    return false;
  }

  uint32_t head_of(IndexRange tokens) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const int32_t head = doc_.tokens[t].head;
      if (head == kNone || !tokens.contains(static_cast<uint32_t>(head))) return t;
    }
    return tokens.end - 1;
  }

  void take(Called& out, uint32_t t) const {
    const Token& token = doc_.tokens[t];
    if (token.xpos == Xpos::NNS) return;
    const bool attacker = words_.is(PersonWords::kAttacker, doc_.lemma(token));
    out.attacker |= attacker;
    out.suspect |= attacker || words_.is(PersonWords::kSuspect, doc_.lemma(token));
  }

  const Document& doc_;
  const PersonWords& words_;
};

void one_only(int32_t& kept, bool& several, int32_t cluster) {
  if (kept != kNone && kept != cluster) several = true;
  kept = cluster;
}

}  // namespace

Suspects find_suspects(const Document& doc, const MentionClusters& clusters, const PersonWords& words) {
  const Search search(doc, words);
  Suspects out;
  bool suspects = false, attackers = false;
  for (size_t m = 0; m < doc.mentions.size(); ++m) {
    const Mention& mention = doc.mentions[m];
    if (mention.type != EntityType::person || clusters.of[m] == kNone || mention.tokens.empty()) continue;
    const Search::Called called = search.called(mention.tokens);
    if (called.suspect) one_only(out.suspect, suspects, clusters.of[m]);
    if (called.attacker) one_only(out.attacker, attackers, clusters.of[m]);
  }
  if (suspects) out.suspect = kNone;
  if (attackers) out.attacker = kNone;
  return out;
}

}  // namespace dateline
