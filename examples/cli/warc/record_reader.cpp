#include "warc/record_reader.hpp"

#include <algorithm>
#include <utility>

namespace warc {
namespace {

constexpr std::string_view magic = "WARC/";
constexpr std::string_view record_start = "WARC/1.";
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
  if (std::exchange(is_past_damage_, false)) return Outcome::damaged;
  // A length beyond the end of the file may be wrong, and records stand in what it claims.
  if (std::exchange(is_past_end_, false)) static_cast<void>(stream_.go_back(position_));
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

/// What is at hand of the block; nothing where it is damaged or cut off. A member of a compressed file that begins with
/// a record ends the block before it, however long that claims to be: else one wrong length would cost all that follow.
std::string_view RecordReader::next_of_block() {
  std::string_view at_hand = stream_.peek(record_start.size());
  is_past_damage_ = stream_.is_at_member() && at_hand.starts_with(record_start);
  is_past_end_ = at_hand.empty();
  in_damage_ = is_past_damage_ || is_past_end_;
  if (in_damage_) return {};
  return at_hand.substr(0, std::min<std::uint64_t>(block_left_, stream_.left_of_member()));
}

bool RecordReader::read_block(std::size_t max_bytes, std::string& out) {
  const std::size_t before = out.size();
  while (block_left_ > 0 && out.size() - before < max_bytes) {
    const std::string_view part = next_of_block().substr(0, max_bytes - (out.size() - before));
    if (part.empty()) {
      out.resize(before);
      return false;
    }
    out.append(part);
    stream_.consume(part.size());
    block_left_ -= part.size();
  }
  if (skip_block() && is_sound_after_block()) return true;
  out.resize(before);
  return false;
}

/// The checksum of a member stands after the two line ends of its record: what it does not bear out is no page.
bool RecordReader::is_sound_after_block() {
  constexpr std::size_t line_ends = 4;
  static_cast<void>(stream_.peek(line_ends + 1));
  in_damage_ = stream_.is_member_damaged();
  return !in_damage_;
}

bool RecordReader::skip_block() {
  while (block_left_ > 0) {
    const std::string_view part = next_of_block();
    if (part.empty()) return false;
    stream_.consume(part.size());
    block_left_ -= part.size();
  }
  return true;
}

}  // namespace warc
