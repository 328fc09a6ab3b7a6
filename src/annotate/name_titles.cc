#include "annotate/name_passes.h"

namespace dateline {
namespace {

// Where a title ends that begins at t, with what follows "of": "Inspector General of Police"; t where there is none.
uint32_t title_end(const NameDraft& d, uint32_t t, uint32_t last, const Title** title) {
  const uint32_t n = d.lexicon.titles.match_at(d.doc, t, last, false, title);
  if (n == 0) return t;
  uint32_t end = t + n;
  while ((*title)->of && end + 1 < last && (d.word(end) == "of" || d.word(end) == "for")) {
    uint32_t to = 0;
    for (uint32_t k = 1; k <= 3 && end + 1 + k < last; ++k) {
      const std::string field = d.key(end + 1, end + 1 + k);
      if (d.lexicon.is_field(field) || (to == 0 && d.lexicon.known(field).place)) to = end + 1 + k;
    }
    if (to == 0) break;
    end = to;
  }
  return end;
}

// The titles of the document, by position.
std::vector<Titled> titles_of(const NameDraft& d) {
  std::vector<Titled> titled;
  for (const Sentence& s : d.doc.sentences) {
    const Title* title = nullptr;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end;) {
      const uint32_t end = d.capital(t) ? title_end(d, t, s.tokens.end, &title) : t;
      if (end == t) {
        ++t;
        continue;
      }
      titled.push_back({t, end, title->kind == TitleKind::office || title->kind == TitleKind::throne || end - t > 1});
      t = end;
    }
  }
  return titled;
}

}  // namespace

// Models mix titles up with names: "Secretary of [State Antony Blinken]", "[UN Secretary-General Antonio Guterres]".
// What stands after a title and has a capital is the person; what stands before it keeps what the gazetteers say of
// it.
void part_titles(NameDraft& d) {
  std::vector<Mention> out;
  d.titles = titles_of(d);
  const std::vector<Titled>& titled = d.titles;
  size_t next = 0;
  for (const Mention& m : d.names) {
    while (next < titled.size() && titled[next].end <= m.tokens.begin) ++next;
    const bool last_is_head = d.lexicon.org_word(d.key(m.tokens.end - 1, m.tokens.end)) != nullptr;
    size_t i = next;
    while (i < titled.size() && titled[i].end < m.tokens.end && !titled[i].sure) ++i;
    if (i == titled.size() || titled[i].begin >= m.tokens.end || m.type == EntityType::place || last_is_head) {
      out.push_back(m);
      continue;
    }
    const Titled& title = titled[i];
    const bool cut = title.begin < m.tokens.begin;  // the model began inside the title
    const bool nothing_else =
        title.end >= m.tokens.end && (cut || m.type == EntityType::person || title.begin > m.tokens.begin);
    if (!nothing_else && (title.end >= m.tokens.end || !d.capital(title.end) || (!cut && !title.sure))) {
      out.push_back(m);
      continue;
    }
    if (title.begin > m.tokens.begin) {
      const NameLexicon::Known known = d.lexicon.known(d.key(m.tokens.begin, title.begin));
      if (known.place || known.organisation || known.demonym) {
        Mention front = m;
        d.set_tokens(front, m.tokens.begin, title.begin);
        front.type = known.place ? EntityType::place : known.demonym ? EntityType::group : EntityType::organisation;
        out.push_back(front);
      }
    }
    if (nothing_else) continue;
    Mention person = m;
    person.type = EntityType::person;
    d.set_tokens(person, title.end, m.tokens.end);
    out.push_back(person);
  }
  d.names = std::move(out);
}

// "U.N. Secretary-General [Ban Ki-moon]": who has an office and a capital is a person, though the model saw none. Not
// in headlines.
void name_the_titled(NameDraft& d) {
  const auto nameless = [&](uint32_t t) {
    const std::string key = d.key(t, t + 1);
    const NameLexicon::Known known = d.lexicon.known(key);
    return d.taken[t] || !d.capital(t) || known.place || known.demonym || known.organisation ||
           is_in(d.lexicon.stop_words, key) || d.lexicon.org_word(key) != nullptr || d.lexicon.is_field(key);
  };
  for (const Titled& title : d.titles) {
    const int32_t s = d.doc.sentence_at(d.doc.tokens[title.begin].span.begin);
    if (s == kNone || !title.sure || title.end >= d.doc.sentences[s].tokens.end) continue;
    const Sentence& sentence = d.doc.sentences[s];
    if (d.doc.section_of(sentence).kind == SectionKind::boilerplate || is_shouted(d, sentence)) continue;
    uint32_t end = title.end;
    while (end < sentence.tokens.end && !nameless(end)) ++end;
    if (end > title.end && end - title.end <= 3) d.add(title.end, end, EntityType::person);
  }
}

}  // namespace dateline
