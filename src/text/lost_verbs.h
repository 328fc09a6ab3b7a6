// Verbs that the tagger or the parser lost: a sentence with a full stop has a finite verb, and what has a subject
// before it and an object behind it is one. Called by SyntaxAnnotator for one sentence at a time.
#pragma once

#include "dateline/model.h"
#include "text/lemmatiser.h"
#include "text/tagger.h"

namespace dateline {

// Whether a tag may stand for a past form. Taggers take unknown ones for a present ("struck"); only an infinitive
// cannot be one.
bool is_past(Xpos tag);

// Before parsing: gives a sentence without any finite verb one. `tags`: the tagger's, one for each token of `doc`.
void give_verb(const Document& doc, const Sentence& sentence, const Tagger& tagger, const WordForm* forms,
               uint8_t* tags);

// Before parsing: "a statement |calling for| a truce", "gunmen |shot dead| a priest", with nouns for the verbs.
void give_known_verbs(const Document& doc, const Sentence& sentence, const Tagger& tagger, uint8_t* tags);

// After parsing: makes verbs of nouns that have what only verbs have, in tag, lemma and tree.
void retag_verbs(Document& doc, const Sentence& sentence, const Tagger& tagger, const Lemmatiser& lemmatiser);

// Makes the clause behind the noun that was taken for a sentence's root the sentence, and the noun its subject; does
// nothing where the noun is no root.
void raise_clause(Document& doc, IndexRange tokens, uint32_t noun, uint32_t verb);

// After parsing: where a noun without copula was taken for the root, finds the verb behind it and makes that the root.
void raise_lost_verb(Document& doc, const Sentence& sentence);

}  // namespace dateline
