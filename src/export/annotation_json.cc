#include "export/annotation_json.h"

#include <cmath>

#include "base/strings.h"
#include "export/json.h"
#include "export/offsets.h"

namespace dateline {
namespace {

Json span_json(const CodePoints& points, Span span) {
  return {{"start", points.at(span.begin)}, {"end", points.at(span.end)}};
}

Json span_or_null(const CodePoints& points, Span span) {
  return span.empty() ? Json(nullptr) : span_json(points, span);
}

Json tokens_json(const Document& doc, const CodePoints& points) {
  Json out = Json::array();
  for (const Token& t : doc.tokens) {
    Json token = span_json(points, t.span);
    token["upos"] = name_of(t.upos);
    token["lemma"] = doc.lemma(t);
    token["head"] = t.head;
    token["deprel"] = name_of(t.deprel);
    out.push_back(std::move(token));
  }
  return out;
}

Json names_json(const Document& doc, const CodePoints& points) {
  Json out = Json::array();
  for (const Mention& m : doc.mentions) {
    if (m.form != MentionForm::name) continue;
    Json name = span_json(points, m.span);
    name["type"] = name_of(m.type);
    out.push_back(std::move(name));
  }
  return out;
}

Json times_json(const Document& doc, const CodePoints& points) {
  Json out = Json::array();
  for (const Timex& t : doc.times) {
    Json time = span_json(points, t.span);
    time["type"] = name_of(t.type);
    time["value"] = text_or_null(t.value.view());
    time["mod"] = text_or_null(t.mod.view());
    time["edtf"] = text_or_null(to_string(t.edtf));
    out.push_back(std::move(time));
  }
  return out;
}

Json quotes_json(const Document& doc, const CodePoints& points) {
  Json out = Json::array();
  for (const Statement& s : doc.statements) {
    Json quote = {
        {"kind", name_of(s.kind)}, {"content", span_json(points, s.content)}, {"cue", span_or_null(points, s.cue)}};
    Json speaker = span_or_null(points, s.speaker);
    if (!speaker.is_null())
      speaker["name"] = s.speaker_name.empty() ? std::string(doc.words(s.speaker)) : s.speaker_name;
    quote["speaker"] = std::move(speaker);
    quote["act"] = text_or_null(s.act.view());
    out.push_back(std::move(quote));
  }
  return out;
}

Json figures_json(const Document& doc, const CodePoints& points) {
  Json out = Json::array();
  for (const Figure& f : doc.figures) {
    Json figure = span_json(points, f.span);
    figure["value"] = number_or_null(f.value);
    figure["min"] = number_or_null(f.min);
    figure["max"] = number_or_null(f.max);
    figure["unit"] = text_or_null(f.unit.view());
    figure["counted"] = span_or_null(points, f.counted);
    figure["event"] = f.event == kNone ? Json(nullptr) : Json(f.event);
    figure["part_of"] = f.part_of == kNone ? Json(nullptr) : Json(f.part_of);
    out.push_back(std::move(figure));
  }
  return out;
}

Json events_json(const Document& doc, const CodePoints& points) {
  Json out = Json::array();
  for (const EventMention& e : doc.events) {
    Json event = span_json(points, e.span);
    event["type"] = e.type.view();
    event["mode"] = text_or_null(e.mode.view());
    event["status"] = name_of(e.status);
    event["time"] = e.time == kNone ? Json(nullptr) : Json(e.time);
    event["when"] = text_or_null(to_string(e.when));
    Json participants = Json::array();
    for (uint32_t i = e.participants.begin; i < e.participants.end; ++i) {
      const Participant& p = doc.participants[i];
      Json participant = {{"role", name_of(p.role)}};
      participant.update(span_json(points, p.span));
      participants.push_back(std::move(participant));
    }
    event["participants"] = std::move(participants);
    out.push_back(std::move(event));
  }
  return out;
}

}  // namespace

std::string annotation_json(const Document& doc, const std::string& id, bool with_tokens) {
  const CodePoints points(doc.text);
  Json out = {{"id", id}, {"path", doc.path}, {"text", doc.text}};
  out["published"] = {{"value", text_or_null(to_string(doc.published.value))},
                      {"basis", text_or_null(doc.published.basis)},
                      {"why", text_or_null(doc.published.why)}};
  Json sentences = Json::array();
  for (const Sentence& s : doc.sentences) sentences.push_back(span_json(points, s.span));
  out["sentences"] = std::move(sentences);
  if (with_tokens) out["tokens"] = tokens_json(doc, points);
  out["names"] = names_json(doc, points);
  out["times"] = times_json(doc, points);
  out["quotes"] = quotes_json(doc, points);
  out["figures"] = figures_json(doc, points);
  out["events"] = events_json(doc, points);
  return dump(out);
}

std::string article_json(const Article& article, const std::string& path) {
  const CodePoints points(article.text);
  std::string body;
  Json sections = Json::array();
  for (const Section& s : article.sections) {
    sections.push_back(section_json(s, points));
    if (s.kind != SectionKind::body) continue;
    // Paragraphs are parted by one line feed, however many part them in the stored text.
    for (std::string_view line : split(s.span.of(article.text), '\n')) {
      line = trim(line);
      if (line.empty()) continue;
      if (!body.empty()) body += '\n';
      body += line;
    }
  }
  Json out = {{"path", path},
              {"url", text_or_null(article.uri)},
              {"headline", text_or_null(article.headline)},
              {"byline", text_or_null(article.byline)},
              {"outlet", text_or_null(article.outlet)},
              {"published", text_or_null(to_string(article.published))},
              {"modified", text_or_null(to_string(article.modified))},
              {"language", text_or_null(article.language)},
              {"text", body},
              {"sections", std::move(sections)},
              {"notes", article.notes}};
  return dump(out);
}

}  // namespace dateline
