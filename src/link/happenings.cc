#include "link/happenings.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>

#include "base/load_shared.h"
#include "base/strings.h"
#include "base/table.h"
#include "text/sorted_table.h"

namespace dateline {

struct HappeningReader::Lexicon {
  SortedTable words;
  std::set<std::pair<char, std::string>, std::less<>> never;  // by part of speech: v, n, a
  std::map<std::string, Meanings, std::less<>> alike;         // by root: the rows that have it
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
    TRY(const Table alike, Table::load(resources, "link/alike.tsv"));
    TRY(const size_t roots, alike.column("words"));
    for (size_t row = 0; row < alike.rows(); ++row) {
      for (std::string_view word : variants(alike.cell(row, roots))) {
        Meanings& rows = x.alike[std::string(word)];
        const auto free = std::find(rows.begin(), rows.end(), 0);
        if (free != rows.end()) *free = static_cast<uint16_t>(row + 1);
      }
    }
    return kDone;
  });
}

namespace {

struct Entry {
  std::string root;
  Meanings senses{};
};

Meanings numbers(std::string_view cell) {
  Meanings out{};
  size_t n = 0;
  for (std::string_view number : split(cell, ' ')) {
    if (n < out.size()) std::from_chars(number.data(), number.data() + number.size(), out[n++]);
  }
  return out;
}

// What the table has of a word as that part of speech.
bool look_up(const SortedTable& table, std::string_view word, char pos, Entry& entry) {
  for (std::string_view rows = table.rows(word); !rows.empty();) {
    const auto [key, kind, root, senses] = next_row<4>(rows);
    if (kind.size() != 1 || kind[0] != pos) continue;
    entry = {std::string(root), numbers(senses)};
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

  // An adjective of what was done ("dead", "guilty").
  bool done(const std::string& lemma, Entry& entry) const {
    return !is_never('a', lemma) && look_up(table, lemma, 'a', entry);
  }
  // Whether a word ends a name of what is nobody and nowhere: "Winter Meetings", "Missouri Valley Tournament".
  bool of_event(uint32_t t) const {
    const Mention& mention = doc.mentions[static_cast<size_t>(name[t])];
    return t + 1 == mention.tokens.end && mention.type != EntityType::person && mention.type != EntityType::place;
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
      case Upos::X:
        if (!capitals) return false;
        [[fallthrough]];
      case Upos::PROPN:
        if (form == doc.words(token)) return false;
        if (name[t] != kNone) return of_event(t) && noun(lemma, form, entry);
        [[fallthrough]];
      case Upos::NOUN:
        if (noun(lemma, form, entry)) return true;
        if ((capitals || token.upos == Upos::NOUN) && done(lemma, entry)) return true;
        // "Quake Kills 100": in headlines everything has a capital. Elsewhere a plural is a verb only where the clause
        // has no other ("ship thwarts attack").
        if (token.upos != Upos::NOUN) return capitals && verb_form(form, entry);
        return (token.deprel == Deprel::root || form.ends_with("ing") || look_up(table, form, 'f', entry)) &&
               verb_form(form, entry);
      case Upos::ADJ:
        if (is_never('a', lemma)) return false;
        if (done(lemma, entry)) return true;
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
      const auto alike = lexicon_->alike.find(entry.root);
      out.push_back({t, std::move(entry.root), entry.senses,
                     alike == lexicon_->alike.end() ? Meanings{} : alike->second, coded[t]});
    }
  }
  return out;
}

}  // namespace dateline
