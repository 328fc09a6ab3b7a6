#include "link/portrait.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/hash.h"
#include "base/sort_unique.h"
#include "text/place_line.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kShingle = 6;          // words
constexpr uint64_t kShingleSample = 4;  // one of so many runs is kept, chosen by its hash

// Bit 0: Monday.
uint8_t weekday_named(uint32_t word) {
  static const std::array<uint32_t, 7> kWeekdays = {word_hash("monday"),   word_hash("tuesday"), word_hash("wednesday"),
                                                    word_hash("thursday"), word_hash("friday"),  word_hash("saturday"),
                                                    word_hash("sunday")};
  const auto day = std::find(kWeekdays.begin(), kWeekdays.end(), word) - kWeekdays.begin();
  return day < 7 ? static_cast<uint8_t>(1u << day) : uint8_t{0};
}

void read_words(Portrait& report, const std::vector<SectionWords>& sections) {
  std::vector<uint32_t> run;
  for (const SectionWords& section : sections) {
    run.clear();
    for (size_t i = 0; i < section.words.size(); ++i) {
      const SeenWord& word = section.words[i];
      run.push_back(word.hash);
      if (i < 2 * kLeadWords && word.capital) report.weekdays |= weekday_named(word.hash);
      if (section.kind != SectionKind::body) continue;
      ++report.words;
      if (run.size() < kShingle) continue;
      const uint32_t* begin = run.data() + run.size() - kShingle;
      const uint64_t shingle = hash64({reinterpret_cast<const char*>(begin), kShingle * sizeof(uint32_t)});
      if (shingle % kShingleSample == 0) report.shingles.push_back(shingle);
    }
  }
  sort_unique(report.shingles);
}

void read_days(Portrait& report, const Document& doc) {
  for (const Timex& time : doc.times) {
    const DayRange days = days_of(time.edtf);
    if (days.bounded() && days.first == days.last) report.days.push_back(days.first);
  }
  sort_unique(report.days);
}

void read_percents(Portrait& report, const Document& doc) {
  constexpr uint32_t kOpening = 800;  // bytes of the body: somewhat more than the words that count as its lead
  const auto body = std::find_if(doc.sections.begin(), doc.sections.end(),
                                 [](const Section& section) { return section.kind == SectionKind::body; });
  const uint32_t end = body == doc.sections.end() ? 0 : body->span.begin + kOpening;
  for (const Figure& figure : doc.figures) {
    if (figure.unit != Label("percent") || !std::isfinite(figure.value)) continue;
    const SectionKind kind = doc.kind_at(figure.span.begin);
    if (kind == SectionKind::headline || (kind == SectionKind::body && figure.span.begin < end))
      report.percents.push_back(figure.value);
  }
  sort_unique(report.percents);
}

// What the headline has a "second" or "another" of: by the grammar of its events and of the main one, else by the
// words behind it, with at most two between.
void find_another(Portrait& report, const Document& doc, const MarkReader& reader) {
  constexpr uint32_t kReach = 3;    // words
  constexpr uint32_t kOpening = 2;  // sentences of the body
  const std::vector<Marks> marks = reader.read(doc);
  uint32_t body = 0;
  std::vector<uint32_t> opening;
  for (uint32_t s = 0; s < doc.sentences.size() && body < kOpening; ++s) {
    const SectionKind kind = doc.section_of(doc.sentences[s]).kind;
    if (kind != SectionKind::headline && kind != SectionKind::body) continue;
    body += kind == SectionKind::body && !is_place_line(doc, doc.sentences[s]);
    opening.push_back(s);
    for_each_word(doc.sentences[s].span.of(doc.text), [&](const Word& word) {
      const Turn turn = reader.turn_of(word.folded);
      if (turn >= 1 && turn <= 9) report.opening_turns |= static_cast<uint16_t>(1u << turn);
    });
  }
  for (size_t j = 0; j < doc.events.size() && doc.main_event != kNone; ++j) {
    const EventMention& event = doc.events[j];
    const bool main = doc.main_event == static_cast<int32_t>(j);
    if (!main && !std::binary_search(opening.begin(), opening.end(), event.sentence)) continue;
    report.opening_types.push_back(event.type);
    const bool headline = doc.kind_at(event.span.begin) == SectionKind::headline;
    if (headline && event.type == doc.events[static_cast<size_t>(doc.main_event)].type) report.main_in_headline = true;
    if ((headline || main) && (marks[j].turn == 2 || marks[j].turn == 3) && report.another.empty()) {
      report.another = event.type;
      report.marks.turn = marks[j].turn;
    }
    if (event.type == doc.events[static_cast<size_t>(doc.main_event)].type) {
      report.marks.sizes.insert(report.marks.sizes.end(), marks[j].sizes.begin(), marks[j].sizes.end());
    }
  }
  if (report.marks.turn != 0) return;
  for (const Section& section : doc.sections) {
    if (section.kind != SectionKind::headline) continue;
    uint32_t left = 0;
    for_each_word(section.span.of(doc.text), [&](const Word& word) {
      if (is_further(reader.turn_of(word.folded))) {
        left = kReach;
        return;
      }
      if (left == 0) return;
      --left;
      report.another_words.push_back(word_hash(word.folded));
      for (const EventMention& event : doc.events) {
        if (event.span.contains(section.span.begin + word.begin)) report.another = event.type;
      }
    });
  }
  std::sort(report.another_words.begin(), report.another_words.end());
}

// The capitalised words of those who take part in the main event.
std::vector<uint32_t> names_of_participants(const Document& doc) {
  std::vector<uint32_t> out;
  const IndexRange range = doc.events[static_cast<size_t>(doc.main_event)].participants;
  for (uint32_t p = range.begin; p < range.end; ++p) {
    uint32_t last = 0;  // a name's last word, which every form of it has
    for_each_word(doc.words(doc.participants[p].span), [&](const Word& word) {
      if (word.capital) last = word_hash(word.folded);
    });
    if (last != 0) out.push_back(last);
  }
  sort_unique(out);
  return out;
}

}  // namespace

Portrait portray(const Document& doc, const Background& background, const MarkReader& marks,
                 const std::vector<std::string>& series) {
  Portrait report;
  report.doc = &doc;
  const std::vector<SectionWords> words = see_words(doc);
  const std::vector<WordCount> counts = count_words(words, background);
  const std::string headline = fold(doc.headline);
  find_another(report, doc, marks);
  for (const std::string& word : series) {
    const size_t found = headline.find(word);
    const bool opens = found != std::string::npos && (found == 0 || headline[found - 1] == ' ' || word.front() == '\'');
    if (opens) report.serial = true;
  }
  report.whole = term_vector(counts);
  for (const WordCount& count : counts) {
    report.all_words.push_back(count.hash);
    const float squared = count.idf;
    if (count.headline || count.lead) {
      report.opening.emplace_back(count.hash,
                                  count.idf * static_cast<float>(1 + std::log(count.lead + 2.0 * count.headline)));
      report.opening_words.emplace_back(count.hash, squared);
      if (count.names) report.opening_names.emplace_back(count.hash, squared);
    }
    if (count.headline) report.headline.emplace_back(count.hash, count.idf);
    if (count.names)
      report.names.emplace_back(count.hash, count.idf * static_cast<float>(1 + std::log(double(count.names))));
  }
  normalise(report.opening);
  normalise(report.headline);
  normalise(report.names);
  report.published = days_of(doc.published.value);
  read_words(report, words);
  read_days(report, doc);
  read_percents(report, doc);
  if (doc.main_event != kNone) {
    const EventMention& event = doc.events[static_cast<size_t>(doc.main_event)];
    report.main_type = event.type;
    report.told = days_of(event.when);
    report.who = names_of_participants(doc);
  }
  return report;
}

}  // namespace dateline
