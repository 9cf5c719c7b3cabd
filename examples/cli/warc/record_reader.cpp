#include "warc/record_reader.hpp"

#include <algorithm>

namespace warc {
namespace {

constexpr std::string_view magic = "WARC/";
constexpr std::size_t search_step = std::size_t{64} << 10U;
using Trouble = streams::InputStream::Trouble;

}  // namespace

/// Two line ends stand after a block; some writers leave them out or add more.
void RecordReader::skip_blank_lines() {
  for (std::string_view at_hand = stream_.peek(1); !at_hand.empty(); at_hand = stream_.peek(1)) {
    const std::size_t blank = std::min(at_hand.find_first_not_of("\r\n"), at_hand.size());
    stream_.consume(blank);
    if (blank < at_hand.size()) return;
  }
}

Outcome RecordReader::next(Header& header) {
  if (in_damage_) return pass_over_damage();
  if (block_left_ > 0 && !skip_block()) return pass_over_damage();
  skip_blank_lines();
  position_ = stream_.position();
  // Most headers are shorter than 4 KB: asking for the longest would mean to copy much of what is at hand.
  std::size_t length = 0;
  std::string_view at_hand;
  for (std::size_t asked = std::size_t{4} << 10U; length == 0 && asked <= max_header_bytes; asked *= 2) {
    at_hand = stream_.peek(asked);
    length = header_length(at_hand);
    if (at_hand.size() < asked || !at_hand.starts_with(magic)) break;
  }
  if (stream_.trouble() == Trouble::unreadable) return Outcome::unreadable;
  if (at_hand.empty() && stream_.trouble() == Trouble::none) return Outcome::end;
  if (length == 0 || !parse_header(at_hand.substr(0, length), header)) return pass_over_damage();
  stream_.consume(length);
  block_left_ = header.content_length;
  return Outcome::record;
}

/// To the next member of a compressed file, or the next line that begins a record.
Outcome RecordReader::pass_over_damage() {
  in_damage_ = false;
  block_left_ = 0;
  bool is_first = true;
  for (;;) {
    const std::string_view at_hand = stream_.peek(search_step);
    const std::string_view searched = at_hand.substr(is_first && !at_hand.empty() ? 1 : 0);
    is_first = false;
    const std::size_t found = searched.find("\nWARC/1.");
    if (found != std::string_view::npos) {
      stream_.consume(static_cast<std::size_t>(searched.data() - at_hand.data()) + found + 1);
      return Outcome::damaged;
    }
    if (stream_.trouble() == Trouble::unreadable) return Outcome::unreadable;
    if (stream_.trouble() == Trouble::damaged) {
      static_cast<void>(stream_.skip_damage());
      return Outcome::damaged;
    }
    if (at_hand.size() < search_step) {
      stream_.consume(at_hand.size());
      return Outcome::damaged;
    }
    stream_.consume(at_hand.size() - magic.size() - 4);
  }
}

bool RecordReader::read_block(std::size_t max_bytes, std::string& out) {
  const std::size_t before = out.size();
  while (block_left_ > 0 && out.size() - before < max_bytes) {
    const std::string_view at_hand = stream_.peek(1);
    if (at_hand.empty()) {
      out.resize(before);
      in_damage_ = true;
      return false;
    }
    const std::size_t wanted = std::min<std::uint64_t>(block_left_, max_bytes - (out.size() - before));
    const std::size_t count = std::min(wanted, at_hand.size());
    out.append(at_hand.substr(0, count));
    stream_.consume(count);
    block_left_ -= count;
  }
  return skip_block();
}

bool RecordReader::skip_block() {
  while (block_left_ > 0) {
    const std::size_t count = std::min<std::uint64_t>(stream_.peek(1).size(), block_left_);
    if (count == 0) {
      in_damage_ = true;
      return false;
    }
    stream_.consume(count);
    block_left_ -= count;
  }
  return true;
}

}  // namespace warc
