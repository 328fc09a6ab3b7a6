// train_lemmatiser OUT.bin TAGGER.bin DEV.conllu TRAIN.conllu... : learns the edits that make lemmas.
#include <map>

#include "tagger_training.h"
#include "text/lemmatiser.h"

using namespace dateline;
using namespace dateline::train;

namespace {

using Votes = std::map<std::string, int>;  // an edit's bytes -> how often

Lemmatiser::Edit edit_between(const std::string& from, const std::string& to, bool keep_case) {
  size_t common = 0;
  while (common < from.size() && common < to.size() && from[common] == to[common]) ++common;
  Lemmatiser::Edit edit;
  edit.keep_case = keep_case;
  edit.strip = static_cast<uint8_t>(std::min<size_t>(255, from.size() - common));
  edit.add_size = static_cast<uint8_t>(std::min(to.size() - common, sizeof edit.add));
  std::copy_n(to.data() + common, edit.add_size, edit.add);
  return edit;
}

// The edit that makes the lemma; lower case first where both would do the same.
Lemmatiser::Edit edit_of(const Word& word, const std::string& low) {
  const auto lower = edit_between(low, word.lemma, false), kept = edit_between(word.form, word.lemma, true);
  return kept.strip + kept.add_size < lower.strip + lower.add_size ? kept : lower;
}

std::string best(const Votes& votes) {
  const auto at = std::max_element(votes.begin(), votes.end(), [](auto& a, auto& b) { return a.second < b.second; });
  return at->first;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) fail("train_lemmatiser OUT.bin TAGGER.bin DEV.conllu TRAIN.conllu...");
  const std::string tagger_bytes = read_or_die(argv[2]);
  auto tagger = Tagger::open(tagger_bytes);
  if (!tagger.ok()) fail(tagger.error().text());
  std::vector<TagPair> pairs;
  for (int i = 0; i < tagger->size(); ++i) pairs.push_back(tagger->pair(static_cast<uint8_t>(i)));
  const auto trees = read_trees(std::vector<std::string>(argv + 4, argv + argc));

  // Votes for each ending, ordered by length so that a longer one is kept only where it says something else.
  struct Ending {
    uint8_t tag;
    int capitals;
    std::string text;
    auto operator<=>(const Ending&) const = default;
  };
  std::vector<std::map<Ending, Votes>> endings(Lemmatiser::kLongestEnding + 2);  // the last: whole words
  std::string low;
  for (const Tree& t : trees) {
    for (size_t i = 0; i < t.words.size(); ++i) {
      const Word& w = t.words[i];
      if (w.lemma == "_" && w.form != "_") continue;
      normalise(w.form, low);
      const int capitals = capitals_of(word_form(w.form).shape, i == 0);
      const uint8_t tag = tag_id(pairs, w.tag);
      const auto edit = edit_of(w, low);
      const std::string bytes(reinterpret_cast<const char*>(&edit), sizeof edit);
      for (size_t size = 0; size <= std::min(Lemmatiser::kLongestEnding, low.size()); ++size) {
        ++endings[size][{tag, capitals, low.substr(low.size() - size)}][bytes];
      }
      ++endings.back()[{tag, capitals, low}][bytes];
    }
  }
  std::map<Ending, std::string> kept;
  std::map<std::string, uint32_t> edits;
  std::vector<std::pair<uint32_t, uint32_t>> rules;
  for (size_t size = 0; size < endings.size(); ++size) {
    const bool whole = size + 1 == endings.size();
    std::map<Ending, std::string> here;
    for (const auto& [ending, votes] : endings[size]) {
      const std::string choice = best(votes);
      const std::string* shorter = nullptr;
      for (size_t k = std::min(Lemmatiser::kLongestEnding, ending.text.size()) + (whole ? 1 : 0); k-- > 0;) {
        const auto at = kept.find({ending.tag, ending.capitals, ending.text.substr(ending.text.size() - k)});
        if (at != kept.end()) {
          shorter = &at->second;
          break;
        }
      }
      if (shorter != nullptr && *shorter == choice) continue;
      here[ending] = choice;
      const auto id = edits.try_emplace(choice, static_cast<uint32_t>(edits.size())).first->second;
      rules.emplace_back(ending_key(ending.tag, ending.capitals, ending.text, whole), id);
    }
    if (!whole) kept.merge(here);
  }
  std::vector<Lemmatiser::Edit> edit_list(edits.size());
  for (const auto& [bytes, id] : edits)
    std::copy_n(bytes.data(), bytes.size(), reinterpret_cast<char*>(&edit_list[id]));
  std::sort(rules.begin(), rules.end());
  size_t size = 1;
  while (size * 7 < rules.size() * 10) size *= 2;
  std::vector<Lemmatiser::Rule> table(size);
  for (const auto& [key, edit] : rules) {
    uint32_t at = key & static_cast<uint32_t>(size - 1);
    while (table[at].key != 0) at = (at + 1) & static_cast<uint32_t>(size - 1);
    table[at] = {key, edit};
  }
  const std::string bytes = pack_model({{"rules", bytes_of(table)}, {"edits", bytes_of(edit_list)}});
  if (auto written = write_file(argv[1], bytes); !written.ok()) fail(written.error().text());

  auto lemmatiser = Lemmatiser::open(bytes);
  size_t words = 0, right = 0;
  std::string lemma;
  for (const Tree& t : read_trees(std::vector<std::string>{argv[3]})) {
    for (size_t i = 0; i < t.words.size(); ++i) {
      const Word& w = t.words[i];
      lemmatiser->lemma(w.form, word_form(w.form).shape, tag_id(pairs, w.tag), i == 0, false, lemma);
      ++words;
      right += lemma == w.lemma;
    }
  }
  fmt::print("{} rules, {} edits, {} bytes; dev lemmas {:.2f} (gold tags)\n", rules.size(), edits.size(), bytes.size(),
             100.0 * right / words);
}
