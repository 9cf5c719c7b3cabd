/// Options and Limits: what to keep, and how much a page may cost. Plain values; made with designated initializers,
/// `{.leaning = pith::Leaning::precise}`, without a warning about members that are left out.
#pragma once

#include <cstddef>
#include <cstdint>

#include <pith/export.h>
#include <pith/names.hpp>

namespace pith {

/// Which mistake is worse.
enum class Leaning : std::uint8_t {
  balanced,  ///< best expected F1
  precise,   ///< rather lose a paragraph than keep boilerplate: for training corpora
  complete,  ///< rather keep a doubtful block: for archives and search
};
[[nodiscard]] PITH_API const char* name_of(Leaning leaning) noexcept;
template <>
[[nodiscard]] PITH_API std::optional<Leaning> from_name(std::string_view name) noexcept;

/// Hard budgets of one extraction. A page that exceeds one still gives an Article, with a notice.
struct PITH_API Limits {
  std::size_t max_input_bytes = 64u << 20;   ///< the rest of a longer input is not read
  std::size_t max_parse_bytes = 256u << 20;  ///< memory of the HTML parser; past it the page is read as text
  std::uint32_t max_depth = 512;             ///< deeper elements are flattened, as browsers do
  std::uint32_t max_blocks = 100'000;        ///< later blocks are not scored

  /// The deadline, in bytes of work: a byte of the input counts as 1, a byte that only the HTML parser can place as 8
  /// more, one step of the parser over its open elements as 1, a block as 512. The scale is the time that a byte of an
  /// ordinary page takes: nine of ten real pages cost 1.1 to 3 times their size, and 1,000,000 are some milliseconds.
  /// At most half of it is spent on the input's bytes, and half of the rest on the parser, so that there is always
  /// something left for the text: what does not fit is not read, read as plain text, or not scored; notices say which.
  /// Work is counted and not timed, for then the same page gives the same Article on a busy machine, a slow one, and
  /// in a debugger; a clock or a std::stop_token would make each run's result its own. The default is no limit.
  std::uint64_t max_work = UINT64_MAX;
};

/// Each choice stands alone; no two can contradict each other.
struct PITH_API Options {
  Leaning leaning = Leaning::balanced;
  Limits limits = {};
  bool keep_dropped = false;     ///< fill Article::dropped
  bool keep_credits = false;     ///< bylines, source and editor lines stay blocks (they are metadata anyway)
  bool keep_captions = true;     ///< pictures' captions within the article
  bool keep_comments = false;    ///< readers' comments below the article
  bool metadata = true;          ///< false: Article::metadata is empty but for a title that to_text() prints: faster
  bool metadata_guesses = true;  ///< false: only metadata that the page declares or labels, see MetadataSource
  bool keep_images = true;       ///< images of the article, as references: nothing is fetched
  bool keep_embeds = true;       ///< videos and frames of the article, as references
};

}  // namespace pith
