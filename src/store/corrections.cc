// The tables of what a person said over what was derived.
#include "store/schema.h"
#include "store/store.h"

namespace dateline {
namespace {

constexpr CorrectionKind kKinds[] = {CorrectionKind::merge, CorrectionKind::split, CorrectionKind::reject,
                                     CorrectionKind::set, CorrectionKind::note};

Result<CorrectionKind> kind_named(std::string_view name) {
  for (CorrectionKind kind : kKinds) {
    if (name_of(kind) == name) return kind;
  }
  return Error{ErrorCode::unsupported, "a correction of a kind that this version does not know", std::string(name)};
}

}  // namespace

Result<std::vector<Correction>> Store::corrections() {
  std::vector<Correction> out;
  TRY(const bool any, has_table("correction"));
  if (!any) return out;
  TRY(Query * q,
      query("SELECT id, kind, target, other, attribute, value, said_by, made, undone FROM correction ORDER BY number"));
  const auto read_one = [&]() -> Status {
    Correction c;
    c.id = q->text(0);
    TRY(c.kind, kind_named(q->text(1)));
    c.target = q->text(2);
    c.other = q->text(3);
    c.attribute = q->text(4);
    c.value = q->text(5);
    c.by = q->text(6);
    c.made = q->text(7);
    c.undone = q->integer(8) != 0;
    out.push_back(std::move(c));
    return kDone;
  };
  CHECK_OK(q->each(read_one));
  TRY(Query * anchors, query("SELECT other, report, begin, end FROM correction_anchor WHERE id=? ORDER BY 1, 2, 3, 4"));
  for (Correction& c : out) {
    CHECK_OK(anchors->bind(1, std::string_view(c.id)).each([&] {
      const Span span{static_cast<uint32_t>(anchors->integer(2)), static_cast<uint32_t>(anchors->integer(3))};
      (anchors->integer(0) != 0 ? c.other_anchor : c.anchor).push_back({std::string(anchors->text(1)), span});
    }));
  }
  return out;
}

Status Store::add(const Correction& c) {
  CHECK_OK(db_.execute(kCorrectionSchema));
  CHECK_OK(begin());
  TRY(Query * insert,
      query("INSERT OR REPLACE INTO correction (number, id, kind, target, other, attribute, value, said_by, made, "
            "undone) VALUES ((SELECT COALESCE(MAX(number), 0) + 1 FROM correction), ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
  insert->bind(1, std::string_view(c.id)).bind(2, name_of(c.kind)).bind(3, std::string_view(c.target));
  insert->bind(4, std::string_view(c.other)).bind(5, std::string_view(c.attribute));
  insert->bind(6, std::string_view(c.value)).bind(7, std::string_view(c.by)).bind(8, std::string_view(c.made));
  CHECK_OK(insert->bind(9, int64_t{c.undone}).run());
  TRY(Query * anchor,
      query("INSERT OR IGNORE INTO correction_anchor (id, other, report, begin, end) VALUES (?, ?, ?, ?, ?)"));
  for (const auto* side : {&c.anchor, &c.other_anchor}) {
    for (const Evidence& e : *side) {
      anchor->bind(1, std::string_view(c.id)).bind(2, int64_t{side == &c.other_anchor});
      anchor->bind(3, std::string_view(e.report)).bind(4, int64_t{e.span.begin}).bind(5, int64_t{e.span.end});
      CHECK_OK(anchor->run());
    }
  }
  return commit();
}

Result<bool> Store::set_undone(const std::string& id) {
  TRY(std::vector<Correction> all, corrections());
  for (const Correction& c : all) {
    if (c.id != id || c.undone) continue;
    TRY(Query * q, query("UPDATE correction SET undone=1 WHERE id=?"));
    CHECK_OK(q->bind(1, std::string_view(id)).run());
    return true;
  }
  return false;
}

}  // namespace dateline
