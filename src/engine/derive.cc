// From several annotated reports to what they tell together.
#include "base/parallel.h"
#include "base/sort_unique.h"
#include "engine/stages.h"
#include "link/figures.h"
#include "link/utterances.h"
#include "link/voices.h"
#include "reconcile/reconcile.h"

namespace dateline {
namespace {

// The main event of each report, and how much of its wording is its own.
std::vector<ReportFacts> report_facts(const std::vector<const Document*>& docs, const EventMap& events,
                                      const Voices& voices) {
  std::vector<ReportFacts> facts;
  for (size_t i = 0; i < docs.size(); ++i) {
    ReportFacts f;
    f.report = docs[i]->id;
    f.published = docs[i]->published;
    f.own_wording = voices.own_wording[i];
    if (events.main_of[i] != kNone) f.main_event = events.events[events.main_of[i]].id;
    facts.push_back(std::move(f));
  }
  return facts;
}

// How many independent voices tell of each event.
void count_voices(EventMap& events, const std::vector<const Document*>& docs, const Voices& voices) {
  for (Event& event : events.events) {
    std::vector<uint32_t> heard;
    for (size_t i = 0; i < docs.size(); ++i) {
      if (std::binary_search(event.reports.begin(), event.reports.end(), docs[i]->id))
        heard.push_back(voices.voice_of[i]);
    }
    sort_unique(heard);
    event.voices = static_cast<uint32_t>(heard.size());
  }
}

template <typename T>
void sort_by_id(std::vector<T>& rows) {
  std::sort(rows.begin(), rows.end(), [](const T& a, const T& b) { return a.id < b.id; });
}

}  // namespace

void Engine::redate(Document& doc, Published published) const {
  doc.published = std::move(published);
  stages_->times.anchor(doc);
  stages_->events.date(doc);
}

Record Engine::derive(const std::vector<const Document*>& given, int jobs) const {
  // Fellows may date a report better than it dates itself; then its own relative dates are read again.
  std::vector<const Document*> docs = given;
  std::sort(docs.begin(), docs.end(), [](const Document* a, const Document* b) { return a->id < b->id; });
  const MainEvents main = stages_->linker.group(docs, jobs);
  std::vector<Published> dates;
  if (stages_->dater.may_refine(docs)) {
    std::vector<SameNews> pairs;
    for (const LikelyPair& pair : main.likely) pairs.push_back({pair.a, pair.b, pair.probability});
    dates = stages_->dater.refine(docs, pairs);
  }
  std::vector<std::unique_ptr<Document>> redated;
  for (size_t i = 0; i < dates.size(); ++i) {
    if (dates[i].value == docs[i]->published.value) continue;
    redated.push_back(std::make_unique<Document>(*docs[i]));
    redate(*redated.back(), std::move(dates[i]));
    docs[i] = redated.back().get();
  }

  Record record;
  std::vector<WordSequence> words;
  Voices voices;
  Loop beside(jobs);
  beside.start(1, [&](size_t) {
    words = words_of(docs);
    voices = find_voices(docs, words, stages_->agencies);
  });
  EntityMap entities = stages_->merger.merge(docs);
  EventMap events = stages_->linker.link(docs, entities, main);
  beside.finish();
  beside.start(1, [&](size_t) { record.figures = link_figures(docs, entities, events); });
  record.quotes = link_utterances(docs, words, entities, events);
  beside.finish();
  count_voices(events, docs, voices);
  record.conflicts = reconcile(docs, events, record.figures, {stages_->tense, stages_->measures, stages_->contrast});
  record.reports = report_facts(docs, events, voices);
  record.entities = std::move(entities.entities);
  record.events = std::move(events.events);
  record.voices = std::move(voices.voices);
  sort_by_id(record.entities);
  sort_by_id(record.quotes);
  sort_by_id(record.figures);
  sort_by_id(record.voices);
  return record;
}

}  // namespace dateline
