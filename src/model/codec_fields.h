// Which fields of each struct are written, in which order: one list serves reading and writing.
// `a` is an archive whose operator() takes any number of fields.
#pragma once

#include "dateline/model.h"
#include "dateline/record.h"

namespace dateline {

template <typename A>
void fields(A& a, Span& x) {
  a(x.begin, x.end);
}
template <typename A>
void fields(A& a, IndexRange& x) {
  a(x.begin, x.end);
}
template <typename A>
void fields(A& a, PartialDate& x) {
  a(x.year, x.month, x.day, x.hour, x.minute, x.second, x.has_zone, x.zone_minutes);
}
template <typename A>
void fields(A& a, Edtf& x) {
  a(x.form);
  if (x.form != EdtfForm::unknown) a(x.approximate, x.open_begin, x.open_end, x.first, x.last);
}
template <typename A>
void fields(A& a, Section& x) {
  a(x.span, x.kind, x.author, x.posted, x.reason);
}
template <typename A>
void fields(A& a, Sentence& x) {
  a(x.span, x.tokens, x.section, x.paragraph);
}
template <typename A>
void fields(A& a, Token& x) {
  a(x.span, x.lemma, x.head, x.upos, x.xpos, x.deprel);
}
template <typename A>
void fields(A& a, Mention& x) {
  a(x.span, x.tokens, x.type, x.form, x.entity);
}
template <typename A>
void fields(A& a, Role& x) {
  a(x.text, x.evidence);
}
template <typename A>
void fields(A& a, DocEntity& x) {
  a(x.type, x.name, x.aliases, x.roles, x.mentions, x.gazetteer, x.why);
}
template <typename A>
void fields(A& a, Timex& x) {
  a(x.span, x.type, x.value, x.mod, x.edtf, x.anchored, x.anchor, x.rule, x.weekday, x.from_now);
}
template <typename A>
void fields(A& a, Statement& x) {
  a(x.kind, x.content, x.cue, x.speaker, x.speaker_entity, x.on_behalf_entity, x.speaker_name, x.act, x.same_utterance);
}
template <typename A>
void fields(A& a, Figure& x) {
  a(x.span, x.value, x.min, x.max, x.unit, x.counted, x.restriction, x.part_of, x.statement, x.time, x.event, x.vague,
    x.approximate, x.definite, x.among, x.attribute, x.change, x.scope);
}
template <typename A>
void fields(A& a, EventMention& x) {
  a(x.span, x.token, x.sentence, x.type, x.mode, x.status, x.statement, x.time, x.when, x.place, x.participants,
    x.background, x.habit, x.salience);
}
template <typename A>
void fields(A& a, Participant& x) {
  a(x.event, x.role, x.span, x.entity);
}
template <typename A>
void fields(A& a, Published& x) {
  a(x.value, x.basis, x.why, x.evidence);
}
template <typename A>
void fields(A& a, Document& x) {
  a(x.id, x.path, x.url, x.outlet, x.headline, x.byline, x.language, x.captured, x.changed, x.extra_json, x.sections,
    x.modified, x.published, x.notes, x.analysed);
  a(x.lemmas, x.sentences, x.tokens, x.mentions, x.entities, x.times, x.statements, x.figures, x.events, x.participants,
    x.main_event);
}

template <typename A>
void fields(A& a, Evidence& x) {
  a(x.report, x.span);
}
template <typename A>
void fields(A& a, RecordRole& x) {
  a(x.role, x.evidence);
}
template <typename A>
void fields(A& a, Entity& x) {
  a(x.id, x.type, x.name, x.aliases, x.roles, x.reports, x.mentions, x.gazetteer, x.why);
}
template <typename A>
void fields(A& a, EventParticipant& x) {
  a(x.role, x.entity, x.name);
}
template <typename A>
void fields(A& a, ClaimSide& x) {
  a(x.report, x.speaker, x.evidence);
}
template <typename A>
void fields(A& a, Claim& x) {
  a(x.attribute, x.value, x.status, x.by);
}
template <typename A>
void fields(A& a, Event& x) {
  a(x.id, x.when, x.type, x.mode, x.status, x.label, x.participants, x.place_entity, x.place_name, x.reports, x.main_in,
    x.voices, x.claims, x.evidence, x.why, x.corrections, x.notes);
}
template <typename A>
void fields(A& a, UtteranceVariant& x) {
  a(x.report, x.how, x.earliest, x.kind, x.content, x.cue, x.speaker_name, x.evidence);
}
template <typename A>
void fields(A& a, Utterance& x) {
  a(x.id, x.speaker_entity, x.speaker_name, x.on_behalf_entity, x.on_behalf_name, x.kind, x.content, x.cue, x.act,
    x.said, x.event, x.reports, x.evidence, x.also_unattributed_in, x.variants);
}
template <typename A>
void fields(A& a, RecordFigure& x) {
  a(x.id, x.value, x.min, x.max, x.unit, x.counted, x.attribute, x.change, x.scope, x.vague, x.approximate, x.as_of,
    x.event, x.speaker, x.status, x.reports, x.evidence);
}
template <typename A>
void fields(A& a, ConflictSide& x) {
  a(x.value, x.reports, x.evidence);
}
template <typename A>
void fields(A& a, Conflict& x) {
  a(x.id, x.kind, x.event, x.about, x.sides, x.why, x.weight);
}
template <typename A>
void fields(A& a, Voice& x) {
  a(x.id, x.kind, x.reports, x.chars, x.origin, x.evidence);
}
template <typename A>
void fields(A& a, ReportFacts& x) {
  a(x.report, x.main_event, x.published, x.own_wording);
}

}  // namespace dateline
