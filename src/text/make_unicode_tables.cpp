// Writes unicode_tables.cpp: the properties and lower-case mappings of every code point, as two-stage tables made from
// ICU's data. Not part of the library. Run it after a new Unicode version:
//   g++ -std=c++20 -Isrc -Iinclude src/text/make_unicode_tables.cpp $(pkg-config --cflags --libs icu-uc) -o /tmp/tables
//   && /tmp/tables > src/text/unicode_tables.cpp

#include <unicode/uchar.h>

#include <cstdio>
#include <map>
#include <vector>

#include "text/text.hpp"

namespace {

constexpr int block_size = 128;
constexpr int last_code_point = 0x10FFFF;

bool is_cjk_word(UChar32 c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7A3);
}

std::uint16_t properties(UChar32 c) {
  using namespace pith::text;
  const std::uint32_t mask = U_GET_GC_MASK(c);
  unsigned bits = 0;
  if ((mask & U_GC_L_MASK) != 0) bits |= is_letter;
  if ((mask & U_GC_ND_MASK) != 0) bits |= is_digit;
  if ((mask & (U_GC_NL_MASK | U_GC_NO_MASK)) != 0) bits |= is_other_number;
  if ((mask & U_GC_M_MASK) != 0) bits |= is_mark;
  if ((mask & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0) bits |= is_upper;
  if ((mask & U_GC_LL_MASK) != 0) bits |= is_lower;
  if (u_isUWhiteSpace(c) || c == 0x200B || c == 0xFEFF) bits |= is_space;
  if ((mask & U_GC_P_MASK) != 0) bits |= is_punctuation;
  if ((mask & U_GC_S_MASK) != 0) bits |= is_symbol;
  if ((mask & U_GC_PC_MASK) != 0) bits |= is_connector;
  if ((mask & U_GC_SC_MASK) != 0) bits |= is_currency;
  if (is_cjk_word(c)) bits |= is_cjk;
  return static_cast<std::uint16_t>(bits);
}

/// Every block of the code space once, and which block each place of the code space uses.
template <typename Value>
struct TwoStage {
  std::vector<int> index;
  std::vector<std::vector<Value>> blocks;

  explicit TwoStage(Value (*value_of)(UChar32)) {
    std::map<std::vector<Value>, int> known;
    for (UChar32 first = 0; first <= last_code_point; first += block_size) {
      std::vector<Value> block;
      for (int k = 0; k < block_size; ++k) block.push_back(value_of(first + k));
      const auto [at, is_new] = known.try_emplace(block, static_cast<int>(blocks.size()));
      if (is_new) blocks.push_back(block);
      index.push_back(at->second);
    }
  }
};

std::int32_t lower_distance(UChar32 c) {
  return u_tolower(c) - c;
}

void print_numbers(const std::vector<int>& numbers) {
  std::size_t column = 0;
  for (const int number : numbers) {
    column += static_cast<std::size_t>(std::printf("%d,", number));
    if (column > 110) {
      std::printf("\n");
      column = 0;
    }
  }
  std::printf("\n");
}

template <typename Value>
void print_table(const char* name, const char* type, const TwoStage<Value>& table) {
  std::printf("constexpr std::uint16_t %s_index[] = {\n", name);
  print_numbers(table.index);
  std::vector<int> flat;
  for (const auto& block : table.blocks) flat.insert(flat.end(), block.begin(), block.end());
  std::printf("};\n\nconstexpr %s %s_blocks[] = {\n", type, name);
  print_numbers(flat);
  std::printf("};\n\n");
}

}  // namespace

int main() {
  std::printf("// Made by make_unicode_tables.cpp from Unicode %s. Do not edit.\n// clang-format off\n\n",
              U_UNICODE_VERSION);
  std::printf("#include \"text/text.hpp\"\n\nnamespace pith::text {\nnamespace {\n\n");
  print_table("class", "std::uint16_t", TwoStage<std::uint16_t>(properties));
  print_table("lower", "std::int32_t", TwoStage<std::int32_t>(lower_distance));
  std::printf("}  // namespace\n\n");
  std::printf(
      "std::uint16_t class_of(char32_t c) noexcept {\n  if (c > 0x10FFFF) return 0;\n"
      "  return class_blocks[class_index[c >> 7U] * 128U + (c & 127U)];\n}\n\n");
  std::printf(
      "char32_t to_lower(char32_t c) noexcept {\n  if (c > 0x10FFFF) return c;\n"
      "  return static_cast<char32_t>(static_cast<std::int32_t>(c) + lower_blocks[lower_index[c >> 7U] * 128U + (c & "
      "127U)]);\n}\n\n}  // namespace pith::text\n");
}
