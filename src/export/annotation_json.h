// One object of `dateline annotate --json` and of `dateline extract --json` (docs: the contract).
#pragma once

#include <string>

#include "dateline/model.h"

namespace dateline {

std::string annotation_json(const Document& doc, const std::string& id, bool with_tokens);
std::string article_json(const Article& article, const std::string& path);

}  // namespace dateline
