#include "records/spans.hpp"

#include <array>
#include <charconv>
#include <vector>

#include "records/json_text.hpp"

namespace records {
namespace {

struct Value {
  std::size_t begin = 0;
  std::size_t end = 0;
  float value = 0;
};

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
  return count;
}

std::string to_json(const std::vector<Value>& values) {
  std::string out = "[";
  for (const Value& value : values) {
    std::array<char, 32> digits;
    const auto end =
        std::to_chars(digits.data(), digits.data() + digits.size(), value.value, std::chars_format::fixed, 4).ptr;
    out += (out.size() > 1 ? ",[" : "[") + std::to_string(value.begin) + "," + std::to_string(value.end) + ",";
    out.append(digits.data(), end).append("]");
  }
  return out + "]";
}

/// Where each block stands in the text. Blocks come in the text's order, so that each is looked for after the last.
std::vector<Value> find_blocks(const pith::Article& article, std::string_view text) {
  std::vector<Value> found;
  std::size_t byte = 0;
  std::size_t character = 0;
  for (const pith::Block& block : article.blocks) {
    if (block.category == pith::Category::caption) continue;
    const std::size_t begin = text.find(block.text, byte);
    if (begin == std::string_view::npos) continue;
    character += count_code_points(text.substr(byte, begin - byte));
    const std::size_t length = count_code_points(block.text);
    found.push_back({character, character + length, block.score});
    byte = begin + block.text.size();
    character += length;
  }
  return found;
}

}  // namespace

std::string dolma_attributes(const pith::Article& article, std::string_view text, std::string_view prefix) {
  std::string out;
  ObjectWriter object(out);
  const std::string start(prefix);
  object.raw(start + "pith__block_score", to_json(find_blocks(article, text)));
  object.raw(start + "pith__confidence", to_json({{0, count_code_points(text), article.confidence}}));
  object.close();
  return out;
}

}  // namespace records
