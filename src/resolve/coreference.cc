#include "resolve/coreference.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"
#include "text/sorted_table.h"

namespace dateline {

Result<Coreference> Coreference::load(const Resources& resources) {
  Coreference c;
  TRY(c.titles_, Titles::load(resources));
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
      : rules_(rules), doc_(doc), clusters_(clusters) {}

  std::vector<Mention> run() {
    size_t next = 0;
    for (uint32_t s = 0; s < doc_.sentences.size(); ++s) {
      const Sentence& sentence = doc_.sentences[s];
      const SectionKind kind = doc_.section_of(sentence).kind;
      if (kind == SectionKind::boilerplate || kind == SectionKind::comment) continue;
      if (!seen_.empty() && doc_.sentences[seen_.back().sentence].section != sentence.section &&
          kind != SectionKind::body)
        seen_.clear();
      sentence_ = s;
      while (next < doc_.mentions.size() && doc_.mentions[next].span.end <= sentence.span.begin) ++next;
      for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end;) {
        if (next < doc_.mentions.size() && doc_.mentions[next].tokens.begin <= t) {
          const Mention& m = doc_.mentions[next];
          if (m.type == EntityType::person) see(clusters_.of[next], m.tokens);
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
  struct Seen {
    int32_t cluster;
    uint32_t sentence;
    IndexRange tokens;
    bool subject;
  };

  std::string_view word(uint32_t t) const { return doc_.words(doc_.tokens[t]); }

  void see(int32_t cluster, IndexRange tokens) { seen_.push_back({cluster, sentence_, tokens, is_subject(tokens)}); }

  // By the tree where there is one; else by word order: before any verb's object, not after a preposition, not "X's".
  bool is_subject(IndexRange tokens) const {
    for (uint32_t t = tokens.begin; t < tokens.end; ++t) {
      const Token& token = doc_.tokens[t];
      if (token.deprel == Deprel::nsubj || token.deprel == Deprel::nsubj_pass) return true;
    }
    const Token& head = doc_.tokens[tokens.end - 1];
    if (head.deprel != Deprel::dep) return false;
    if (tokens.end < doc_.tokens.size() && (word(tokens.end) == "'s" || word(tokens.end) == "’s")) return false;
    const uint32_t first = doc_.sentences[sentence_].tokens.begin;
    return tokens.begin < first + 8;
  }

  void add(uint32_t begin, uint32_t end, int32_t cluster, MentionForm form) {
    Mention m;
    m.tokens = {begin, end};
    m.span = {doc_.tokens[begin].span.begin, doc_.tokens[end - 1].span.end};
    m.type = clusters_.all[cluster].type;
    m.form = form;
    m.entity = cluster;
    out_.push_back(m);
    see(cluster, m.tokens);
  }

  // Looks for a reference that begins at t and ends before the next name; returns the tokens it took.
  uint32_t refer(uint32_t t, uint32_t last, uint32_t sentence_end) {
    const std::string_view w = word(t);
    if (w.size() > 7 || (!is_lower(w[0]) && !is_upper(w[0]))) return 1;
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
    for (const Seen& s : seen_) {
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
    for (auto it = seen_.rbegin(); it != seen_.rend(); ++it) {
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
    if (seen_.empty()) return kNone;
    const int32_t one = seen_.front().cluster;
    const bool alone = std::all_of(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.cluster == one; });
    return alone ? one : kNone;
  }

  uint32_t pronoun(uint32_t t, char sex) {
    // The subject of this sentence, else of the one before, else the only person there; at most three sentences back.
    auto fits = [&](const Seen& s) { return clusters_.all[s.cluster].sex == 0 || clusters_.all[s.cluster].sex == sex; };
    for (uint32_t back = 0; back <= 3 && back <= sentence_; ++back) {
      const uint32_t s = sentence_ - back;
      int32_t subject = kNone, any = kNone;
      bool several = false;
      for (const Seen& x : seen_) {
        if (x.sentence != s || !fits(x)) continue;
        if (x.subject && subject == kNone) subject = x.cluster;
        if (any != kNone && any != x.cluster) several = true;
        any = x.cluster;
      }
      const int32_t cluster = subject != kNone ? subject : several ? kNone : any;
      if (cluster != kNone) {
        if (clusters_.all[cluster].sex == 0) clusters_.all[cluster].sex = sex;
        add(t, t + 1, cluster, MentionForm::pronoun);
        return 1;
      }
      if (several) return 1;  // two people, neither the subject: not clear
    }
    return 1;
  }

  const Coreference& rules_;
  const Document& doc_;
  MentionClusters& clusters_;
  std::vector<Seen> seen_;
  std::vector<Mention> out_;
  uint32_t sentence_ = 0;
};

std::vector<Mention> Coreference::find(const Document& doc, MentionClusters& clusters) const {
  return CoreferencePass(*this, doc, clusters).run();
}

}  // namespace dateline
