/// What holds of every extraction, whatever the bytes: for a fuzzer, and for the tests that replay its cases.
#pragma once

#include <pith.hpp>

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace pith::test {

/// A page with the options that its first bytes choose. Small limits are among them, or none would be met.
struct FuzzCase {
  Options options;
  SourceKind kind = SourceKind::automatic;
  Links links = Links::keep;
  std::string_view page;
};

inline FuzzCase fuzz_case(std::string_view bytes) {
  FuzzCase out;
  if (bytes.size() < 2) return out;
  const auto choices = static_cast<unsigned char>(bytes[0]);
  const auto limits = static_cast<unsigned char>(bytes[1]);
  out.page = bytes.substr(2);
  out.kind = std::array{SourceKind::html, SourceKind::text, SourceKind::automatic, SourceKind::html}[choices & 3U];
  out.options.leaning = std::array{Leaning::balanced, Leaning::precise, Leaning::complete}[(choices >> 2U) % 3];
  out.options.keep_dropped = (choices & 16U) != 0;
  out.options.keep_comments = out.options.keep_credits = (choices & 32U) != 0;
  out.options.keep_captions = (choices & 64U) == 0;
  out.links = (choices & 128U) == 0 ? Links::keep : Links::drop;
  if ((limits & 1U) != 0) out.options.limits.max_depth = limits >> 4U;
  if ((limits & 2U) != 0) out.options.limits.max_blocks = limits >> 4U;
  if ((limits & 4U) != 0) out.options.limits.max_parse_bytes = std::size_t{limits} << 6U;
  if ((limits & 8U) != 0) out.options.limits.max_input_bytes = std::size_t{limits} << 2U;
  if ((limits & 15U) == 0 && limits != 0) out.options.limits.max_work = std::uint64_t{64} << (limits >> 4U);
  return out;
}

inline bool is_valid_utf8(std::string_view text) {
  return text::valid_utf8_prefix(text) == text.size();
}

inline bool spans_fit(const Block& block) {
  for (const Span& span : block.spans) {
    if (span.begin > span.end || span.end > block.text.size() || !is_valid_utf8(span.target)) return false;
  }
  return true;
}

/// "" when the blocks keep what pith/article.hpp says of them.
inline std::string broken_promise(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    const bool may_be_empty =
        block.kind == BlockKind::image || block.kind == BlockKind::rule || block.kind == BlockKind::embed;
    if ((block.text.empty() && !may_be_empty) || !is_valid_utf8(block.text)) return "a block's text";
    if (!is_valid_utf8(block.detail)) return "a block's detail";
    if (!(block.score >= 0 && block.score <= 1)) return "a block's score";
    if (!spans_fit(block)) return "a block's spans";
  }
  return {};
}

/// The promise that an extraction breaks; "" when it keeps all. `used` has seen other pages, with the same options.
inline std::string broken_promise(const FuzzCase& given, Extractor& used) {
  const Source source{.bytes = given.page, .url = "https://herald.example/a/b.html", .kind = given.kind};
  const Article article = used.extract(source);
  const std::string json = to_json(article, JsonLayout::one_line);
  if (to_json(Extractor(given.options).extract(source), JsonLayout::one_line) != json) return "used as fresh";
  if (!(article.confidence >= 0 && article.confidence <= 1)) return "confidence";
  if (!nlohmann::json::accept(json)) return "JSON";
  for (const std::string& text : {to_text(article), to_markdown(article, given.links), to_html(article, given.links),
                                  to_tei(article, given.links), to_front_matter(article)}) {
    if (!is_valid_utf8(text)) return "valid UTF-8";
  }
  std::string broken = broken_promise(article.blocks);
  if (broken.empty()) broken = broken_promise(article.dropped);
  return broken;
}

}  // namespace pith::test
