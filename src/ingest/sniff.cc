#include "ingest/sniff.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline {
namespace {

constexpr size_t kLook = 4096;  // as far as browsers look, and enough for any prologue

bool looks_like_html(std::string_view head) {
  const std::string lower = ascii_lower(head);
  for (std::string_view sign : {"<!doctype html", "<html", "<head", "<body", "<article", "<meta", "<title"}) {
    if (lower.find(sign) != std::string::npos) return true;
  }
  return false;
}

// Control characters that no text has. UTF-16 is let through by its byte order mark.
bool looks_binary(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;
  const auto bad = std::count_if(head.begin(), head.end(), [](char c) {
    return (c >= 0 && c < 9) || (c > 13 && c < 32 && c != 27) || c == 127;
  });
  return head.find('\0') != std::string_view::npos || static_cast<size_t>(bad) * 50 > head.size();
}

}  // namespace

Format sniff(std::string_view path, std::string_view bytes) {
  std::string_view head = bytes.substr(0, kLook);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (trim(bytes.substr(0, 1 << 20)).empty()) return Format::empty;
  if (looks_binary(head)) return Format::binary;
  const std::string_view text = trim(head);
  const std::string name = ascii_lower(path);
  if (text.starts_with('{') && (text.find('"') != std::string_view::npos)) return Format::json_lines;
  if (text.starts_with('<') && looks_like_html(text)) return Format::html;
  if (name.ends_with(".html") || name.ends_with(".htm")) return Format::html;
  return Format::plain_text;
}

}  // namespace dateline
