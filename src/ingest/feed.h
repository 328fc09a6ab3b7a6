// RSS and Atom.
#pragma once

#include "ingest/input.h"
#include "ingest/xml.h"

namespace dateline {

bool is_feed(const xmlNode* root);
bool read_feed(const xmlNode* root, const Input& input, const CaptureSink& sink);

}  // namespace dateline
