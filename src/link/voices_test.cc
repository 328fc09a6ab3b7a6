#include "link/voices.h"

#include <gtest/gtest.h>

#include "link/utterances.h"
#include "text/segmenter.h"

namespace dateline {
namespace {

Document report(const std::string& id, const std::string& text, const std::string& published = "") {
  static const Segmenter kSegmenter = Segmenter::load(Resources::embedded()).value();
  Document doc;
  doc.id = id;
  doc.text = text;
  doc.sections = {{{0, static_cast<uint32_t>(text.size())}, SectionKind::body, "", {}, "test"}};
  if (auto date = parse_edtf(published)) doc.published.value = *date;
  kSegmenter.annotate(doc);
  return doc;
}

const Agencies& agencies() {
  static const Agencies kAgencies = Agencies::load(Resources::embedded()).value();
  return kAgencies;
}

Voices voices_of(const std::vector<const Document*>& docs) { return find_voices(docs, words_of(docs), agencies()); }

std::vector<Utterance> utterances_of(const std::vector<const Document*>& docs, const EntityMap& entities,
                                     const EventMap& events) {
  return link_utterances(docs, words_of(docs), entities, events);
}

EventMap two_reports() {
  EventMap events;
  events.of.resize(2);
  return events;
}

void say(Document& doc, const std::string& content, const std::string& speaker,
         StatementKind kind = StatementKind::direct) {
  Statement s;
  s.kind = kind;
  const auto at = static_cast<uint32_t>(doc.text.find(content));
  s.content = {at, at + static_cast<uint32_t>(content.size())};
  const auto who = static_cast<uint32_t>(doc.text.find(speaker));
  s.speaker = {who, who + static_cast<uint32_t>(speaker.size())};
  s.speaker_name = speaker;
  doc.statements.push_back(s);
}

const std::string kStatement = "we shall open the harbour to every ship that carries grain before the end of the month";

TEST(Voices, CopiedSentenceAndItsOrigin) {
  const std::string sentence =
      "The ferry Aurora struck a sandbank off Port Lowell at dawn and began to take in water, harbour officials found.";
  const Document a = report("r-a", "Aground.\n" + sentence + " Nobody was hurt.", "2024-05-01");
  const Document b = report("r-b", "It was a calm morning in the strait. " + sentence, "2024-05-03");
  const Voices voices = voices_of({&a, &b});
  ASSERT_EQ(voices.voices.size(), 1u);
  EXPECT_EQ(voices.voices[0].kind, VoiceKind::copied);
  EXPECT_EQ(voices.voices[0].origin, "r-a");
  EXPECT_EQ(voices.own_wording[0], 1.0);
  EXPECT_LT(voices.own_wording[1], 0.4);
  EXPECT_EQ(voices.voice_of[0], voices.voice_of[1]);
}

TEST(Voices, FormulasAndNamesAreNoVoice) {
  const Document a =
      report("r-a", "The spokesman could not immediately be reached for comment. Rain fell on the hills.");
  const Document b = report("r-b", "Her lawyer could not immediately be reached for comment. The vote is in June.");
  const Document c = report(
      "r-c",
      "The United Nations Multidimensional Integrated Stabilization Mission in the Central African Republic met.");
  const Document d = report("r-d",
                            "She leads the United Nations Multidimensional Integrated Stabilization Mission in the "
                            "Central African Republic.");
  EXPECT_TRUE(voices_of({&a, &b, &c, &d}).voices.empty());
}

TEST(Voices, LostAttribution) {
  Document a = report("r-a", "“And " + kStatement + ",” Minister Oda said.");
  say(a, "And " + kStatement, "Oda");
  const Document b = report("r-b", "The talks went on. And " + kStatement + ".");
  const Voices voices = voices_of({&a, &b});
  ASSERT_EQ(voices.voices.size(), 1u);
  EXPECT_EQ(voices.voices[0].kind, VoiceKind::attribution_lost);
  EXPECT_EQ(voices.voices[0].origin, "outside");
}

TEST(Voices, QuotationsWithWhoSaidThemAreNoCopy) {
  const std::string text = "“And " + kStatement + ",” Oda wrote. “Let us stand by them and wait for the spring.”";
  Document a = report("r-a", "Rain fell on the hills. " + text);
  Document b = report("r-b", text + " The vote is in June.");
  for (Document* doc : {&a, &b}) {
    say(*doc, "And " + kStatement, "Oda");
    say(*doc, "Let us stand by them and wait for the spring.", "Oda");
  }
  const Voices voices = voices_of({&a, &b});
  ASSERT_FALSE(voices.voices.empty());
  for (const Voice& voice : voices.voices) EXPECT_EQ(voice.kind, VoiceKind::shared_quotation);
  EXPECT_NE(voices.voice_of[0], voices.voice_of[1]);
}

TEST(Utterances, OneForTheSameWordsInAnyOrderOfReading) {
  Document a = report("r-a", "“And " + kStatement + ",” Oda said on the quay.");
  say(a, "And " + kStatement, "Oda");
  Document b = report("r-b", "“" + kStatement.substr(0, 60) + ",” said Oda.");
  say(b, kStatement.substr(0, 60), "Oda");
  const Document c = report("r-c", "The talks went on. And " + kStatement + ".");
  const EntityMap entities{{}, {{}, {}, {}}};
  EventMap events;
  events.of.resize(3);
  const auto once = utterances_of({&a, &b, &c}, entities, events);
  ASSERT_EQ(once.size(), 1u);
  EXPECT_EQ(once[0].content, "And " + kStatement);
  EXPECT_EQ(once[0].reports, (std::vector<std::string>{"r-a", "r-b"}));
  ASSERT_EQ(once[0].also_unattributed_in.size(), 1u);
  EXPECT_EQ(once[0].also_unattributed_in[0].report, "r-c");
  const auto again = utterances_of({&c, &b, &a}, entities, events);
  ASSERT_EQ(again.size(), 1u);
  EXPECT_EQ(again[0].id, once[0].id);
}

TEST(Utterances, VariantsTellEarliestAndFullest) {
  const std::string whole = "We will never agree to a truce that leaves the border closed";
  Document early = report("r-a", "“We will never agree to a truce,” Oda said.", "2024-03-04");
  say(early, "We will never agree to a truce", "Oda");
  Document full = report("r-b", "“" + whole + ",” Oda said.", "2024-03-05");
  say(full, whole, "Oda");
  const EntityMap entities{{}, {{}, {}}};
  for (const auto& docs : {std::vector<const Document*>{&early, &full}, std::vector<const Document*>{&full, &early}}) {
    const auto once = utterances_of(docs, entities, two_reports());
    ASSERT_EQ(once.size(), 1u);
    ASSERT_EQ(once[0].variants.size(), 2u);
    const UtteranceVariant &a = once[0].variants[0], &b = once[0].variants[1];
    EXPECT_EQ(name_of(a.how), "trimmed");
    EXPECT_TRUE(a.earliest);
    EXPECT_EQ(name_of(b.how), "fullest");
    EXPECT_FALSE(b.earliest);
  }
}

TEST(Utterances, DifferentSpeakersStayApart) {
  Document a = report("r-a", "“We will never agree to that,” Oda said.");
  say(a, "We will never agree to that", "Oda");
  a.statements[0].speaker_entity = 0;
  Document b = report("r-b", "“We will never agree to that,” Lim said.");
  say(b, "We will never agree to that", "Lim");
  b.statements[0].speaker_entity = 0;
  Entity oda, lim;
  oda.id = "n-1", oda.name = "Oda", lim.id = "n-2", lim.name = "Lim";
  const EntityMap entities{{oda, lim}, {{0}, {1}}};
  EXPECT_EQ(utterances_of({&a, &b}, entities, two_reports()).size(), 2u);
}

TEST(Utterances, TheSameWordsInReportsThatWereNeverComparedHaveIdsOfTheirOwn) {
  Document a = report("r-a", "He was not allowed to speak, an official said.");
  say(a, "He was not allowed to speak", "an official");
  Document b = report("r-b", "He was not allowed to speak, an official said.");
  say(b, "He was not allowed to speak", "an official");
  EventMap events;
  events.of.resize(1);
  const EntityMap entities{{}, {{}}};
  EXPECT_NE(utterances_of({&a}, entities, events)[0].id, utterances_of({&b}, entities, events)[0].id);
}

}  // namespace
}  // namespace dateline
