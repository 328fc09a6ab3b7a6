#include "annotate/event_lexicon.h"

#include <algorithm>

#include "base/strings.h"
#include "base/table.h"

namespace dateline {
namespace {

using Lexicon = EventLexicon;

constexpr std::pair<std::string_view, SlotId> kFixedSlots[] = {
    {"subj", kSubj}, {"obj", kObj},   {"iobj", kIobj},     {"prt", kPrt},      {"xcomp", kXcomp}, {"ccomp", kCcomp},
    {"mod", kMod},   {"poss", kPoss}, {"advmod", kAdvmod}, {"obj-of", kObjOf}, {"on-of", kOnOf},  {"subj-of", kSubjOf}};

// Reads the tables into a Lexicon. Every failure names the file and line.
struct Reader {
  Lexicon& lex;
  StringTable<std::vector<WordId>> classes;

  WordId word(std::string_view text) {
    const auto [id, fresh] = lex.word_ids.emplace(text, static_cast<WordId>(lex.words.size()));
    if (fresh) lex.words.emplace_back();
    return *id;
  }

  SlotId slot(std::string_view text) {
    for (const auto& [name, id] : kFixedSlots) {
      if (name == text) return id;
    }
    return *lex.slot_ids.emplace(text, static_cast<SlotId>(kFirstPrep + lex.slot_ids.size())).first;
  }

  // "word" or "@class", appended to `out`.
  bool add_words(std::string_view text, std::vector<WordId>& out) {
    if (!text.starts_with('@')) {
      out.push_back(word(text));
      return true;
    }
    const std::vector<WordId>* members = classes.find(text.substr(1));
    if (members == nullptr) return false;
    out.insert(out.end(), members->begin(), members->end());
    return true;
  }

  bool read_need(std::string_view text, FrameNeed& need) {
    need.negated = text.starts_with('!');
    if (need.negated) text.remove_prefix(1);
    const size_t colon = text.find(':');
    if (colon == text.npos) return false;
    need.slot = slot(text.substr(0, colon));
    for (std::string_view value : split(text.substr(colon + 1), ',')) {
      if (value == "*")
        need.any = true;
      else if (value == "#actor")
        need.actor = true;
      else if (value == "#person")
        need.person = true;
      else if (value == "#place")
        need.place = true;
      else if (value == "#org")
        need.org = true;
      else if (value == "#number")
        need.number = true;
      else if (value == "#thing" || value == "#vehicle")
        need.thing = true;
      else if (value.empty() || !add_words(value, need.words))
        return false;
    }
    std::sort(need.words.begin(), need.words.end());
    return true;
  }

  std::vector<RoleSlot> read_slots(std::string_view text) {
    std::vector<RoleSlot> out;
    for (std::string_view part : split(text, ',')) {
      if (part.empty()) continue;
      const size_t dot = part.find('.');
      RoleSlot role{slot(part.substr(0, dot)), kNoSlot};
      if (dot != part.npos) role.inner = slot(part.substr(dot + 1));
      out.push_back(role);
    }
    return out;
  }

  // ACTORS [+ FELLOWS] [> RECIPIENTS]
  void read_roles(std::string_view text, Frame& frame) {
    const size_t to = text.find('>');
    if (to != text.npos) frame.recipients = read_slots(text.substr(to + 1));
    text = text.substr(0, to);
    const size_t plus = text.find('+');
    if (plus != text.npos) frame.fellows = read_slots(text.substr(plus + 1));
    frame.actors = read_slots(text.substr(0, plus));
  }

  Error fail(const std::string& name, const Table& table, size_t row, std::string message) const {
    return {ErrorCode::invalid_input, std::move(message), name + ":" + std::to_string(table.line(row))};
  }

  Status read_classes(const Resources& resources) {
    TRY(Table table, Table::load(resources, "events/classes.tsv"));
    TRY(const size_t name, table.column("class"));
    TRY(const size_t words, table.column("words"));
    for (size_t row = 0; row < table.rows(); ++row) {
      for (std::string_view w : variants(table.cell(row, words))) classes[table.cell(row, name)].push_back(word(w));
    }
    return kDone;
  }

  Status read_types(const Resources& resources) {
    TRY(Table table, Table::load(resources, "events/types.tsv"));
    TRY(const size_t type, table.column("type"));
    TRY(const size_t mode, table.column("mode"));
    TRY(const size_t weight, table.column("weight"));
    for (size_t row = 0; row < table.rows(); ++row) {
      const std::string_view digits = table.cell(row, weight);
      if (digits.size() != 1 || !is_digit(digits[0])) return fail("events/types.tsv", table, row, "weight is not 0..9");
      if (table.cell(row, type).size() > Label::kMaxSize || table.cell(row, mode).size() > Label::kMaxSize) {
        return fail("events/types.tsv", table, row, "name too long");
      }
      lex.types.push_back({Label(table.cell(row, type)), Label(table.cell(row, mode)), digits[0] - '0'});
    }
    return kDone;
  }

  bool declared(const Frame& frame) const {
    return std::any_of(lex.types.begin(), lex.types.end(),
                       [&](const auto& info) { return info.type == frame.type && info.mode == frame.mode; });
  }

  Status read_frames(const Resources& resources, const std::string& name) {
    TRY(Table table, Table::load(resources, name));
    size_t columns[6];
    const char* headers[] = {"words", "pos", "needs", "type", "mode", "roles"};
    for (int i = 0; i < 6; ++i) {
      TRY(columns[i], table.column(headers[i]));
    }
    TRY(const size_t flags, table.column("flags"));
    for (size_t row = 0; row < table.rows(); ++row) {
      Frame frame;
      frame.order = static_cast<uint32_t>(lex.frames.size());
      const std::string_view pos = table.cell(row, columns[1]);
      if (pos != "v" && pos != "n" && pos != "a") return fail(name, table, row, "pos is not v, n or a");
      frame.pos = pos == "v" ? FramePos::verb : pos == "n" ? FramePos::noun : FramePos::adjective;
      for (std::string_view text : split(table.cell(row, columns[2]), ' ')) {
        if (text.empty()) continue;
        frame.needs.emplace_back();
        if (!read_need(text, frame.needs.back()))
          return fail(name, table, row, "cannot read need " + std::string(text));
      }
      frame.type = Label(table.cell(row, columns[3]));
      frame.mode = Label(table.cell(row, columns[4]));
      if (!declared(frame)) return fail(name, table, row, "type and mode are not in events/types.tsv");
      read_roles(table.cell(row, columns[5]), frame);
      frame.weak = table.cell(row, flags).find("weak") != std::string_view::npos;
      frame.standing = table.cell(row, flags).find("standing") != std::string_view::npos;
      std::vector<WordId> words;
      for (std::string_view w : variants(table.cell(row, columns[0]))) {
        // "gun+down": the first word triggers, the second must follow as its particle or object.
        const size_t plus = w.find('+');
        if (plus != w.npos) continue;
        if (!add_words(w, words)) return fail(name, table, row, "no such class " + std::string(w));
      }
      for (WordId w : words) lex.words[w].frames.push_back(frame.order);
      lex.frames.push_back(std::move(frame));
    }
    return kDone;
  }

  Status read_lights(const Resources& resources) {
    TRY(Table table, Table::load(resources, "events/lights.tsv"));
    TRY(const size_t verb, table.column("verb"));
    TRY(const size_t at, table.column("slot"));
    TRY(const size_t subject, table.column("subject"));
    for (size_t row = 0; row < table.rows(); ++row) {
      const std::string_view kind = table.cell(row, subject);
      LightVerb light{slot(table.cell(row, at)), LightSubject::acts};
      if (kind == "suffers") light.subject = LightSubject::suffers;
      if (kind == "none") light.subject = LightSubject::none;
      for (std::string_view w : variants(table.cell(row, verb))) lex.words[word(w)].lights.push_back(light);
    }
    return kDone;
  }

  Status read_cues(const Resources& resources) {
    TRY(Table table, Table::load(resources, "events/cues.tsv"));
    TRY(const size_t cue, table.column("cue"));
    TRY(const size_t where, table.column("where"));
    TRY(const size_t status, table.column("status"));
    for (size_t row = 0; row < table.rows(); ++row) {
      StatusCue read;
      const std::string_view kind = table.cell(row, where);
      if (kind == "gov")
        read.kind = CueKind::governor;
      else if (kind == "aux")
        read.kind = CueKind::auxiliary;
      else if (kind == "mark")
        read.kind = CueKind::mark;
      else if (kind == "mod")
        read.kind = CueKind::modifier;
      else if (kind == "det")
        read.kind = CueKind::determiner;
      else if (kind == "claim")
        read.kind = CueKind::disowner;
      else
        return fail("events/cues.tsv", table, row, "where is none of gov, aux, mark, mod, det, claim");
      bool known = false;
      for (int s = 0; s <= static_cast<int>(EventStatus::claimed); ++s) {
        if (name_of(static_cast<EventStatus>(s)) != table.cell(row, status)) continue;
        read.status = static_cast<EventStatus>(s);
        known = true;
      }
      if (!known) return fail("events/cues.tsv", table, row, "unknown status");
      for (std::string_view w : variants(table.cell(row, cue))) lex.words[word(w)].cues.push_back(read);
    }
    return kDone;
  }

  Status read_actors(const Resources& resources) {
    TRY(Table table, Table::load(resources, "events/actors.tsv"));
    TRY(const size_t kind, table.column("kind"));
    TRY(const size_t noun, table.column("nouns"));
    for (size_t row = 0; row < table.rows(); ++row) {
      const std::string_view what = table.cell(row, kind);
      for (std::string_view w : variants(table.cell(row, noun))) {
        Lexicon::Word& entry = lex.words[word(w)];
        if (what == "actor")
          entry.actor = true;
        else if (what == "partitive")
          entry.partitive = true;
        else if (what == "share")
          entry.share = true;
        else if (what == "count")
          entry.count = true;
        else if (what == "container")
          entry.container = true;
        else if (what == "charge")
          entry.charge = true;
        else if (what == "recall")
          entry.recall = true;
        else if (what == "part")
          entry.part = true;
        else
          return fail("events/actors.tsv", table, row,
                      "kind is none of actor, partitive, share, container, charge, recall, part, count");
      }
    }
    return kDone;
  }

  // A frame that asks for more is tried first; '!' needs and '*' ask for less than a word does.
  void order_frames() {
    const auto demand = [&](uint32_t i) {
      int sum = 0;
      for (const FrameNeed& need : lex.frames[i].needs)
        sum += need.negated ? 0 : need.any ? 2 : need.words.empty() ? 2 : 3;
      return sum;
    };
    for (auto& w : lex.words) {
      std::stable_sort(w.frames.begin(), w.frames.end(), [&](uint32_t a, uint32_t b) { return demand(a) > demand(b); });
    }
  }
};

}  // namespace

Result<std::shared_ptr<const EventLexicon>> EventLexicon::read(const Resources& resources) {
  auto lex = std::make_shared<EventLexicon>();
  Reader reader{*lex, {}};
  CHECK_OK(reader.read_types(resources));
  CHECK_OK(reader.read_classes(resources));
  for (const std::string& name : resources.list("events/frames/")) CHECK_OK(reader.read_frames(resources, name));
  CHECK_OK(reader.read_lights(resources));
  CHECK_OK(reader.read_cues(resources));
  CHECK_OK(reader.read_actors(resources));
  reader.order_frames();
  return std::shared_ptr<const EventLexicon>(std::move(lex));
}

int EventLexicon::weight(Label type, Label mode) const {
  int found = 1;
  for (const TypeInfo& info : types) {
    if (info.type == type && (info.mode == mode || info.mode.empty())) found = info.weight;
    if (info.type == type && info.mode == mode) break;
  }
  return found;
}

}  // namespace dateline
