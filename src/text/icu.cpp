#include "text/icu.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>

#include <memory>
#include <new>
#include <utility>

#include "text/text.hpp"

namespace pith::text {
namespace {

struct CloseConverter {
  void operator()(UConverter* converter) const noexcept { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const noexcept { ucsdet_close(detector); }
};
using Detector = std::unique_ptr<UCharsetDetector, CloseDetector>;

/// What ICU could not do is told by its caller's result, but for want of memory: another article would come of that.
void throw_if_out_of_memory(UErrorCode error) {
  if (error == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
}

/// Writes U+FFFD for what the converter cannot read, and counts it. ICU calls it with C linkage rules.
extern "C" void substitute_and_count(const void* context, UConverterToUnicodeArgs* arguments, const char*, int32_t,
                                     UConverterCallbackReason reason, UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close, clone
  *error = U_ZERO_ERROR;
  ++*static_cast<std::int64_t*>(const_cast<void*>(context));
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(arguments, &replacement, 1, 0, error);
}

Converter open_converter(const char* charset, std::int64_t& replaced) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset, &error));
  throw_if_out_of_memory(error);
  if (U_FAILURE(error)) return nullptr;
  ucnv_setToUCallBack(converter.get(), substitute_and_count, &replaced, nullptr, nullptr, &error);
  return U_FAILURE(error) ? nullptr : std::move(converter);
}

}  // namespace

std::int64_t convert_to_utf8(std::string_view bytes, const char* charset, std::string& out) {
  std::int64_t replaced = 0;
  const Converter converter = open_converter(charset, replaced);
  if (converter == nullptr) return -1;
  const char* source = bytes.data();
  const char* source_end = source + bytes.size();
  UChar buffer[4096];
  char16_t high = 0;  // a high surrogate whose partner is in the next buffer
  for (bool more = true; more;) {
    UChar* target = buffer;
    UErrorCode error = U_ZERO_ERROR;
    ucnv_toUnicode(converter.get(), &target, buffer + 4096, &source, source_end, nullptr, 1, &error);
    throw_if_out_of_memory(error);
    more = error == U_BUFFER_OVERFLOW_ERROR;
    for (const UChar* unit = buffer; unit < target; ++unit) {
      const char16_t u = *unit;
      if (u >= 0xD800 && u < 0xDC00) {
        high = u;
      } else if (u >= 0xDC00 && u < 0xE000) {
        append_utf8(out, 0x10000U + (static_cast<char32_t>(high - 0xD800) << 10U) + (u - 0xDC00U));
      } else {
        append_utf8(out, u);
      }
    }
  }
  return replaced;
}

std::string detect_charset(std::string_view sample) {
  UErrorCode error = U_ZERO_ERROR;
  const Detector detector(ucsdet_open(&error));
  throw_if_out_of_memory(error);
  if (U_FAILURE(error)) return {};
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &error);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &error);
  throw_if_out_of_memory(error);
  if (U_FAILURE(error) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &error);
  return U_FAILURE(error) || name == nullptr ? std::string{} : std::string(name);
}

}  // namespace pith::text
