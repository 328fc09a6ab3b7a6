#include "ingest/inflate.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>

namespace dateline {
namespace {

constexpr size_t kStep = 1 << 17;

Inflated inflate_with(std::string_view packed, size_t most, int window) {
  Inflated out;
  z_stream stream{};
  if (inflateInit2(&stream, window) != Z_OK) return out;
  std::unique_ptr<z_stream, int (*)(z_stream*)> guard(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
  stream.avail_in = static_cast<uInt>(std::min<size_t>(packed.size(), UINT32_MAX));
  size_t size = 0;  // of what is there; bytes are unpacked where they stay
  int code = Z_OK;
  while (code == Z_OK) {
    if (out.bytes.size() - size < kStep / 2) out.bytes.resize(std::max(kStep, out.bytes.size() * 2));
    const size_t room = std::min<size_t>(out.bytes.size() - size, UINT32_MAX);
    stream.next_out = reinterpret_cast<Bytef*>(out.bytes.data() + size);
    stream.avail_out = static_cast<uInt>(room);
    code = inflate(&stream, Z_NO_FLUSH);
    size += room - stream.avail_out;
    if (size > most) {
      out.over = true;
      break;
    }
    if (code == Z_BUF_ERROR) break;
  }
  out.bytes.resize(size);
  out.ok = code == Z_STREAM_END;
  out.used = packed.size() - stream.avail_in;
  return out;
}

// A whole gzip member of the common size at once, at half the cost of zlib. Not ok: it is larger, damaged, or no gzip.
Inflated inflate_small_gzip(std::string_view packed, size_t most) {
  constexpr size_t kRoom = size_t{4} << 20;  // what is not touched costs nothing
  Inflated out;
  const std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> unpacker(
      libdeflate_alloc_decompressor(), libdeflate_free_decompressor);
  const std::unique_ptr<char[]> room(new char[kRoom]);
  size_t used = 0, size = 0;
  if (unpacker == nullptr || libdeflate_gzip_decompress_ex(unpacker.get(), packed.data(), packed.size(), room.get(),
                                                           std::min(kRoom, most), &used, &size) != LIBDEFLATE_SUCCESS)
    return out;
  out.bytes.assign(room.get(), size);
  out.used = used;
  out.ok = true;
  return out;
}

}  // namespace

Inflated inflate_gzip(std::string_view packed, size_t most) {
  if (Inflated whole = inflate_small_gzip(packed, most); whole.ok) return whole;
  constexpr int kGzipOrZlib = 15 + 32, kRaw = -15;
  Inflated out = inflate_with(packed, most, kGzipOrZlib);
  return out.ok || !out.bytes.empty() ? out : inflate_with(packed, most, kRaw);
}

Inflated inflate_zstd(std::string_view packed, size_t most) {
  Inflated out;
  std::unique_ptr<ZSTD_DCtx, size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  std::unique_ptr<char[]> buffer(new char[kStep]);
  ZSTD_inBuffer in{packed.data(), packed.size(), 0};
  while (in.pos < in.size) {
    ZSTD_outBuffer part{buffer.get(), kStep, 0};
    const size_t left = ZSTD_decompressStream(context.get(), &part, &in);
    out.bytes.append(buffer.get(), part.pos);
    out.over = out.bytes.size() > most;
    if (ZSTD_isError(left) || out.over) break;
    if (left == 0) {
      out.ok = true;
      break;
    }
  }
  out.used = in.pos;
  return out;
}

Inflated inflate_brotli(std::string_view packed, size_t most) {
  Inflated out;
  std::unique_ptr<BrotliDecoderState, void (*)(BrotliDecoderState*)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), BrotliDecoderDestroyInstance);
  std::unique_ptr<uint8_t[]> buffer(new uint8_t[kStep]);
  const auto* in = reinterpret_cast<const uint8_t*>(packed.data());
  size_t left = packed.size();
  BrotliDecoderResult result = BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT;
  while (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT && !out.over) {
    uint8_t* next = buffer.get();
    size_t room = kStep;
    result = BrotliDecoderDecompressStream(state.get(), &left, &in, &room, &next, nullptr);
    out.bytes.append(reinterpret_cast<char*>(buffer.get()), kStep - room);
    out.over = out.bytes.size() > most;
  }
  out.ok = result == BROTLI_DECODER_RESULT_SUCCESS;
  out.used = packed.size() - left;
  return out;
}

}  // namespace dateline
