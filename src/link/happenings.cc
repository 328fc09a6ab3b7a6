#include "link/happenings.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/load_shared.h"
#include "base/strings.h"
#include "base/table.h"
#include "text/sorted_table.h"

namespace dateline {

struct HappeningReader::Lexicon {
  SortedTable words;
  std::set<std::pair<char, std::string>, std::less<>> never;  // by part of speech: v, n, a
};

Result<HappeningReader> HappeningReader::load(const Resources& resources) {
  return load_shared(HappeningReader(), &HappeningReader::lexicon_, [&](Lexicon& x) -> Status {
    TRY(x.words, SortedTable::load(resources, "link/happenings.tsv"));
    TRY(const Table never, Table::load(resources, "link/not_happenings.tsv"));
    TRY(const size_t pos, never.column("pos"));
    TRY(const size_t words, never.column("words"));
    for (size_t row = 0; row < never.rows(); ++row) {
      for (std::string_view word : variants(never.cell(row, words)))
        x.never.emplace(never.cell(row, pos).front(), std::string(word));
    }
    return kDone;
  });
}

namespace {

struct Entry {
  std::string root;
  std::array<uint16_t, 3> senses{};
};

// What the table has of a word as that part of speech.
bool look_up(const SortedTable& table, std::string_view word, char pos, Entry& entry) {
  for (std::string_view rows = table.rows(word); !rows.empty();) {
    const auto [key, kind, root, senses] = next_row<4>(rows);
    if (kind.size() != 1 || kind[0] != pos) continue;
    entry.root = root;
    entry.senses = {};
    size_t n = 0;
    for (std::string_view sense : split(senses, ' ')) {
      if (n < entry.senses.size()) std::from_chars(sense.data(), sense.data() + sense.size(), entry.senses[n++]);
    }
    return true;
  }
  return false;
}

// The verb of an inflected form that was tagged otherwise ("struck", "rehires", "wounded"); false where there is none.
bool verb_of_form(const SortedTable& table, const std::string& form, Entry& entry) {
  if (look_up(table, form, 'f', entry)) return look_up(table, std::string(entry.root), 'v', entry);
  static constexpr std::pair<std::string_view, std::string_view> kEndings[] = {
      {"ies", "y"}, {"ied", "y"}, {"es", ""}, {"s", ""}, {"ed", "e"}, {"ed", ""}, {"ing", "e"}, {"ing", ""}};
  for (const auto& [ending, instead] : kEndings) {
    if (!form.ends_with(ending) || form.size() < ending.size() + 3) continue;
    std::string verb = form.substr(0, form.size() - ending.size()) + std::string(instead);
    if (look_up(table, verb, 'v', entry)) return true;
    const size_t n = verb.size();
    if (instead.empty() && n > 3 && verb[n - 1] == verb[n - 2] && look_up(table, verb.substr(0, n - 1), 'v', entry))
      return true;  // "stopped"
  }
  return false;
}

bool helps(Deprel d) { return d == Deprel::aux || d == Deprel::aux_pass || d == Deprel::cop || d == Deprel::case_; }

// Whether nearly all long words of a sentence begin with a capital.
bool in_capitals(const Document& doc, const Sentence& sentence) {
  uint32_t capital = 0, small = 0;
  for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const std::string_view word = doc.words(doc.tokens[t]);
    if (word.size() < 4) continue;
    capital += is_upper(word.front());
    small += is_lower(word.front());
  }
  return capital > 1 && capital > 4 * small;
}

struct Reader {
  const Document& doc;
  const SortedTable& table;
  const std::set<std::pair<char, std::string>, std::less<>>& never;
  std::vector<int32_t> name;  // per token: the name mention that holds it, of more than one word

  bool is_never(char pos, const std::string& word) const { return never.contains(std::pair(pos, word)); }

  // A noun of the table, by its lemma or, where the lemmatiser went astray, by its form.
  bool noun(const std::string& lemma, const std::string& form, Entry& entry) const {
    for (const std::string& word : {lemma, form, form.ends_with('s') ? form.substr(0, form.size() - 1) : form}) {
      if (is_never('n', word)) return false;
      if (look_up(table, word, 'n', entry)) return true;
    }
    return false;
  }
  bool verb_form(const std::string& form, Entry& entry) const {
    return verb_of_form(table, form, entry) && !is_never('v', entry.root);
  }

  // Sets the root of a word that tells of something. `capitals`: in a sentence that is written like a headline.
  bool tells(uint32_t t, bool capitals, Entry& entry) const {
    const Token& token = doc.tokens[t];
    if (helps(token.deprel)) return false;
    const std::string lemma = ascii_lower(doc.lemma(token)), form = ascii_lower(doc.words(token));
    switch (token.upos) {
      case Upos::VERB:
        if (is_never('v', lemma)) return false;
        if (look_up(table, lemma, 'v', entry) || verb_of_form(table, form, entry)) return !is_never('v', entry.root);
        entry = {lemma, {}};
        return lemma.size() > 1 && is_lower(lemma.front());
      case Upos::PROPN:
        if (name[t] != kNone || form == doc.words(token)) return false;
        [[fallthrough]];
      case Upos::NOUN:
        if (noun(lemma, form, entry)) return true;
        // "Quake Kills 100": in headlines everything has a capital. Elsewhere a plural is no verb.
        if (token.upos == Upos::PROPN) return capitals && verb_form(form, entry);
        return (form.ends_with("ing") || look_up(table, form, 'f', entry)) && verb_form(form, entry);
      case Upos::ADJ:
        if (is_never('a', lemma)) return false;
        if (look_up(table, lemma, 'a', entry)) return true;
        return (form.ends_with("ed") || look_up(table, form, 'f', entry)) && verb_form(form, entry);
      default: return false;
    }
  }
};

}  // namespace

std::vector<Happening> HappeningReader::read(const Document& doc) const {
  Reader reader{doc, lexicon_->words, lexicon_->never, std::vector<int32_t>(doc.tokens.size(), kNone)};
  for (size_t m = 0; m < doc.mentions.size(); ++m) {
    const Mention& mention = doc.mentions[m];
    if (mention.form != MentionForm::name || mention.tokens.size() < 2) continue;
    for (uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) reader.name[t] = static_cast<int32_t>(m);
  }
  std::vector<int32_t> coded(doc.tokens.size(), kNone);
  for (size_t e = 0; e < doc.events.size(); ++e) {
    if (doc.events[e].token < coded.size()) coded[doc.events[e].token] = static_cast<int32_t>(e);
  }
  std::vector<Happening> out;
  for (const Sentence& sentence : doc.sentences) {
    const SectionKind kind = doc.section_of(sentence).kind;
    if (kind != SectionKind::headline && kind != SectionKind::body) continue;
    const bool capitals = kind == SectionKind::headline || in_capitals(doc, sentence);
    for (uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      Entry entry;
      if (!reader.tells(t, capitals, entry)) {
        if (coded[t] == kNone) continue;
        if (entry.root.empty()) entry.root = ascii_lower(doc.lemma(doc.tokens[t]));
      }
      out.push_back({t, std::move(entry.root), entry.senses, coded[t]});
    }
  }
  return out;
}

}  // namespace dateline
