// PDF and DOCX through the usual converters, where they are installed; Dateline has no reader of its own for them.
#include <filesystem>

#include "base/files.h"
#include "base/strings.h"
#include "ingest/converter.h"
#include "ingest/input.h"
#include "ingest/limits.h"

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct Kind {
  const char *name, *ending;
  std::vector<std::string> converter;  // IN and OUT are replaced
  ContentType type;                    // of what it writes
};

const Kind kPdf = {"PDF", ".pdf", {"pdftotext", "-enc", "UTF-8", "-nopgbrk", "IN", "OUT"}, ContentType::plain_text};
const Kind kDocx = {"DOCX", ".docx", {"pandoc", "-f", "docx", "-t", "html", "-o", "OUT", "IN"}, ContentType::html};

// A folder of its own for the time of a conversion.
class Folder {
 public:
  Folder() : path_((fs::temp_directory_path() / "dateline-XXXXXX").string()) {
    if (mkdtemp(path_.data()) == nullptr) path_.clear();
  }
  ~Folder() {
    std::error_code ignored;
    if (!path_.empty()) fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

Result<std::string> text_of(const Kind& kind, const std::string& bytes) {
  const Folder folder;
  if (folder.path().empty()) return Error{ErrorCode::io, "no temporary folder can be made", ""};
  const std::string in = folder.path() + "/in" + kind.ending, out = folder.path() + "/out";
  CHECK_OK(write_file(in, bytes));
  std::vector<std::string> words = kind.converter;
  for (std::string& word : words) word = word == "IN" ? in : word == "OUT" ? out : word;
  const std::string& program = kind.converter.front();
  const ConverterLimits limits{kMaxConverterSeconds, kMaxReportBytes};
  switch (convert(words, out, limits)) {
    case Conversion::done: break;
    case Conversion::not_installed:
      return Error{ErrorCode::unsupported,
                   std::string(kind.name) + " needs the program " + program + ", which is not installed", ""};
    case Conversion::failed: return Error{ErrorCode::invalid_input, program + " could not read it", ""};
    case Conversion::too_slow:
      return Error{ErrorCode::limit,
                   program + " was not done with it in " + std::to_string(limits.seconds) + " seconds", ""};
    case Conversion::too_large:
      return Error{ErrorCode::limit, program + " made more than " + std::to_string(limits.bytes >> 20) + " MiB of it",
                   ""};
  }
  TRY(std::string text, read_file(out, kMaxReportBytes));
  if (trim(text).empty()) {
    return Error{ErrorCode::invalid_input,
                 std::string("a ") + kind.name + " without text, such as one of scanned pages", ""};
  }
  return text;
}

}  // namespace

bool read_document(const Input& input, const std::string& bytes, const CaptureSink& sink) {
  const Kind& kind = bytes.starts_with("%PDF-") ? kPdf : kDocx;
  Result<std::string> text = text_of(kind, bytes);
  if (!text.ok()) return sink(Error{text.error().code, text.error().message, input.where()});
  Capture capture = input.capture();
  capture.type = kind.type;
  capture.payload = std::move(*text);
  return sink(std::move(capture));
}

}  // namespace dateline
