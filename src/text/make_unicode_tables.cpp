// Writes unicode_tables.inc: the properties and lower-case mappings of every code point, as two-stage tables made from
// ICU's data. Not part of the library. Run it after a new Unicode version:
//   g++ -std=c++20 -Isrc -Iinclude src/text/make_unicode_tables.cpp $(pkg-config --cflags --libs icu-uc) -o /tmp/tables
//   && /tmp/tables > src/text/unicode_tables.inc

#include <unicode/uchar.h>

#include <algorithm>
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
void print_table(const char* name, const char* index_type, const char* type, const TwoStage<Value>& table) {
  std::printf("constexpr %s %s_index[] = {\n", index_type, name);
  print_numbers(table.index);
  std::vector<int> flat;
  for (const auto& block : table.blocks) flat.insert(flat.end(), block.begin(), block.end());
  std::printf("};\n\nconstexpr %s %s_blocks[] = {\n", type, name);
  print_numbers(flat);
  std::printf("};\n\n");
}

/// All combinations of properties that code points have, the one of unassigned code points first: there are fewer than
/// 64, so a byte names one.
const std::vector<int>& kinds() {
  static const std::vector<int> all = [] {
    std::vector<int> found;
    for (UChar32 c = 0; c <= last_code_point; ++c) {
      const int bits = properties(c);
      if (std::find(found.begin(), found.end(), bits) == found.end()) found.push_back(bits);
    }
    std::sort(found.begin(), found.end());
    return found;
  }();
  return all;
}

std::uint8_t kind_of(UChar32 c) {
  const auto at = std::lower_bound(kinds().begin(), kinds().end(), static_cast<int>(properties(c)));
  return static_cast<std::uint8_t>(at - kinds().begin());
}

}  // namespace

int main() {
  std::printf("// Made by make_unicode_tables.cpp from Unicode %s. Do not edit.\n\n", U_UNICODE_VERSION);
  std::printf("// What class_blocks name.\nconstexpr std::uint16_t class_kinds[] = {\n");
  print_numbers(kinds());
  std::printf("};\n\n");
  print_table("class", "std::uint16_t", "std::uint8_t", TwoStage<std::uint8_t>(kind_of));
  print_table("lower", "std::uint8_t", "std::int32_t", TwoStage<std::int32_t>(lower_distance));
}
