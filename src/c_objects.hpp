// The objects behind the handles of pith/c.h, and what all of its functions need: views, and structs of callers that
// were compiled with another version of the header.
#pragma once

#include <pith/c.h>

#include <pith.hpp>
#include <pith/site.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

struct pith_rules {
  pith::Rules rules;
};

struct pith_extractor {
  pith::Extractor extractor;
};

struct pith_site_memory {
  pith::SiteMemory memory;
  std::string saved;
};

namespace pith::c_abi {
inline constexpr std::size_t field_count = PITH_FIELD_HOSTNAME + 1;
inline constexpr std::size_t format_count = PITH_FORMAT_TEXT_ALIGNED + 1;
inline constexpr std::size_t detail_count = PITH_EXPLAIN_EVIDENCE + 1;
}  // namespace pith::c_abi

struct pith_article {
  pith::Article article;
  std::array<std::string, pith::c_abi::field_count> fields;
  std::array<std::string, pith::c_abi::format_count> renderings;
};

struct pith_explanation {
  pith::Explanation explanation;
  pith_article article;
  std::array<std::string, pith::c_abi::detail_count> renderings;
};

namespace pith::c_abi {

/// What `make` returns; NULL when memory runs out (std::bad_alloc, std::length_error), the only way it can fail.
template <typename Make>
auto null_on_bad_alloc(Make make) noexcept -> decltype(make()) {
  try {
    return make();
  } catch (...) {
    return nullptr;
  }
}

inline pith_string view(const std::string& text) {
  return {text.c_str(), text.size()};
}
inline pith_string view(const char* text) {
  return {text, std::strlen(text)};
}

inline std::string_view view(const char* data, std::size_t length) {
  return data == nullptr ? std::string_view{} : std::string_view(data, length);
}

/// All zero but for the size, which is the caller's: of another version of the header the struct may be shorter or
/// longer than ours. Padding is zero too: a later version may have a field there.
template <typename Struct>
void init_struct(Struct* to, std::size_t size) {
  if (to == nullptr || size < sizeof size) return;
  std::memset(to, 0, size);
  std::memcpy(to, &size, sizeof size);
}

/// The caller's struct as ours: an older caller's is shorter, its missing fields keep their defaults.
template <typename Struct>
Struct read_struct(const Struct* given, Struct defaults = {}) {
  if (given != nullptr) std::memcpy(&defaults, given, std::min(given->size, sizeof defaults));
  defaults.size = sizeof defaults;
  return defaults;
}

/// One line that says why, cut to the caller's room for it, which may be none.
inline void write_error(std::string_view message, char* error, std::size_t error_size) {
  if (error == nullptr || error_size == 0) return;
  std::size_t fits = std::min(message.size(), error_size - 1);
  // Up to a whole character.
  while (fits > 0 && fits < message.size() && (static_cast<unsigned char>(message[fits]) & 0xC0U) == 0x80U) --fits;
  std::memcpy(error, message.data(), fits);
  error[fits] = '\0';
}

/// Renderings are made once; an empty view when memory runs out or there is none of that number.
template <std::size_t N, typename Render>
pith_string rendered_once(std::array<std::string, N>& renderings, int32_t number, Render render) noexcept {
  if (number < 0 || static_cast<std::size_t>(number) >= N) return view("");
  std::string& rendering = renderings[static_cast<std::size_t>(number)];
  try {
    if (rendering.empty()) rendering = render(static_cast<std::size_t>(number));
  } catch (...) {
    return view("");
  }
  return view(rendering);
}

/// Copies as much of `from` as the caller's struct has room for; 0 where there is no place for it.
template <typename Struct>
int write_struct(Struct from, Struct* to) {
  if (to == nullptr) return 0;
  from.size = std::min(to->size, sizeof from);
  std::memcpy(to, &from, from.size);
  return 1;
}

inline pith_block block_of(const pith::Block& from) {
  return {sizeof(pith_block),
          view(from.text),
          view(pith::name_of(from.kind)),
          view(pith::name_of(from.category)),
          view(from.reason),
          from.score,
          from.level,
          from.index,
          view(from.detail)};
}

/// Views of what the caller gave: good during the call only.
[[nodiscard]] pith::Source source_from(const pith_source* given);

/// Fills `fields` from the article.
void fill_fields(pith_article& to);

/// What extract() returns, with its fields; null when memory runs out.
template <typename Extract>
pith_article* made_article(Extract extract) noexcept {
  return null_on_bad_alloc([&] {
    auto made = std::make_unique<pith_article>();
    made->article = extract();
    fill_fields(*made);
    return made.release();
  });
}

}  // namespace pith::c_abi
