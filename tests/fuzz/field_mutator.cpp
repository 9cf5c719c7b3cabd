// A mutator for files of rows and fields: it moves, doubles, drops and exchanges whole lines and whole fields, which
// changes of single bytes hardly ever do.
#include <algorithm>
#include <cstdint>
#include <cstring>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t max_size);

namespace {

/// Pieces that end with one of the bytes, which they include.
std::vector<std::string> pieces_of(std::string_view text, std::string_view ends) {
  std::vector<std::string> pieces;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(ends), text.size() - 1) + 1;
    pieces.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return pieces;
}

void change_pieces(std::vector<std::string>& pieces, std::minstd_rand& random) {
  const auto pick = [&] { return static_cast<std::ptrdiff_t>(random() % pieces.size()); };
  const auto at = pieces.begin() + pick();
  const std::string other = pieces[static_cast<std::size_t>(pick())];
  switch (random() % 5) {
    case 0:
      pieces.erase(at);
      return;
    case 1:
      pieces.insert(at, other);
      return;
    case 2:
      *at = other;
      return;
    case 3:
      std::iter_swap(at, pieces.begin() + pick());
      return;
    default:
      for (std::uint32_t copies = random() % 8; copies > 0; --copies) pieces.insert(pieces.begin() + pick(), other);
  }
}

}  // namespace

// The first byte of a case chooses settings, and stays.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t max_size,
                                               unsigned seed) {
  std::minstd_rand random(seed);
  if (size < 3 || random() % 3 == 0) return LLVMFuzzerMutate(data, size, max_size);
  const std::string_view text(reinterpret_cast<const char*>(data) + 1, size - 1);
  std::vector<std::string> pieces = pieces_of(text, random() % 3 == 0 ? "\n" : "\n\t ,:<{}()|");
  change_pieces(pieces, random);
  std::string changed;
  for (const std::string& piece : pieces) changed += piece;
  changed.resize(std::min(changed.size(), max_size - 1));
  std::memcpy(data + 1, changed.data(), changed.size());
  return changed.size() + 1;
}
