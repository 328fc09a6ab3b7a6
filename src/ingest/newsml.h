// IPTC NewsML-G2 (iptc.org/standards/newsml-g2): news items, alone or in a news message; the other kinds of items
// (concepts, packages, planning) become reports of the words they carry.
#pragma once

#include "ingest/input.h"
#include "ingest/xml.h"

namespace dateline {

bool is_newsml(const xmlNode* root);
bool read_newsml(const xmlNode* root, const Input& input, const CaptureSink& sink);

}  // namespace dateline
