#include "resolve/coreference.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"
#include "resolve/antecedents.h"
#include "resolve/suspects.h"
#include "text/sorted_table.h"

namespace dateline {

Result<Coreference> Coreference::load(const Resources& resources) {
  Coreference c;
  TRY(c.titles_, Titles::load(resources));
  TRY(c.words_, PersonWords::load(resources));
  TRY(Table table, Table::load(resources, "names/nominals.tsv"));
  for (size_t r = 0; r < table.rows(); ++r)
    c.nominals_.push_back({name_key(table.cell(r, 0)), variants(table.cell(r, 1))});
  std::sort(c.nominals_.begin(), c.nominals_.end(), [](const Nominal& a, const Nominal& b) { return a.key < b.key; });
  return c;
}

// One walk through a document: names seen so far, in order, and what refers back to them.
class CoreferencePass {
 public:
  CoreferencePass(const Coreference& rules, const Document& doc, MentionClusters& clusters)
      : rules_(rules), doc_(doc), clusters_(clusters), people_(doc, clusters, rules.words_) {}

  std::vector<Mention> run() {
    suspects_ = find_suspects(doc_, clusters_, rules_.words_);
    size_t next = 0;
    for (uint32_t s = 0; s < doc_.sentences.size(); ++s) {
      const Sentence& sentence = doc_.sentences[s];
      const SectionKind kind = doc_.section_of(sentence).kind;
      if (kind == SectionKind::boilerplate || kind == SectionKind::comment) continue;
      if (!seen().empty() && doc_.sentences[seen().back().sentence].section != sentence.section &&
          kind != SectionKind::body)
        people_.forget();
      sentence_ = s;
      while (next < doc_.mentions.size() && doc_.mentions[next].span.end <= sentence.span.begin) ++next;
      people_.begin_sentence(s, next);
      for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end;) {
        if (next < doc_.mentions.size() && doc_.mentions[next].tokens.begin <= t) {
          const Mention& m = doc_.mentions[next];
          if (m.type == EntityType::person) people_.see(clusters_.of[next], m.tokens);
          t = std::max(t + 1, m.tokens.end);
          ++next;
          continue;
        }
        const uint32_t last = next < doc_.mentions.size()
                                  ? std::min(sentence.tokens.end, doc_.mentions[next].tokens.begin)
                                  : sentence.tokens.end;
        t += std::max(1u, refer(t, last, sentence.tokens.end));
      }
    }
    return std::move(out_);
  }

 private:
  std::string_view word(uint32_t t) const { return doc_.words(doc_.tokens[t]); }
  const std::vector<Antecedents::Seen>& seen() const { return people_.seen(); }

  void add(uint32_t begin, uint32_t end, int32_t cluster, MentionForm form) {
    Mention m;
    m.tokens = {begin, end};
    m.span = {doc_.tokens[begin].span.begin, doc_.tokens[end - 1].span.end};
    m.type = clusters_.all[cluster].type;
    m.form = form;
    m.entity = cluster;
    out_.push_back(m);
    people_.see(cluster, m.tokens);
  }

  // Looks for a reference that begins at t and ends before the next name; returns the tokens it took.
  uint32_t refer(uint32_t t, uint32_t last, uint32_t sentence_end) {
    const std::string_view w = word(t);
    if (w.size() > 7 || std::string_view("tThHsS").find(w[0]) == std::string_view::npos) return 1;
    const std::string lower = ascii_lower(w);
    if (lower == "the" && t + 1 < last) return definite(t, last, sentence_end);
    if (lower == "he" || lower == "his" || lower == "him" || lower == "himself") return pronoun(t, 'm');
    if (lower == "she" || lower == "her" || lower == "hers" || lower == "herself") return pronoun(t, 'f');
    return 1;
  }

  uint32_t definite(uint32_t t, uint32_t last, uint32_t sentence_end) {
    const std::string next = ascii_lower(word(t + 1));
    if ((next == "former" || next == "latter") && alone(t + 2, sentence_end)) {
      if (const int32_t cluster = of_two(next == "former"); cluster != kNone)
        add(t, t + 2, cluster, MentionForm::nominal);
      return 2;
    }
    if (const uint32_t taken = suspect(t, last); taken > 0) return taken;
    // "the Kenyan president": one word may stand between.
    for (uint32_t skip = 0; skip < 2 && t + 1 + skip < last; ++skip) {
      const uint32_t from = t + 1 + skip;
      if (skip == 1 && !is_upper(word(t + 1)[0])) break;
      for (uint32_t n = std::min(4u, last - from); n > 0; --n) {
        const std::string key =
            name_key(doc_.words(Span{doc_.tokens[from].span.begin, doc_.tokens[from + n - 1].span.end}));
        std::vector<std::string_view> offices;
        auto it = std::lower_bound(rules_.nominals_.begin(), rules_.nominals_.end(), key,
                                   [](const auto& x, const std::string& k) { return x.key < k; });
        if (it != rules_.nominals_.end() && it->key == key)
          offices = it->offices;
        else if (const Title* title = rules_.titles_.find(key);
                 title && title->kind != TitleKind::honorific && key.size() > 1)
          offices = {title->office};
        if (offices.empty()) continue;
        const uint32_t end = from + n;
        if (is_modifier(end - 1)) return n + 1 + skip;  // "the Republican nominee"
        // A title that stands before a name, or goes on, is no mention of its own.
        if (end < sentence_end && (end == last && last < sentence_end)) return n + 1 + skip;
        if (end < sentence_end && (word(end) == "of" || word(end) == "for" || word(end) == "-" || word(end) == "'s" ||
                                   is_upper(word(end)[0]))) {
          if (word(end) != "'s") return n + 1 + skip;
        }
        if (const int32_t cluster = holder(offices); cluster != kNone) add(t, end, cluster, MentionForm::nominal);
        return n + 1 + skip;
      }
    }
    return 1;
  }

  // Whether the word only qualifies a noun behind it.
  bool is_modifier(uint32_t t) const {
    const Token& token = doc_.tokens[t];
    return (token.deprel == Deprel::amod || token.deprel == Deprel::compound) && token.head > static_cast<int32_t>(t);
  }

  // "the suspect", "the alleged gunman", where the report has one; not "the suspect in the 2015 case".
  uint32_t suspect(uint32_t t, uint32_t last) {
    for (uint32_t noun = t + 1; noun < std::min(t + 3, last); ++noun) {
      const Token& token = doc_.tokens[noun];
      const bool attacker = rules_.words_.is(PersonWords::kAttacker, doc_.lemma(token));
      if (!attacker && !rules_.words_.is(PersonWords::kSuspect, doc_.lemma(token))) continue;
      const int32_t cluster = attacker ? suspects_.attacker : suspects_.suspect;
      if (cluster == kNone || token.xpos == Xpos::NNS || token.deprel == Deprel::compound || told_apart(noun)) return 0;
      add(t, noun + 1, cluster, MentionForm::nominal);
      return noun + 1 - t;
    }
    return 0;
  }

  // Whether something that hangs on the noun, or a name beside it, says which one is meant.
  bool told_apart(uint32_t noun) const {
    const IndexRange tokens = doc_.sentences[sentence_].tokens;
    for (uint32_t c = tokens.begin; c < tokens.end; ++c) {
      const Token& token = doc_.tokens[c];
      if (token.head != static_cast<int32_t>(noun)) continue;
      if (token.deprel == Deprel::nmod || token.deprel == Deprel::acl || token.deprel == Deprel::acl_relcl ||
          token.deprel == Deprel::appos || token.deprel == Deprel::flat || token.upos == Upos::PROPN)
        return true;
    }
    return noun + 1 < tokens.end && is_upper(word(noun + 1)[0]);
  }

  // Whether "the former" ends a noun phrase here: "the former said" and not "the former president".
  bool alone(uint32_t t, uint32_t sentence_end) const {
    if (t >= sentence_end) return true;
    const Token& token = doc_.tokens[t];
    if (token.upos != Upos::X)
      return token.upos != Upos::NOUN && token.upos != Upos::ADJ && token.upos != Upos::PROPN &&
             token.upos != Upos::NUM;
    const std::string_view w = word(t);
    return !is_lower(w[0])
               ? !is_upper(w[0])
               : w.ends_with("ed") || w == "is" || w == "was" || w == "has" || w == "had" || w == "said" || w == "will";
  }

  int32_t of_two(bool former) const {
    std::vector<int32_t> people;
    for (const Antecedents::Seen& s : seen()) {
      if (s.sentence != sentence_) continue;
      if (std::find(people.begin(), people.end(), s.cluster) == people.end()) people.push_back(s.cluster);
    }
    return people.size() == 2 ? people[former ? 0 : 1] : kNone;
  }

  // Who holds one of the offices: the last spoken of, or the only one of whom the report says so.
  int32_t holder(const std::vector<std::string_view>& offices) const {
    auto holds = [&](int32_t c) {
      for (const Title* title : clusters_.all[c].titles) {
        for (std::string_view office : offices) {
          if (title->office == office) return true;
          // "the minister" may be a foreign minister, but "the president" is no vice president.
          if (title->office.ends_with(office) || title->office.starts_with(office)) {
            if (title->office.find("vice") == std::string_view::npos &&
                title->office.find("deputy") == std::string_view::npos)
              return true;
          }
        }
      }
      return false;
    };
    for (auto it = seen().rbegin(); it != seen().rend(); ++it) {
      if (holds(it->cluster)) return it->cluster;
    }
    // Nobody spoken of so far is said to hold it: the only one there is, if the report gives them no office.
    if (const int32_t alone = only_one_spoken_of(); alone != kNone && clusters_.all[alone].titles.empty()) return alone;
    int32_t only = kNone;
    for (uint32_t c = 0; c < clusters_.all.size(); ++c) {
      if (clusters_.all[c].type != EntityType::person || !holds(static_cast<int32_t>(c))) continue;
      if (only != kNone) return kNone;
      only = static_cast<int32_t>(c);
    }
    return only;
  }

  int32_t only_one_spoken_of() const {
    if (seen().empty()) return kNone;
    const int32_t one = seen().front().cluster;
    const bool alone =
        std::all_of(seen().begin(), seen().end(), [&](const Antecedents::Seen& s) { return s.cluster == one; });
    return alone ? one : kNone;
  }

  uint32_t pronoun(uint32_t t, char sex) {
    const int32_t cluster = people_.of_pronoun(t, sex);
    if (cluster == kNone) return 1;
    if (clusters_.all[cluster].sex == 0) clusters_.all[cluster].sex = sex;
    add(t, t + 1, cluster, MentionForm::pronoun);
    return 1;
  }

  const Coreference& rules_;
  const Document& doc_;
  MentionClusters& clusters_;
  Antecedents people_;
  Suspects suspects_;
  std::vector<Mention> out_;
  uint32_t sentence_ = 0;
};

std::vector<Mention> Coreference::find(const Document& doc, MentionClusters& clusters) const {
  return CoreferencePass(*this, doc, clusters).run();
}

}  // namespace dateline
