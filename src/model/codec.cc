#include "model/codec.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <type_traits>

#include "model/codec_fields.h"

namespace dateline {
namespace {

static_assert(std::endian::native == std::endian::little);

template <typename T>
concept Plain = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Writer {
 public:
  template <typename... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  std::string bytes;

 private:
  template <Plain T>
  void one(T& value) {
    char raw[sizeof value];
    std::memcpy(raw, &value, sizeof value);
    bytes.append(raw, sizeof value);
  }
  void size(size_t n) {
    auto value = static_cast<uint32_t>(n);
    one(value);
  }
  void one(std::string& text) {
    size(text.size());
    bytes += text;
  }
  void one(Label& label) {
    std::string text(label.view());
    one(text);
  }
  template <typename T>
  void one(std::vector<T>& items) {
    size(items.size());
    for (T& item : items) one(item);
  }
  template <typename T>
    requires(std::is_class_v<T>)
  void one(T& value) {
    fields(*this, value);
  }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : left_(bytes) {}

  template <typename... T>
  void operator()(T&... values) {
    (one(values), ...);
  }
  bool ok() const { return ok_; }
  bool at_end() const { return left_.empty(); }

 private:
  // The next n bytes; from the first shortage on, nothing is read any more.
  std::string_view take(size_t n) {
    ok_ = ok_ && n <= left_.size();
    if (!ok_) return {};
    std::string_view taken = left_.substr(0, n);
    left_.remove_prefix(n);
    return taken;
  }
  template <Plain T>
  void one(T& value) {
    if (std::string_view raw = take(sizeof value); ok_)
      std::copy_n(raw.begin(), sizeof value, reinterpret_cast<char*>(&value));
  }
  void one(std::string& text) {
    uint32_t n = 0;
    one(n);
    text = take(n);
  }
  void one(Label& label) {
    std::string text;
    one(text);
    label = Label(text);
  }
  template <typename T>
  void one(std::vector<T>& items) {
    uint32_t n = 0;
    one(n);
    ok_ = ok_ && n <= left_.size();  // every item takes a byte at least
    if (!ok_) return;
    items.resize(n);
    for (T& item : items) {
      if (!ok_) return;
      one(item);
    }
  }
  template <typename T>
    requires(std::is_class_v<T>)
  void one(T& value) {
    fields(*this, value);
  }

  std::string_view left_;
  bool ok_ = true;
};

template <typename T>
std::string write(const T& value) {
  Writer writer;
  uint8_t version = kCodecVersion;
  writer(version, const_cast<T&>(value));  // fields() serves reading too; a Writer changes nothing
  return std::move(writer.bytes);
}

}  // namespace

std::string encode(const Document& doc) { return write(doc); }
std::string encode(const Entity& entity) { return write(entity); }
std::string encode(const Event& event) { return write(event); }
std::string encode(const Utterance& quote) { return write(quote); }
std::string encode(const RecordFigure& figure) { return write(figure); }
std::string encode(const Conflict& conflict) { return write(conflict); }
std::string encode(const Voice& voice) { return write(voice); }
std::string encode(const ReportFacts& facts) { return write(facts); }

template <typename T>
Result<T> decode(std::string_view bytes) {
  Reader reader(bytes);
  uint8_t version = 0;
  T value;
  reader(version);
  if (version != kCodecVersion) return Error{ErrorCode::internal, "a line of another version of Dateline", ""};
  reader(value);
  if (!reader.ok() || !reader.at_end()) return Error{ErrorCode::internal, "a stored line is damaged", ""};
  return value;
}

template Result<Document> decode(std::string_view);
template Result<Entity> decode(std::string_view);
template Result<Event> decode(std::string_view);
template Result<Utterance> decode(std::string_view);
template Result<RecordFigure> decode(std::string_view);
template Result<Conflict> decode(std::string_view);
template Result<Voice> decode(std::string_view);
template Result<ReportFacts> decode(std::string_view);

}  // namespace dateline
