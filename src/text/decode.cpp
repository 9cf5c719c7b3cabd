#include <array>

#include "text/charsets.hpp"
#include "text/icu.hpp"
#include "text/text.hpp"

namespace pith::text {
namespace {

/// How the encoding was decided.
struct Decision {
  const Charset* charset = nullptr;
  std::size_t bom_bytes = 0;
  std::string_view overruled;  ///< what the page had declared wrongly
  bool guessed = false;
  bool is_valid_utf8 = false;  ///< of bytes without BOM: all of them were looked at, and are
};

bool is_utf8(const Charset* charset) {
  return charset != nullptr && charset->name == "UTF-8";
}

Decision by_bom(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return {charset_of("utf-8"), 3, {}, false};
  if (bytes.starts_with("\xFF\xFE")) return {charset_of("utf-16le"), 2, {}, false};
  if (bytes.starts_with("\xFE\xFF")) return {charset_of("utf-16be"), 2, {}, false};
  return {};
}

/// UTF-16 without BOM: ASCII markup makes every other byte NUL.
const Charset* by_nul_pattern(std::string_view bytes) {
  constexpr std::size_t sample = 256;
  std::array<std::size_t, 2> nuls{};
  const std::size_t size = std::min(bytes.size(), sample) & ~std::size_t{1};
  for (std::size_t i = 0; i < size; ++i) nuls[i & 1U] += bytes[i] == '\0';
  if (size < 8) return nullptr;
  if (nuls[1] * 4 > size && nuls[0] == 0) return charset_of("utf-16le");
  if (nuls[0] * 4 > size && nuls[1] == 0) return charset_of("utf-16be");
  return nullptr;
}

/// Content-Type first, then <meta>. A <meta> that can be read as bytes does not stand in UTF-16, whatever it says.
const Charset* declared(std::string_view bytes, const DecodeHints& hints) {
  if (const Charset* sent = charset_of(charset_in_content_type(hints.content_type))) return sent;
  const Charset* charset = hints.may_be_html ? charset_of(charset_in_meta(bytes)) : nullptr;
  const bool is_utf16 = charset != nullptr && charset->name.starts_with("UTF-16");
  return is_utf16 ? charset_of("utf-8") : charset;
}

/// Up to 2 KiB of text with markup removed: from the first byte that is not ASCII on, that is what tells charsets
/// apart.
std::string sample_of(std::string_view bytes) {
  constexpr std::size_t size = 2048;
  std::string sample;
  bool in_tag = false;
  std::size_t first = 0;
  while (first < bytes.size() && static_cast<unsigned char>(bytes[first]) < 0x80) ++first;
  for (const char c : bytes.substr(first > size / 8 ? first - size / 8 : 0)) {
    if (c == '<') in_tag = true;
    if (!in_tag) sample += c;
    if (c == '>') in_tag = false;
    if (sample.size() == size) break;
  }
  return sample;
}

const Charset* detected(std::string_view bytes) {
  const Charset* charset = charset_of(detect_charset(sample_of(bytes)));
  // A detector that sees UTF-8 or UTF-16 here saw noise: the bytes are neither.
  const bool usable = charset != nullptr && !is_utf8(charset) && !charset->name.starts_with("UTF-16");
  return usable ? charset : charset_of("windows-1252");
}

/// Whether bytes that are no valid UTF-8 are so by a few faults only: a declared or mostly well-formed UTF-8 page with
/// a truncated or corrupt character stays UTF-8.
bool is_mostly_utf8(std::string_view bytes) {
  std::size_t faults = 0;
  std::size_t well_formed = 0;  // characters that are not ASCII
  while (!bytes.empty()) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    for (const char c : bytes.substr(0, valid)) well_formed += !is_ascii(c) && starts_code_point(c);
    if (valid == bytes.size()) break;
    ++faults;
    bytes = bytes.substr(valid + 1);
  }
  return well_formed >= 20 * faults;
}

Decision decide_charset(std::string_view bytes, const DecodeHints& hints) {
  if (const Decision bom = by_bom(bytes); bom.charset != nullptr) return bom;
  if (const Charset* given = charset_of(hints.encoding)) return {given, 0, {}, false};
  if (const Charset* utf16 = by_nul_pattern(bytes)) return {utf16, 0, {}, true};
  const Charset* said = declared(bytes, hints);
  const std::size_t valid = valid_utf8_prefix(bytes);
  const bool is_valid = valid == bytes.size();
  if (is_valid && said != nullptr && said->name == "ISO-2022-JP") return {said, 0, {}, false};
  if (is_valid) {
    // Valid UTF-8 that is not all ASCII is no accident: it wins over any declaration.
    const bool overruled = said != nullptr && !is_utf8(said) && [&] {
      for (const char c : bytes) {
        if (!is_ascii(c)) return true;
      }
      return false;
    }();
    return {charset_of("utf-8"), 0, overruled ? said->name : std::string_view{}, false, true};
  }
  if (said != nullptr && !is_utf8(said)) return {said, 0, {}, false};
  if (is_mostly_utf8(bytes)) return {charset_of("utf-8"), 0, {}, said == nullptr};
  return {detected(bytes), 0, is_utf8(said) ? said->name : std::string_view{}, true};
}

/// Copies with every malformed byte run as one U+FFFD; returns how many.
std::uint64_t repair_utf8(std::string_view bytes, std::string& out) {
  std::uint64_t replaced = 0;
  while (!bytes.empty()) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    out.append(bytes, 0, valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) break;
    append_utf8(out, 0xFFFD);
    ++replaced;
    bytes.remove_prefix(code_point_end(bytes, 1));
  }
  return replaced;
}

void add_notices(const Decision& decision, std::uint64_t replaced, std::vector<Notice>& notices) {
  const std::string name(decision.charset->name);
  if (!decision.overruled.empty()) {
    notices.push_back({NoticeCode::charset_overruled, 0, std::string(decision.overruled) + " -> " + name});
  }
  if (decision.guessed) notices.push_back({NoticeCode::charset_guessed, 0, name});
  if (replaced > 0) notices.push_back({NoticeCode::bytes_replaced, replaced, {}});
}

}  // namespace

void decode(std::string_view bytes, const DecodeHints& hints, DecodedText& out, std::vector<Notice>& notices) {
  const Decision decision = decide_charset(bytes, hints);
  bytes.remove_prefix(decision.bom_bytes);
  out.storage.clear();
  out.charset.assign(decision.charset->name);
  std::uint64_t replaced = 0;
  if (is_utf8(decision.charset)) {
    if (decision.is_valid_utf8 || valid_utf8_prefix(bytes) == bytes.size()) {
      out.utf8 = bytes;
      add_notices(decision, 0, notices);
      return;
    }
    replaced = repair_utf8(bytes, out.storage);
  } else {
    const std::int64_t count = convert_to_utf8(bytes, decision.charset->icu_name, out.storage);
    // An ICU built without a converter still has UTF-8: nothing is lost but what is no ASCII.
    replaced = count >= 0 ? static_cast<std::uint64_t>(count) : repair_utf8(bytes, out.storage);
  }
  out.utf8 = out.storage;
  add_notices(decision, replaced, notices);
}

}  // namespace pith::text
