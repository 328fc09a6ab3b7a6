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

// The root element of a feed or of an agency's item: those are XML, whatever else stands in them.
bool looks_like_feed(std::string_view head) {
  for (std::string_view sign : {"<rss", "<feed", "<rdf:RDF", "<RDF", "<newsMessage", "<newsItem", "<packageItem",
                                "<knowledgeItem", "<conceptItem", "<planningItem", "<catalogItem", "<channel"}) {
    if (head.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

// Control characters that no text has. UTF-16 is let through by its byte order mark.
bool looks_binary(std::string_view head) {
  if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF")) return false;
  const auto bad = std::count_if(head.begin(), head.end(),
                                 [](char c) { return (c >= 0 && c < 9) || (c > 13 && c < 32 && c != 27) || c == 127; });
  return head.find('\0') != std::string_view::npos || static_cast<size_t>(bad) * 50 > head.size();
}

Format sniff_zip(std::string_view bytes) {
  return bytes.substr(0, kLook).find("word/") != std::string_view::npos ||
                 bytes.substr(0, kLook).find("[Content_Types].xml") != std::string_view::npos
             ? Format::docx
             : Format::archive;
}

bool is_tar(std::string_view bytes) { return bytes.size() > 262 && bytes.substr(257, 5) == "ustar"; }

}  // namespace

Format sniff(std::string_view path, std::string_view bytes) {
  const std::string name = ascii_lower(path);
  const bool packed = bytes.starts_with("\x1F\x8B") || bytes.starts_with("\x28\xB5\x2F\xFD");
  if (packed && (name.find(".warc") != std::string::npos || name.find(".arc.") != std::string::npos))
    return Format::warc;
  if (bytes.starts_with("WARC/") || bytes.starts_with("filedesc://")) return Format::warc;
  if (bytes.starts_with("PK\x03\x04")) return sniff_zip(bytes);
  if (packed || bytes.starts_with("BZh") ||
      bytes.starts_with("\xFD"
                        "7zXZ") ||
      is_tar(bytes))
    return Format::archive;
  if (bytes.starts_with("%PDF-")) return Format::pdf;

  std::string_view head = bytes.substr(0, kLook);
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  if (trim(bytes.substr(0, 1 << 20)).empty()) return Format::empty;
  if (looks_binary(head)) return Format::binary;
  const std::string_view text = trim(head);
  if (text.starts_with('{') && text.find('"') != std::string_view::npos) return Format::json;
  if (text.starts_with("[{") || (text.starts_with('[') && trim(text.substr(1)).starts_with('{'))) return Format::json;
  if (text.starts_with('<')) {
    const bool html = looks_like_html(text);
    if (looks_like_feed(text) && !ascii_lower(text.substr(0, 200)).starts_with("<!doctype html")) return Format::xml;
    if (html) return Format::html;
    if (text.starts_with("<?xml")) return name.ends_with("html") ? Format::html : Format::xml;
  }
  if (name.ends_with(".html") || name.ends_with(".htm")) return Format::html;
  return Format::plain_text;
}

}  // namespace dateline
