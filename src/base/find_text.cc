#include "base/find_text.h"

#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace dateline {

// Sixteen places at a time: where both the first and the last letter stand as they should, the rest is compared.
size_t find_text(std::string_view text, std::string_view wanted, size_t from) {
  if (wanted.empty()) return std::string_view::npos;
#ifdef __SSE2__
  if (wanted.size() > 1 && text.size() >= wanted.size()) {
    const size_t end = text.size() - wanted.size() + 1;  // of the places where it may begin
    const __m128i first = _mm_set1_epi8(wanted.front()), last = _mm_set1_epi8(wanted.back());
    const auto load = [&](size_t at) { return _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at)); };
    for (; from + 16 <= end; from += 16) {
      const __m128i both =
          _mm_and_si128(_mm_cmpeq_epi8(first, load(from)), _mm_cmpeq_epi8(last, load(from + wanted.size() - 1)));
      for (auto places = static_cast<unsigned>(_mm_movemask_epi8(both)); places != 0; places &= places - 1) {
        const size_t at = from + static_cast<size_t>(__builtin_ctz(places));
        if (std::memcmp(text.data() + at + 1, wanted.data() + 1, wanted.size() - 1) == 0) return at;
      }
    }
  }
#endif
  return text.find(wanted, from);
}

}  // namespace dateline
