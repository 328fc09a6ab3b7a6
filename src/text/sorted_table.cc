#include "text/sorted_table.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <vector>

#include "base/hash.h"
#include "text/utf8.h"

namespace dateline {
namespace {

// Where the line that holds `at` begins.
size_t line_begin(std::string_view text, size_t at) {
  while (at > 0 && text[at - 1] != '\n') --at;
  return at;
}

std::string_view key_at(std::string_view text, size_t line) {
  size_t end = line;
  while (end < text.size() && text[end] != '\t' && text[end] != '\n') ++end;
  return text.substr(line, end - line);
}

// The first line from `low` on, before `high`, whose key is not below `key`; high if there is none.
size_t first_line(std::string_view text, std::string_view key, size_t low, size_t high) {
  while (low < high) {
    const size_t line = line_begin(text, low + (high - low) / 2);
    const int order = key_at(text, line).compare(key);
    if (order < 0) {
      const size_t end = text.find('\n', line);
      low = end == std::string_view::npos ? text.size() : end + 1;
    } else {
      high = line;
    }
  }
  return low;
}

}  // namespace

// Where the rows of each key begin, found out for one first letter at a time.
class SortedTable::Index {
 public:
  static constexpr size_t kMostBytes = size_t{1} << 27;

  // REQUIRES: body.size() < kMostBytes.
  explicit Index(std::string_view body) : body_(body) {}

  // body.size() where there is none.
  size_t find(std::string_view key) {
    const Letter* indexed = letter_of(key);
    if (indexed == nullptr) {
      const size_t line = first_line(body_, key, 0, body_.size());
      return key_at(body_, line) == key ? line : body_.size();
    }
    const Letter& letter = *indexed;
    const uint64_t hash = hash64(key);
    for (size_t at = hash & letter.mask; letter.slots[at] != 0; at = (at + 1) & letter.mask) {
      if (letter.slots[at] >> kPlaceBits != hash >> (64 - kCheckBits)) continue;
      const size_t line = (letter.slots[at] & (kMostBytes - 1)) - 1;
      const std::string_view rest = body_.substr(line);
      if (rest.starts_with(key) && (rest.size() == key.size() || is_end(rest[key.size()]))) return line;
    }
    return body_.size();
  }

  bool may_go_on(std::string_view word) {
    const Letter* indexed = letter_of(word);
    if (indexed == nullptr) {
      const std::string longer = std::string(word) + ' ';
      return key_at(body_, first_line(body_, longer, 0, body_.size())).starts_with(longer);
    }
    const Letter& letter = *indexed;
    const uint64_t hash = hash64(word);
    return letter.first_words[hash / 64 & (letter.first_words.size() - 1)] >> hash % 64 & 1;
  }

 private:
  static constexpr int kPlaceBits = 27, kCheckBits = 32 - kPlaceBits;

  // So many questions are answered by searching: for a report or two, an index is more work than it saves.
  static constexpr uint32_t kSearched = 200;

  struct Letter {
    std::atomic<uint32_t> asked = 0;
    std::once_flag made;
    std::vector<uint32_t> slots;        // a part of the key's hash and where its rows begin, counted from 1; 0: free
    std::vector<uint64_t> first_words;  // a bit for the hash of the first word of each longer key
    size_t mask = 0;
  };

  static bool is_end(char c) { return c == '\t' || c == '\n'; }

  // nullptr: there is no index yet.
  const Letter* letter_of(std::string_view key) {
    const bool small = !key.empty() && key[0] >= 'a' && key[0] <= 'z';
    const size_t i = small ? static_cast<size_t>(key[0] - 'a') : 26;
    Letter& letter = letters_[i];
    if (letter.asked.load(std::memory_order_relaxed) < kSearched) {
      ++letter.asked;
      return nullptr;
    }
    std::call_once(letter.made, [&] { make(i); });
    return &letter;
  }

  size_t begin_of(char letter) const { return first_line(body_, std::string_view(&letter, 1), 0, body_.size()); }

  void make(size_t i) {
    const auto letter = static_cast<char>('a' + i);
    std::vector<std::string_view> parts;
    if (i < 26) {
      const size_t begin = begin_of(letter);
      parts = {body_.substr(begin, begin_of(static_cast<char>(letter + 1)) - begin)};
    } else {  // all keys that begin with no small letter
      parts = {body_.substr(0, begin_of('a')), body_.substr(begin_of('{'))};
    }
    size_t lines = 0;
    for (std::string_view part : parts) lines += static_cast<size_t>(std::count(part.begin(), part.end(), '\n')) + 1;
    size_t size = 64;
    while (size < 2 * lines) size *= 2;
    Letter& made = letters_[i];
    made.slots.assign(size, 0);
    made.mask = size - 1;
    made.first_words.assign(size / 16, 0);
    for (std::string_view part : parts) note(part, made);
  }

  void note(std::string_view part, Letter& letter) {
    std::string_view last, last_word;
    for (size_t line = 0; line < part.size();) {
      const size_t end = std::min(part.find('\n', line), part.size());
      const std::string_view row = part.substr(line, end - line), key = row.substr(0, row.find('\t'));
      if (key != last || line == 0) {
        const uint64_t hash = hash64(key);
        size_t at = hash & letter.mask;
        while (letter.slots[at] != 0) at = (at + 1) & letter.mask;
        const auto place = static_cast<uint32_t>(part.data() - body_.data() + static_cast<ptrdiff_t>(line) + 1);
        letter.slots[at] = static_cast<uint32_t>(hash >> (64 - kCheckBits)) << kPlaceBits | place;
      }
      last = key;
      const size_t space = key.find(' ');
      if (space != std::string_view::npos && key.substr(0, space) != last_word) {
        last_word = key.substr(0, space);
        const uint64_t hash = hash64(last_word);
        letter.first_words[hash / 64 & (letter.first_words.size() - 1)] |= uint64_t{1} << hash % 64;
      }
      line = end + 1;
    }
  }

  std::string_view body_;
  std::array<Letter, 27> letters_;
};

SortedTable SortedTable::over(std::string_view text) {
  while (text.starts_with('#')) text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  text.remove_prefix(std::min(text.find('\n') + 1, text.size()));
  SortedTable table;
  table.body_ = text.substr(0, Index::kMostBytes - 1);
  table.index_ = std::make_shared<Index>(table.body_);
  return table;
}

Result<SortedTable> SortedTable::load(const Resources& resources, std::string_view name) {
  TRY(std::string_view text, resources.get(name));
  if (text.size() >= Index::kMostBytes) return Error{ErrorCode::invalid_input, "table too large", std::string(name)};
  return over(text);
}

std::string_view SortedTable::rows(std::string_view key) const {
  const size_t begin = index_->find(key);
  size_t end = begin;
  while (end < body_.size() && key_at(body_, end) == key) end = std::min(body_.find('\n', end), body_.size() - 1) + 1;
  return body_.substr(begin, end - begin);
}

bool SortedTable::may_go_on(std::string_view word) const { return index_->may_go_on(word); }

std::string name_key(std::string_view text) {
  std::string key;
  key.reserve(text.size());
  bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<uint8_t>(c) < 0x80; });
  const std::string folded = ascii ? std::string() : fold(text);
  for (char c : ascii ? text : std::string_view(folded)) {
    if (c == '.' || c == '\'' || c == '`') continue;
    if (c == '-' || c == '/' || c == '\n' || c == '\t') c = ' ';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == ' ' && (key.empty() || key.back() == ' ')) continue;
    key += c;
  }
  if (!key.empty() && key.back() == ' ') key.pop_back();
  if (key.starts_with("the ")) key.erase(0, 4);
  return key;
}

}  // namespace dateline
