// The HTTP message inside a WARC response record (RFC 9112): headers, chunks, content encodings.
#pragma once

#include <string>
#include <string_view>

#include "dateline/result.h"

namespace dateline {

struct HttpMessage {
  int status = 0;
  std::string content_type;  // lower case, without parameters
  std::string charset;
  std::string body;  // unchunked and unpacked; what could be had of a damaged one
  bool damaged = false;
};

// Fails where not even a status line is there.
Result<HttpMessage> read_http(std::string_view bytes);
// Fills content_type and charset from header lines.
void read_content_type(std::string_view headers, HttpMessage& message);
// The value of a header by its name, any case, of the first that has it; "" if none.
std::string header_value(std::string_view headers, std::string_view name);

}  // namespace dateline
