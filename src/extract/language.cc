#include "extract/language.h"

#include <algorithm>
#include <array>
#include <bit>

#include "base/strings.h"
#include "base/table.h"
#include "text/utf8.h"

namespace dateline {
namespace {

constexpr size_t kLookAt = 8 << 10;  // bytes; the start of a text tells as much as all of it

enum Script {
  latin,
  cyrillic,
  greek,
  arabic,
  hebrew,
  kana,
  han,
  hangul,
  thai,
  devanagari,
  bengali,
  tamil,
  armenian,
  georgian,
  ethiopic,
  others,
  kScripts
};

Script script_of(char32_t c) {
  if (c < 0x250 || (c >= 0x1E00 && c < 0x1F00)) return latin;
  if (c >= 0x370 && c < 0x400) return greek;
  if (c >= 0x400 && c < 0x530) return cyrillic;
  if (c >= 0x530 && c < 0x590) return armenian;
  if (c >= 0x590 && c < 0x600) return hebrew;
  if ((c >= 0x600 && c < 0x780) || (c >= 0xFB50 && c < 0xFEFF)) return arabic;
  if (c >= 0x900 && c < 0x980) return devanagari;
  if (c >= 0x980 && c < 0xA00) return bengali;
  if (c >= 0xB80 && c < 0xC00) return tamil;
  if (c >= 0xE00 && c < 0xE80) return thai;
  if (c >= 0x10A0 && c < 0x1100) return georgian;
  if (c >= 0x1200 && c < 0x1380) return ethiopic;
  if (c >= 0x3040 && c < 0x3100) return kana;
  if ((c >= 0xAC00 && c < 0xD7B0) || (c >= 0x1100 && c < 0x1200)) return hangul;
  if ((c >= 0x4E00 && c < 0xA000) || (c >= 0x3400 && c < 0x4DC0)) return han;
  return others;
}

// Letters that only one of the languages of a script uses.
std::string_view cyrillic_language(std::string_view text) {
  const auto has = [&](std::string_view letter) { return text.find(letter) != std::string_view::npos; };
  if (has("і") && (has("ї") || has("є"))) return "uk";
  if (has("ў")) return "be";
  if (has("ј") && (has("ѓ") || has("ќ") || has("ѕ"))) return "mk";
  if (has("ј") || has("ћ") || has("ђ")) return "sr";
  if (has("ә") || has("қ") || has("ғ")) return "kk";
  if (has("ө") && has("ү")) return "mn";
  if (has("ы") || has("э")) return "ru";
  if (has("ъ")) return "bg";
  return "";
}

std::string_view arabic_language(std::string_view text) {
  const auto has = [&](std::string_view letter) { return text.find(letter) != std::string_view::npos; };
  if (has("ٹ") || has("ڈ") || has("ے")) return "ur";
  if (has("پ") || has("چ") || has("گ") || has("ژ")) return "fa";
  return "ar";
}

}  // namespace

Result<LanguageGuesser> LanguageGuesser::load(const Resources& resources) {
  TRY(Table table, Table::load(resources, "extract/languages.tsv"));
  TRY(size_t code, table.column("code"));
  TRY(size_t words, table.column("words"));
  LanguageGuesser out;
  for (size_t row = 0; row < table.rows() && row < 64; ++row) {
    out.codes_.emplace_back(table.cell(row, code));
    for (std::string_view word : variants(table.cell(row, words))) {
      out.words_.push_back(fold(word));
      out.languages_[out.words_.back()] |= uint64_t{1} << row;
      out.longest_ = std::max(out.longest_, out.words_.back().size() + 4);  // accents take more bytes
    }
  }
  return out;
}

std::string LanguageGuesser::guess(std::string_view text) const {
  text = text.substr(0, kLookAt);
  std::array<size_t, kScripts> letters{};
  std::vector<double> score(codes_.size(), 0.0);
  size_t words = 0;
  std::string word;   // in small letters while they are all ASCII
  bool plain = true;  // they are
  const auto count = [&] {
    ++words;
    const uint64_t* listed = nullptr;
    if (word.size() <= longest_) listed = languages_.find(plain ? word : fold(word));
    uint64_t languages = listed ? *listed : 0;
    const double share = languages == 0 ? 0 : 1.0 / std::popcount(languages);
    for (; languages != 0; languages &= languages - 1) score[static_cast<size_t>(std::countr_zero(languages))] += share;
    word.clear();
    plain = true;
  };
  for (size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (is_lower(byte) || is_upper(byte)) {
      ++letters[latin];
      word += is_upper(byte) ? static_cast<char>(byte + 32) : byte;
      ++at;
      continue;
    }
    const char32_t c = next_code_point(text, at);
    if (is_letter(c)) {
      ++letters[script_of(c)];
      append_code_point(word, c);
      plain = false;
    } else if (!word.empty()) {
      count();
    }
  }
  if (!word.empty()) count();
  const size_t all = std::max<size_t>(1, [&] {
    size_t n = 0;
    for (size_t x : letters) n += x;
    return n;
  }());
  const auto mostly = [&](Script s) { return letters[s] * 2 > all; };
  if (letters[kana] * 10 > all) return "ja";
  if (letters[hangul] * 4 > all) return "ko";
  if (mostly(han)) return "zh";
  if (mostly(cyrillic)) return std::string(cyrillic_language(text));
  if (mostly(arabic)) return std::string(arabic_language(text));
  constexpr std::pair<Script, const char*> kSingle[] = {{greek, "el"},    {hebrew, "he"},   {thai, "th"},
                                                        {bengali, "bn"},  {tamil, "ta"},    {armenian, "hy"},
                                                        {georgian, "ka"}, {ethiopic, "am"}, {devanagari, "hi"}};
  for (auto [script, code] : kSingle) {
    if (mostly(script)) return code;
  }
  if (!mostly(latin) || words == 0) return {};
  const size_t best = static_cast<size_t>(std::max_element(score.begin(), score.end()) - score.begin());
  double second = 0;
  for (size_t i = 0; i < score.size(); ++i) {
    if (i != best) second = std::max(second, score[i]);
  }
  const bool enough = score[best] >= 1.5 && score[best] >= 0.04 * static_cast<double>(words);
  return enough && score[best] > second * 1.15 ? codes_[best] : std::string();
}

}  // namespace dateline
