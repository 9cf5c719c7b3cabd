/// Options and Limits: what to keep, and how much a page may cost.
#pragma once

#include <cstddef>
#include <cstdint>

#pragma GCC visibility push(default)
namespace pith {

/// Which mistake is worse.
enum class Leaning : std::uint8_t {
  balanced,  ///< best expected F1
  precise,   ///< rather lose a paragraph than keep boilerplate: for training corpora
  complete,  ///< rather keep a doubtful block: for archives and search
};

/// Hard budgets of one extraction. A page that passes one is still answered, with a notice.
struct Limits {
  std::size_t max_input_bytes = 64u << 20;   ///< the rest of a longer input is not read
  std::size_t max_parse_bytes = 256u << 20;  ///< memory of the HTML parser; past it the page is read as text
  std::uint32_t max_depth = 512;             ///< deeper elements are flattened, as browsers do
  std::uint32_t max_blocks = 200'000;        ///< later blocks are not scored
};

/// Each choice stands alone; no two can contradict each other.
struct Options {
  Leaning leaning = Leaning::balanced;
  Limits limits;
  bool keep_dropped = false;     ///< fill Article::dropped
  bool keep_credits = false;     ///< bylines, source and editor lines stay blocks (they are metadata anyway)
  bool keep_captions = true;     ///< pictures' captions within the article
  bool keep_comments = false;    ///< readers' comments below the article
  bool metadata_guesses = true;  ///< false: only metadata that the page declares or labels, see MetadataSource
  bool keep_images = true;       ///< images of the article, as references: nothing is fetched
  bool keep_embeds = true;       ///< videos and frames of the article, as references
};

}  // namespace pith
#pragma GCC visibility pop
