// PDF and DOCX through the usual converters, where they are installed; Dateline has no reader of its own for them.
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/files.h"
#include "ingest/input.h"
#include "ingest/limits.h"

extern char** environ;

namespace dateline {
namespace {

namespace fs = std::filesystem;

struct Converter {
  const char* program;
  std::vector<std::string> arguments;  // IN and OUT are replaced
};

const Converter kPdf = {"pdftotext", {"-enc", "UTF-8", "IN", "OUT"}};
const Converter kDocx = {"pandoc", {"-f", "docx", "-t", "html", "-o", "OUT", "IN"}};

// Runs it without a shell; 127 where the program is not installed.
int run(const Converter& converter, const std::string& in, const std::string& out) {
  std::vector<std::string> words = {converter.program};
  for (const std::string& a : converter.arguments) words.push_back(a == "IN" ? in : a == "OUT" ? out : a);
  std::vector<char*> argv;
  for (std::string& w : words) argv.push_back(w.data());
  argv.push_back(nullptr);
  pid_t pid = 0;
  if (posix_spawnp(&pid, converter.program, nullptr, nullptr, argv.data(), environ) != 0) return 127;
  int status = 0;
  waitpid(pid, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}

}  // namespace

bool read_document(const Input& input, const std::string& bytes, const CaptureSink& sink) {
  const bool pdf = bytes.starts_with("%PDF-");
  const Converter& converter = pdf ? kPdf : kDocx;
  std::string folder = (fs::temp_directory_path() / "dateline-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr)
    return sink(Error{ErrorCode::io, "no temporary folder can be made", input.where()});
  const std::string in = folder + (pdf ? "/in.pdf" : "/in.docx"), out = folder + "/out";
  Status written = write_file(in, bytes);
  const int code = written.ok() ? run(converter, in, out) : 1;
  auto text = read_file(out, kMaxReportBytes);
  std::error_code ignored;
  fs::remove_all(folder, ignored);
  if (code == 127) {
    return sink(Error{
        ErrorCode::unsupported,
        std::string(pdf ? "PDF" : "DOCX") + " needs the program " + converter.program + ", which is not installed",
        input.where()});
  }
  if (code != 0 || !text.ok())
    return sink(Error{ErrorCode::invalid_input, std::string(converter.program) + " could not read it", input.where()});
  Capture capture = input.capture();
  capture.type = pdf ? ContentType::plain_text : ContentType::html;
  capture.payload = std::move(*text);
  return sink(std::move(capture));
}

}  // namespace dateline
