// Every stored line, derived again from the texts it rests on.
#include <map>

#include "engine/derivation.h"
#include "engine/lines.h"
#include "engine/stages.h"
#include "model/codec.h"
#include "store/store.h"

namespace dateline {
namespace {

using Key = std::pair<LineKind, std::string>;

std::map<Key, std::string> by_key(const std::vector<Line>& lines) {
  std::map<Key, std::string> out;
  for (const Line& line : lines) out[{line.kind, line.id}] += line.payload;
  return out;
}

// Lines of `stored` that `derived` has not, or has otherwise.
template <typename Report>
void compare(const std::map<Key, std::string>& stored, const std::map<Key, std::string>& derived,
             const Report& report) {
  for (const auto& [key, payload] : stored) {
    auto found = derived.find(key);
    if (found == derived.end())
      report(key.second, "does not follow from the reports");
    else if (found->second != payload)
      report(key.second, "follows otherwise from the reports");
  }
  for (const auto& [key, payload] : derived) {
    if (!stored.contains(key)) report(key.second, "follows from the reports, but is not on record");
  }
}

}  // namespace

Result<std::vector<Flaw>> Engine::verify(const std::string& db, const std::function<void(const Flaw&)>& on_flaw) const {
  TRY(Store store, Store::open(db, Database::Mode::read));
  std::vector<Flaw> flaws;
  const auto report = [&](const std::string& id, const std::string& why) {
    flaws.push_back({id, why});
    if (on_flaw) on_flaw(flaws.back());
  };
  TRY(auto neighbourhoods, store.neighbourhoods());
  TRY(const std::vector<Correction> corrections, store.corrections());
  for (const std::vector<ReportRow>& rows : neighbourhoods) {
    for (ReportRow row : rows) {
      TRY(Document stored, store.document(row));
      if (encode(analyse_again(stored)) != encode(stored))
        report(stored.id, "its annotations follow otherwise from its text");
    }
    TRY(std::vector<Line> lines, store.lines_of(rows.front()));
    TRY(const std::vector<Record> again, derive_rows(*this, store, {{rows, {}}}, corrections, 1));
    compare(by_key(lines), by_key(to_lines(again.front())), report);
  }
  return flaws;
}

}  // namespace dateline
