#include "annotate/times_grammar.h"

#include <algorithm>

#include "base/strings.h"

namespace dateline::times {

// From the text of rules to automata. Built from the end: compile(tree, next) gives the state before `tree` whose
// paths go on at `next`, so that no empty transitions ever exist.
class Grammar::Compiler {
 public:
  Compiler(Grammar& grammar, Words& words) : g_(grammar), words_(words) {}

  Status declare(const RuleFile& file) {
    for (const Rule& rule : file.rules) {
      for (const RuleField& field : rule.fields) {
        if (field.key == "makes" || field.key == "finds") category(field.text);
      }
    }
    return kDone;
  }

  Status add(const RuleFile& file, const Rule& source) {
    file_ = &file;
    rule_ = {};
    rule_.name = std::string(file.name) + ":" + std::to_string(source.line) + " " + std::string(source.name);
    slots_.clear();
    MatchTree all{MatchTree::choice, false, false, {}, {}, {}};
    std::string_view value;
    bool placed = false;
    for (const RuleField& field : source.fields) {
      if (field.key == "match") {
        TRY(MatchTree tree, parse_match(file, field.text));
        all.parts.push_back(std::move(tree));
      } else if (field.key == "makes" || field.key == "finds") {
        rule_.category = category(field.text);
        rule_.alone = field.key == "finds";
        placed = true;
      } else if (field.key == "value") {
        value = field.text;
      } else if (field.key == "after" || field.key == "before" || field.key == "not-after" ||
                 field.key == "not-before") {
        CHECK_OK(add_test(field));
      } else if (field.key != "yes" && field.key != "no" && field.key != "note") {
        return file.error(field.key, "no field of that name");
      }
    }
    if (all.parts.empty()) return file.error(source.name, "a rule without match");
    if (!placed) return file.error(source.name, "a rule without makes or finds");
    g_.states_.push_back({true, {}});
    TRY(rule_.start, compile(all, static_cast<uint16_t>(g_.states_.size() - 1)));
    CHECK_OK(add_value(value));
    g_.rules_.push_back(std::move(rule_));
    return kDone;
  }

  // A rule runs after all rules that make what it uses. One that makes more of its own kind ("Friday, " + date) runs
  // after those that do not.
  Status order() {
    std::vector<uint8_t> simple(g_.categories_.size(), 0), made(g_.categories_.size(), 0);
    for (size_t round = 0; round < 16; ++round) {
      bool changed = false;
      for (CompiledRule& rule : g_.rules_) {
        uint8_t stage = 0;
        bool self = false;
        for (uint16_t used : rule.uses) {
          self |= used == rule.category;
          stage = std::max<uint8_t>(stage, (used == rule.category ? simple : made)[used] + 1);
        }
        changed |= stage != rule.stage;
        rule.stage = stage;
        made[rule.category] = std::max(made[rule.category], stage);
        if (!self) simple[rule.category] = std::max(simple[rule.category], stage);
        g_.stages_ = std::max<uint8_t>(g_.stages_, stage + 1);
      }
      if (!changed) return index();
    }
    return Error{ErrorCode::invalid_input, "rules that need each other in a circle", std::string(file_->name)};
  }

 private:
  CategoryId category(std::string_view name) {
    auto found = std::find(g_.categories_.begin(), g_.categories_.end(), name);
    if (found != g_.categories_.end()) return static_cast<CategoryId>(found - g_.categories_.begin());
    g_.categories_.emplace_back(name);
    return static_cast<CategoryId>(g_.categories_.size() - 1);
  }

  // What {name} stands for: a class of words, or a category of rules.
  Result<Edge> slot_edge(std::string_view name) {
    if (ClassId cls = words_.class_named(name); cls != kNoClass) return Edge{Edge::cls, cls, kNoSlot, false, 0};
    auto found = std::find(g_.categories_.begin(), g_.categories_.end(), name);
    if (found == g_.categories_.end())
      return file_->error(name, "no class of words and no category of rules of that name");
    const auto id = static_cast<uint16_t>(found - g_.categories_.begin());
    return Edge{Edge::category, id, kNoSlot, false, 0};
  }

  uint8_t slot_number(std::string_view alias) {
    auto found = std::find(slots_.begin(), slots_.end(), alias);
    if (found == slots_.end()) found = slots_.insert(slots_.end(), alias);
    return static_cast<uint8_t>(found - slots_.begin());
  }

  Result<uint16_t> compile(const MatchTree& tree, uint16_t next, bool glued = false) {
    State state;
    glued |= tree.glued;
    const auto join = [&](uint16_t other) {
      const State copy = g_.states_[other];
      state.accepts |= copy.accepts;
      state.edges.insert(state.edges.end(), copy.edges.begin(), copy.edges.end());
    };
    if (tree.kind == MatchTree::word) {
      const WordId word = words_.add(ascii_lower(tree.text));
      state.edges.push_back({Edge::word, word, kNoSlot, glued, next});
    } else if (tree.kind == MatchTree::slot) {
      TRY(Edge edge, slot_edge(tree.text));
      if (edge.kind == Edge::category) rule_.uses.push_back(edge.what);
      edge.slot = slot_number(tree.alias);
      if (edge.slot >= kMaxSlots) return file_->error(tree.text, "more than 12 slots in one rule");
      edge.glued = glued;
      edge.next = next;
      state.edges.push_back(edge);
    } else if (tree.kind == MatchTree::choice) {
      for (const MatchTree& part : tree.parts) {
        TRY(const uint16_t begin, compile(part, next, glued));
        join(begin);
      }
    } else {
      uint16_t begin = next;
      for (size_t i = tree.parts.size(); i-- > 0;) {
        TRY(begin, compile(tree.parts[i], begin, glued && i == 0));
      }
      join(begin);
    }
    if (tree.optional) join(next);
    g_.states_.push_back(std::move(state));
    return static_cast<uint16_t>(g_.states_.size() - 1);
  }

  Status add_test(const RuleField& field) {
    Test test{field.key.ends_with("after"), !field.key.starts_with("not"), {}};
    TRY(MatchTree tree, parse_match(*file_, field.text));
    if (tree.kind != MatchTree::choice) {
      MatchTree one = std::move(tree);
      tree = MatchTree{MatchTree::choice, false, false, {}, {}, {}};
      tree.parts.push_back(std::move(one));
    }
    for (const MatchTree& part : tree.parts) {
      if (part.kind != MatchTree::sequence || part.parts.size() != 1)
        return file_->error(field.text, "expected single words, parted by |");
      const MatchTree& item = part.parts[0];
      Edge edge{Edge::word, 0, kNoSlot, item.glued, 0};
      if (item.kind == MatchTree::word) {
        edge.what = words_.add(ascii_lower(item.text));
      } else {
        TRY(edge, slot_edge(item.text));
        if (edge.kind == Edge::category)
          return file_->error(item.text, "only words and classes of words can stand here");
        edge.glued = item.glued;
      }
      test.any.push_back(edge);
    }
    rule_.tests.push_back(std::move(test));
    return kDone;
  }

  Status add_value(std::string_view text) {
    while (!(text = trim(text)).empty()) {
      const size_t end = std::min(text.find_first_of(" \t"), text.size());
      const std::string_view item = text.substr(0, end);
      text.remove_prefix(end);
      Assignment out{Assignment::constant, Field::type, 0, kNoSlot};
      const size_t equals = item.find('=');
      if (equals == std::string_view::npos) {
        if (item.starts_with('{')) {
          out.kind = Assignment::merge;
          CHECK_OK(read_slot(item, out));
        } else if (item == "none") {
          out.field = Field::none;
          out.value = 1;
        } else {
          std::string upper(item);
          for (char& c : upper) c = is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c;
          auto type = value_named(Field::type, upper);
          if (!type) return file_->error(item, "expected date, time, duration, set, none, {slot} or field=value");
          out.value = *type;
        }
      } else {
        auto field = field_named(item.substr(0, equals));
        if (!field) return file_->error(item, "no field of that name");
        out.field = *field;
        std::string_view right = item.substr(equals + 1);
        out.value = 1;
        if (right.starts_with("-{")) {
          out.value = -1;
          right.remove_prefix(1);
        }
        if (right.starts_with('{')) {
          out.kind = Assignment::from_slot;
          CHECK_OK(read_slot(right, out));
        } else {
          auto value = value_named(*field, right);
          if (!value) return file_->error(right, "no such value for this field");
          out.value = *value;
        }
      }
      rule_.value.push_back(out);
    }
    return kDone;
  }

  Status read_slot(std::string_view item, Assignment& out) {
    if (!item.ends_with('}')) return file_->error(item, "this { is not closed");
    const std::string_view alias = item.substr(1, item.size() - 2);
    auto found = std::find(slots_.begin(), slots_.end(), alias);
    if (found == slots_.end()) return file_->error(item, "match has no slot of that name");
    out.slot = static_cast<uint8_t>(found - slots_.begin());
    return kDone;
  }

  Status index() {
    std::vector<uint16_t> sorted(g_.rules_.size());
    for (size_t i = 0; i < sorted.size(); ++i) sorted[i] = static_cast<uint16_t>(i);
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](uint16_t a, uint16_t b) { return g_.rules_[a].stage < g_.rules_[b].stage; });
    g_.by_word_.assign(words_.size(), {});
    g_.by_category_.assign(g_.categories_.size(), {});
    const auto add = [](std::vector<uint16_t>& list, uint16_t rule) {
      if (list.empty() || list.back() != rule) list.push_back(rule);
    };
    for (uint16_t r : sorted) {
      uint64_t numbers = 0;
      for (const Edge& edge : g_.states_[g_.rules_[r].start].edges) {
        if (edge.kind == Edge::word) add(g_.by_word_[edge.what], r);
        if (edge.kind == Edge::category) add(g_.by_category_[edge.what], r);
        if (edge.kind != Edge::cls) continue;
        if (Words::is_number_class(static_cast<ClassId>(edge.what))) numbers |= uint64_t{1} << edge.what;
        for (size_t w = 1; w < words_.size(); ++w) {
          if (words_.classes_of(static_cast<WordId>(w)) >> edge.what & 1) add(g_.by_word_[w], r);
        }
      }
      if (numbers != 0) g_.by_number_.emplace_back(numbers, r);
    }
    return kDone;
  }

  Grammar& g_;
  Words& words_;
  const RuleFile* file_ = nullptr;
  CompiledRule rule_;
  std::vector<std::string_view> slots_;
};

Result<Grammar> Grammar::compile(const std::vector<RuleFile>& files, Words& words) {
  Grammar grammar;
  grammar.words_ = &words;
  Compiler compiler(grammar, words);
  for (const RuleFile& file : files) CHECK_OK(compiler.declare(file));
  for (const RuleFile& file : files) {
    for (const Rule& rule : file.rules) CHECK_OK(compiler.add(file, rule));
  }
  CHECK_OK(compiler.order());
  grammar.look_ahead();
  return grammar;
}

}  // namespace dateline::times
