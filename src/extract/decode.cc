#include "extract/decode.h"

#include <algorithm>
#include <array>
#include <cstring>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include "base/strings.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kDetectBytes = 64 << 10;  // as much as the detector looks at

// Labels that pages use for a superset, after the WHATWG encoding standard.
std::string converter_name(std::string_view label) {
  std::string name = ascii_lower(trim(label));
  std::erase_if(name, [](char c) { return c == '"' || c == '\'' || is_space(c); });
  if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "us-ascii" || name == "ascii" ||
      name == "iso8859-1" || name == "iso_8859-1") {
    return "windows-1252";
  }
  if (name == "iso-8859-9") return "windows-1254";
  if (name == "gb2312" || name == "gbk" || name == "gb_2312-80") return "gb18030";
  if (name == "ks_c_5601-1987" || name == "euc-kr") return "windows-949";
  if (name == "shift_jis" || name == "shift-jis" || name == "sjis") return "windows-31j";
  return name;
}

// Empty if there is no such converter or the text is too long for it.
std::string convert(std::string_view bytes, const std::string& name) {
  UErrorCode error = U_ZERO_ERROR;
  UConverter* from = ucnv_open(name.c_str(), &error);
  if (U_FAILURE(error)) return {};
  UConverter* to = ucnv_open("UTF-8", &error);
  std::string out;
  std::string chunk(64 << 10, '\0');
  const char* source = bytes.data();
  UChar pivot[4096];
  UChar* pivot_source = pivot;
  UChar* pivot_target = pivot;
  bool reset = true;
  do {
    char* target = chunk.data();
    error = U_ZERO_ERROR;
    ucnv_convertEx(to, from, &target, chunk.data() + chunk.size(), &source, bytes.data() + bytes.size(), pivot,
                   &pivot_source, &pivot_target, pivot + 4096, reset, true, &error);
    out.append(chunk.data(), static_cast<size_t>(target - chunk.data()));
    reset = false;
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  ucnv_close(to);
  ucnv_close(from);
  return U_FAILURE(error) ? std::string() : out;
}

// The first byte at or after `at` that is not ASCII, eight at a time.
size_t past_ascii(std::string_view bytes, size_t at) {
  constexpr uint64_t kHigh = 0x8080808080808080;
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    if ((word & kHigh) != 0) break;
  }
  while (at < bytes.size() && static_cast<uint8_t>(bytes[at]) < 0x80) ++at;
  return at;
}

struct Shape {
  size_t good = 0;  // well-formed characters of more than one byte
  size_t bad = 0;   // bytes that are no part of one
};

Shape shape_of(std::string_view bytes) {
  Shape shape;
  for (size_t at = past_ascii(bytes, 0); at < bytes.size(); at = past_ascii(bytes, at)) {
    const size_t before = at;
    const bool replaced = next_code_point(bytes, at) == kReplacement && at == before + 1;
    ++(replaced ? shape.bad : shape.good);
  }
  return shape;
}

// Stray bytes in UTF-8 text are nearly always Windows-1252 punctuation pasted in: 0x85, 0x91-0x97, 0xA0.
std::string repair(std::string_view bytes, std::vector<std::string>& notes) {
  std::string out;
  size_t replaced = 0, read = 0;
  for (size_t at = 0; at < bytes.size();) {
    const auto byte = static_cast<uint8_t>(bytes[at]);
    if (byte < 0x80) {
      out += bytes[at++];
      continue;
    }
    const size_t before = at;
    const char32_t c = next_code_point(bytes, at);
    if (c != kReplacement || at != before + 1) {
      out.append(bytes.substr(before, at - before));
      continue;
    }
    constexpr char32_t kQuotes[] = {0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014};
    if (byte >= 0x91 && byte <= 0x97)
      append_code_point(out, kQuotes[byte - 0x91]);
    else if (byte == 0x85)
      append_code_point(out, 0x2026);
    else if (byte == 0xA0)
      append_code_point(out, 0xA0);
    else
      append_code_point(out, kReplacement), ++replaced, --read;
    ++read;
  }
  if (replaced > 0) notes.push_back(std::to_string(replaced) + " bytes that are not UTF-8 replaced");
  if (read > 0) notes.push_back(std::to_string(read) + " stray bytes read as Windows-1252");
  return out;
}

// What the bytes most likely are, by their statistics; "" if the detector has no opinion.
std::string detect(std::string_view bytes) {
  // Where the letters beyond ASCII are few and far in, the detector should see them: the part around the first.
  const auto first = std::find_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<uint8_t>(c) >= 0x80; });
  const size_t at = static_cast<size_t>(first - bytes.begin());
  bytes = bytes.substr(at > 2000 ? at - 2000 : 0, kDetectBytes);
  UErrorCode error = U_ZERO_ERROR;
  UCharsetDetector* detector = ucsdet_open(&error);
  if (U_FAILURE(error)) return {};
  ucsdet_setText(detector, bytes.data(), static_cast<int32_t>(bytes.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector, &error);
  std::string name;
  if (U_SUCCESS(error) && match != nullptr && ucsdet_getConfidence(match, &error) >= 10) {
    name = ucsdet_getName(match, &error);
  }
  ucsdet_close(detector);
  return name;
}

// UTF-8 that somebody read as Windows-1252 and wrote again: "â€™" for "’". Only the sequences that no language writes.
std::string undo_double(std::string text, std::vector<std::string>& notes) {
  if (text.find("\u00E2\u20AC") == std::string::npos && text.find("\u00C2\u00A0") == std::string::npos) return text;
  static constexpr std::pair<std::string_view, std::string_view> kTwice[] = {
      {"\u00E2\u20AC\u2122", "\u2019"}, {"\u00E2\u20AC\u02DC", "\u2018"}, {"\u00E2\u20AC\u0153", "\u201C"},
      {"\u00E2\u20AC\u009D", "\u201D"}, {"\u00E2\u20AC\u201C", "\u2013"}, {"\u00E2\u20AC\u201D", "\u2014"},
      {"\u00E2\u20AC\u00A6", "\u2026"}, {"\u00E2\u20AC\u00A2", "\u2022"}, {"\u00E2\u20AC\uFFFD", "\u201D"},
      {"\u00C2\u00A0", "\u00A0"}};
  std::string out;
  size_t fixed = 0;
  for (size_t at = 0; at < text.size();) {
    bool found = false;
    if (text[at] == '\xC3') {
      for (auto [from, to] : kTwice) {
        if (std::string_view(text).substr(at, from.size()) != from) continue;
        out += to;
        at += from.size();
        ++fixed;
        found = true;
        break;
      }
    }
    if (!found) out += text[at++];
  }
  if (fixed > 0) notes.push_back(std::to_string(fixed) + " characters that had been encoded twice put right");
  return out;
}

// By byte: whether it is a control character other than a line end or a tab.
constexpr std::array<bool, 256> kControl = [] {
  std::array<bool, 256> odd{};
  for (size_t c = 0; c < 32; ++c) odd[c] = c != '\n' && c != '\t';
  odd[127] = true;
  return odd;
}();

// One kind of line end, and no control characters.
std::string cleaned(std::string text, std::vector<std::string>& notes) {
  const auto next_odd = [&](size_t at) {
    while (at < text.size() && !kControl[static_cast<uint8_t>(text[at])]) ++at;
    return at;
  };
  size_t at = next_odd(0), to = at, controls = 0;
  while (at < text.size()) {
    const char c = text[at];
    if (c != '\r') {
      controls += c != '\f' && c != '\v';
      text[to++] = ' ';
    } else if (at + 1 == text.size() || text[at + 1] != '\n') {
      text[to++] = '\n';
    }
    const size_t begin = at + 1;
    at = next_odd(begin);
    std::memmove(text.data() + to, text.data() + begin, at - begin);
    to += at - begin;
  }
  text.resize(to);
  if (controls > 0) notes.push_back(std::to_string(controls) + " control characters made spaces");
  return text;
}

bool is_utf16_mark(std::string_view bytes) { return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"); }

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view declared) {
  Decoded out;
  auto finish = [&](std::string text) {
    out.text = undo_double(cleaned(std::move(text), out.notes), out.notes);
    return out;
  };
  if (is_utf16_mark(bytes)) {
    out.notes.push_back("read as UTF-16, by its byte order mark");
    return finish(convert(bytes, "UTF-16"));
  }
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::string_view head = bytes.substr(0, 1 << 16);
  const auto zeros = static_cast<size_t>(std::count(head.begin(), head.end(), '\0'));
  const std::string wanted = declared.empty() ? std::string() : converter_name(declared);
  if (zeros * 100 > head.size()) {
    if (wanted.starts_with("utf-16") || wanted.starts_with("utf-32")) return finish(convert(bytes, wanted));
    return Error{ErrorCode::invalid_input, "not text: it holds zero bytes", ""};
  }
  // An escape-coded charset is plain ASCII on the outside.
  if (wanted.starts_with("iso-2022")) {
    if (std::string text = convert(bytes, wanted); !text.empty()) return finish(std::move(text));
  }
  const Shape shape = shape_of(bytes);
  if (shape.bad == 0) {
    if (shape.good > 0 && !wanted.empty() && wanted != "utf-8" && wanted != "utf8") {
      out.notes.push_back("read as UTF-8, though " + std::string(trim(declared)) + " is declared");
    }
    return finish(std::string(bytes));
  }
  const bool says_utf8 = wanted == "utf-8" || wanted == "utf8";
  // Other encodings hardly ever make well-formed UTF-8 by chance, let alone more of it than not.
  const bool broken_utf8 = shape.good > shape.bad * 4 || (shape.good >= 3 && shape.good > shape.bad);
  if (broken_utf8 || (says_utf8 && shape.good >= shape.bad)) return finish(repair(bytes, out.notes));
  if (!wanted.empty() && !says_utf8) {
    if (std::string text = convert(bytes, wanted); !text.empty()) {
      if (wanted != "windows-1252") out.notes.push_back("read as " + wanted + ", as declared");
      return finish(std::move(text));
    }
    out.notes.push_back("declared charset '" + std::string(trim(declared)) + "' is not known");
  }
  std::string found = detect(bytes);
  if (found.empty() || found == "UTF-8") {
    if (shape.bad * 10 > bytes.size()) return Error{ErrorCode::invalid_input, "not text in any known encoding", ""};
    return finish(repair(bytes, out.notes));
  }
  found = converter_name(found);
  std::string text = convert(bytes, found);
  if (text.empty()) return finish(repair(bytes, out.notes));
  out.notes.push_back("read as " + found + ", by its letters");
  return finish(std::move(text));
}

}  // namespace dateline
