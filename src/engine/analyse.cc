// From one capture to one annotated report: the way of the data, in order.
#include <algorithm>

#include "base/hash.h"
#include "engine/stages.h"

namespace dateline {
namespace {

std::string report_id(const Capture& capture, const std::string& uri) {
  // The address is the URL, or the file's name without its folder, so that moving a folder renames nothing.
  const std::string address = !uri.empty() ? uri : capture.path.substr(capture.path.find_last_of('/') + 1);
  return content_id("r", {capture.payload, address, capture.given.id, capture.given.published, capture.given.outlet});
}

Document to_document(const Capture& capture, Article article) {
  Document doc;
  doc.id = report_id(capture, article.uri);
  doc.path = capture.path;
  doc.url = std::move(article.uri);
  doc.outlet = std::move(article.outlet);
  doc.headline = std::move(article.headline);
  doc.byline = std::move(article.byline);
  doc.language = std::move(article.language);
  doc.captured = capture.captured;
  doc.changed = capture.changed;
  doc.extra_json = capture.extra_json;
  doc.text = std::move(article.text);
  doc.sections = std::move(article.sections);
  doc.modified = article.modified;
  doc.notes = std::move(article.notes);
  if (capture.summary_only) doc.notes.push_back("only a summary: the feed or agency item carries no full text");
  doc.published.value = article.published;
  doc.published.basis = std::move(article.published_basis);
  doc.published.why = std::move(article.published_why);
  if (!article.published_evidence.empty()) doc.published.evidence = {article.published_evidence};
  return doc;
}

// The one language that the annotators' resources are for. What does not tell its language is tried.
constexpr std::string_view kAnalysed = "en";

void annotate(Document& doc, const auto& stages, const Engine::StageDone& after = {}) {
  if (!doc.language.empty() && doc.language != kAnalysed) {
    const std::string note = "not analysed: there are no resources for the language '" + doc.language + "'";
    if (std::find(doc.notes.begin(), doc.notes.end(), note) == doc.notes.end()) doc.notes.push_back(note);
    doc.analysed = false;
    stages.segmenter.annotate(doc);
    return;
  }
  const auto done = [&](std::string_view stage) {
    if (after) after(stage);
  };
  stages.segmenter.annotate(doc);
  done("sentences");
  stages.syntax.annotate(doc);
  done("syntax");
  stages.names.annotate(doc);
  done("names");
  stages.entities.annotate(doc);
  done("entities");
  stages.times.find(doc);
  stages.dater.infer(doc);
  stages.times.anchor(doc);
  done("times");
  stages.quotes.annotate(doc);
  done("quotes");
  stages.events.annotate(doc);
  stages.events.date(doc);
  done("events");
  stages.figures.annotate(doc);
  done("figures");
}

}  // namespace

Result<Article> Engine::extract(const Capture& capture) const { return stages_->extractor.extract(capture); }

Result<Document> Engine::analyse(const Capture& capture, const StageDone& after) const {
  TRY(Article article, stages_->extractor.extract(capture));
  if (after) after("extract");
  Document doc = to_document(capture, std::move(article));
  annotate(doc, *stages_, after);
  return doc;
}

Document Engine::analyse_again(const Document& stored) const {
  Document doc;
  doc.id = stored.id;
  doc.path = stored.path;
  doc.url = stored.url;
  doc.outlet = stored.outlet;
  doc.headline = stored.headline;
  doc.byline = stored.byline;
  doc.language = stored.language;
  doc.captured = stored.captured;
  doc.changed = stored.changed;
  doc.extra_json = stored.extra_json;
  doc.text = stored.text;
  doc.sections = stored.sections;
  doc.modified = stored.modified;
  doc.notes = stored.notes;
  if (stored.published.basis != "inferred") doc.published = stored.published;
  annotate(doc, *stages_);
  return doc;
}

std::vector<std::string> Engine::explain_times(const Document& doc) const { return stages_->times.explain(doc); }

Result<Document> Engine::analyse_plain(const Capture& capture) const {
  Article article;
  article.text = capture.payload;
  article.uri = capture.given.url;
  article.language = capture.given.language.empty() ? "en" : capture.given.language;
  article.sections = {{{0, static_cast<uint32_t>(article.text.size())}, SectionKind::body, "", {}, "plain"}};
  if (auto published = parse_edtf(capture.given.published)) {
    article.published = *published;
    article.published_basis = "given";
    article.published_why = "given with the report";
  }
  Document doc = to_document(capture, std::move(article));
  annotate(doc, *stages_);
  return doc;
}

}  // namespace dateline
