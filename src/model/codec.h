// Documents and record lines as bytes, and back. The bytes are canonical (equal values give equal bytes, padding
// never shows) and little-endian, so they can be compared, hashed, stored and sent to another machine.
// A change to a struct of model.h or record.h goes into codec_fields.h and raises kCodecVersion.
#pragma once

#include <string>
#include <string_view>

#include "dateline/model.h"
#include "dateline/record.h"
#include "dateline/result.h"

namespace dateline {

inline constexpr uint8_t kCodecVersion = 4;

// `text` is left out: the record keeps it apart, and the reader puts it back.
std::string encode(const Document& doc);
std::string encode(const Entity& entity);
std::string encode(const Event& event);
std::string encode(const Utterance& quote);
std::string encode(const RecordFigure& figure);
std::string encode(const Conflict& conflict);
std::string encode(const Voice& voice);
std::string encode(const ReportFacts& facts);

// Fails (internal) on bytes that encode did not write, or that another version wrote.
template <typename T>
Result<T> decode(std::string_view bytes);

}  // namespace dateline
