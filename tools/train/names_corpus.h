// Documents with names, cut and tagged as in use, as examples for a linear chain. Private to train_names_main.cc.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <unordered_map>
#include <vector>

#include <nlohmann/json.hpp>

#include "annotate/name_features.h"
#include "base/hash.h"
#include "base/strings.h"
#include "names_chain.h"
#include "text/segmenter.h"
#include "text/syntax.h"

namespace dateline::train {

[[noreturn]] inline void fail(const std::string& message) {
  std::fprintf(stderr, "train_names: %s\n", message.c_str());
  std::exit(2);
}

template <typename T>
T must(Result<T> result) {
  if (!result.ok()) fail(result.error().text());
  return std::move(result).value();
}

// Other ways to write a text, byte for byte: what is written in haste, and headlines.
enum class Style : uint8_t { small, capitals, titled };
constexpr size_t kStyles = 3;

inline std::string restyled(std::string text, Style style) {
  bool first = true;
  for (char& c : text) {
    if (style == Style::small && is_upper(c)) c = static_cast<char>(c + 32);
    if (is_lower(c) && (style == Style::capitals || (style == Style::titled && first))) c = static_cast<char>(c - 32);
    first = c == ' ' || c == '\n' || c == '-' || c == '"';
  }
  return text;
}

// Labels of a sentence's tokens from names given as [begin, end, type], bytes; a name counts with all tokens it
// touches.
inline std::vector<uint8_t> name_labels(const Document& doc, const Sentence& s, const nlohmann::json& names) {
  std::vector<uint8_t> labels(s.tokens.size(), 0);
  for (const auto& name : names) {
    const Span span{name[0], name[1]};
    if (!s.span.overlaps(span)) continue;
    const size_t type = std::string_view("pol").find(name[2].get<std::string>());
    uint32_t begin = s.tokens.end, end = s.tokens.begin;
    for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
      if (!doc.tokens[t].span.overlaps(span)) continue;
      begin = std::min(begin, t);
      end = t + 1;
    }
    for (uint32_t t = begin; t < end; ++t) {
      const NamePart part = end - begin == 1 ? NamePart::unit
                            : t == begin     ? NamePart::begin
                            : t + 1 == end   ? NamePart::last
                                             : NamePart::inside;
      labels[t - s.tokens.begin] = name_label(type, part);
    }
  }
  return labels;
}

class NamesCorpus {
 public:
  NamesCorpus(const std::string& path, const Resources& resources, const NameLexicon& lexicon,
              const WordClasses& classes)
      : segmenter_(must(Segmenter::load(resources))),
        syntax_(must(SyntaxAnnotator::load(resources))),
        features_(lexicon, classes) {
    std::ifstream in(path);
    if (!in) fail("no " + path);
    for (std::string line; std::getline(in, line); ++documents) {
      nlohmann::json row = nlohmann::json::parse(line);
      read(row);
      // Three documents in eight come once more, in another style.
      if (const size_t style = documents % kStyleEvery; style < kStyles) {
        row["text"] = restyled(row["text"], static_cast<Style>(style));
        read(row);
      }
    }
    keep_frequent();
  }

  std::vector<NameExample> examples;
  std::vector<uint64_t> hashes;  // [feature id]
  size_t documents = 0, tokens = 0;

 private:
  static constexpr size_t kStyleEvery = 8;
  static constexpr uint32_t kLeastCount = 4;  // of a feature
  // Its conventions are the most careful, and its share the more so as others hold more tweets and phrases than names.
  static double weight_of(const std::string& source) { return source == "uner" ? 1.5 : 1; }

  void read(const nlohmann::json& row) {
    Document doc;
    doc.text = row["text"];
    doc.language = "en";
    doc.sections = {{{0, static_cast<uint32_t>(doc.text.size())}, SectionKind::body, "", {}, ""}};
    segmenter_.annotate(doc);
    syntax_.annotate(doc);
    auto words = features_.look(doc);
    forget_organisations(doc, words);
    for (const Sentence& s : doc.sentences) {
      NameExample example;
      example.labels = name_labels(doc, s, row["names"]);
      example.weight = weight_of(row["source"]);
      for (uint32_t t = s.tokens.begin; t < s.tokens.end; ++t) {
        const bool sure = example.labels[t - s.tokens.begin] == 0 && features_.in_no_name(words, s, t);
        example.sure.push_back(sure);
        example.features.push_back(sure ? std::vector<uint32_t>() : ids_of(words, s, t));
      }
      tokens += s.tokens.size();
      examples.push_back(std::move(example));
    }
  }

  // A name in four is taken for one that the list of organisations lacks: it lacks as many elsewhere.
  void forget_organisations(const Document& doc, std::vector<WordView>& words) {
    constexpr uint64_t kForgetEvery = 4;
    for (uint32_t t = 0; t < words.size(); ++t) {
      const OrgMark::Place place = words[t].org.place;
      if (place == OrgMark::begin || place == OrgMark::whole)
        forget_ = hash64(doc.words(doc.tokens[t]), documents) % kForgetEvery == 0;
      if (place == OrgMark::none || !forget_) continue;
      words[t].org = {};
      words[t].known &= ~uint32_t{kOrganisation | kOrgBegin | kOrgIn};
    }
  }

  // In every other document the tags are left out, so that the model does not lean on them.
  std::vector<uint32_t> ids_of(const std::vector<WordView>& words, const Sentence& s, uint32_t t) {
    uint64_t out[NameFeatures::kCount];
    features_.at(words, s, t, documents % 2 == 0, out);
    std::vector<uint32_t> ids;
    for (size_t f = 0; f < NameFeatures::kCount && out[f] != 0; ++f) {
      const auto [it, fresh] = id_of_.emplace(out[f], static_cast<uint32_t>(hashes.size()));
      if (fresh) hashes.push_back(out[f]), count_.push_back(0);
      ++count_[it->second];
      ids.push_back(it->second);
    }
    return ids;
  }

  void keep_frequent() {
    std::vector<uint32_t> renumber(hashes.size(), UINT32_MAX);
    std::vector<uint64_t> kept;
    for (size_t i = 0; i < hashes.size(); ++i) {
      if (count_[i] < kLeastCount) continue;
      renumber[i] = static_cast<uint32_t>(kept.size());
      kept.push_back(hashes[i]);
    }
    for (NameExample& e : examples) {
      for (auto& ids : e.features) {
        for (uint32_t& id : ids) id = renumber[id];
        std::erase(ids, UINT32_MAX);
      }
    }
    hashes = std::move(kept);
    id_of_.clear();
  }

  Segmenter segmenter_;
  SyntaxAnnotator syntax_;
  NameFeatures features_;
  std::unordered_map<uint64_t, uint32_t> id_of_;
  std::vector<uint32_t> count_;
  bool forget_ = false;
};

}  // namespace dateline::train
