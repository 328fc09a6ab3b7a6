#include "readers.h"

#include <cstdlib>
#include <utility>

#include "extract/date_labels.h"
#include "extract/dates.h"
#include "extract/decode.h"
#include "extract/extract.h"
#include "ingest/http.h"
#include "ingest/ingest.h"
#include "ingest/robots.h"

namespace dateline {
namespace {

const Extractor& extractor() {
  static const Extractor kOne = std::move(Extractor::load(Resources::embedded())).value();
  return kOne;
}

// A page or a plain text, with nothing said about it.
void extract_as(ContentType type, std::string_view bytes) {
  Capture capture;
  capture.payload = bytes;
  capture.type = type;
  (void)extractor().extract(capture);
}

// A file of that name, told by its content, and every report in it.
void read_file_named(const char* name, std::string_view bytes) {
  constexpr int kReports = 50;
  int reports = 0;
  read_upload(name, std::string(bytes), {}, [&](const Result<Capture>& capture) {
    if (capture.ok()) (void)extractor().extract(*capture);
    return ++reports < kReports;
  });
}

void read_robots(std::string_view bytes) {
  for (std::string_view path : {"/", "/a/b?c=d", "/%7Ejoe/index.html"}) (void)robots_allow(bytes, "dateline", path);
}

void read_dates(std::string_view bytes) {
  static const DateReader kReader = std::move(DateReader::load(Resources::embedded())).value();
  static const DateLabels kLabels = std::move(DateLabels::load(Resources::embedded())).value();
  for (NumericOrder order : {NumericOrder::unknown, NumericOrder::month_first, NumericOrder::day_first})
    (void)kReader.find(bytes, order);
  (void)kReader.order_in(bytes);
  (void)kReader.is_only_date(bytes);
  (void)kLabels.after_publication(bytes);
}

}  // namespace

const std::vector<FuzzTarget>& fuzz_targets() {
  static const std::vector<FuzzTarget> kTargets = {
      {"html", [](std::string_view b) { extract_as(ContentType::html, b); }},
      {"text", [](std::string_view b) { extract_as(ContentType::plain_text, b); }},
      {"decode", [](std::string_view b) { (void)decode(b, b.substr(0, b.find('\n'))); }},
      {"feed", [](std::string_view b) { read_file_named("feed.xml", b); }},
      {"newsml", [](std::string_view b) { read_file_named("item.xml", b); }},
      {"json", [](std::string_view b) { read_file_named("reports.jsonl", b); }},
      {"warc", [](std::string_view b) { read_file_named("crawl.warc", b); }},
      {"packed", [](std::string_view b) { read_file_named("crawl.warc.gz", b); }},
      {"archive", [](std::string_view b) { read_file_named("pages.zip", b); }},
      {"http", [](std::string_view b) { (void)read_http(b); }},
      {"robots", read_robots},
      {"dates", read_dates},
  };
  return kTargets;
}

}  // namespace dateline

// For libFuzzer: DATELINE_FUZZ names the target.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  static const dateline::FuzzTarget* const kTarget = [] {
    const char* name = std::getenv("DATELINE_FUZZ");
    for (const dateline::FuzzTarget& target : dateline::fuzz_targets()) {
      if (name != nullptr && target.name == name) return &target;
    }
    return &dateline::fuzz_targets().front();
  }();
  kTarget->run({reinterpret_cast<const char*>(data), size});
  return 0;
}
