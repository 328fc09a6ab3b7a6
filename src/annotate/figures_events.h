// Which event of the report a figure belongs to: the one whose words stand right beside it or govern it in the tree.
// A figure in the clause of a verb that tells of no event has none, rather than a wrong one.
#pragma once

#include <vector>

#include "annotate/figures_relations.h"
#include "dateline/model.h"

namespace dateline {

// Into doc.events, or kNone. Looks at the figure's own sentence only.
int32_t event_of_figure(const Document& doc, const Sentence& sentence, const Figure& figure);

// Deaths in an accident are the accident's. Tolls and magnitudes that their sentence gives no event ("the death toll
// has risen to 63"): of the last event before that can have one, or of the main event.
void tolls_of_events(Document& doc, const std::vector<FigureNotes>& notes);

}  // namespace dateline
