#include "streams/input_stream.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "files/say.hpp"

namespace streams {
namespace {

constexpr std::size_t raw_room = std::size_t{256} << 10U;
constexpr std::size_t decoded_room = std::size_t{256} << 10U;
constexpr std::size_t decode_step = std::size_t{64} << 10U;
constexpr std::size_t skippable_header = 8;
/// Dictionaries are some hundred KB; a frame that claims more is none.
constexpr std::uint32_t max_dictionary_bytes = 64U << 20U;

constexpr std::string_view gzip_magic = "\x1f\x8b\x08";
constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd";
/// A skippable frame that holds the dictionary of a .warc.zst file.
constexpr std::string_view dictionary_magic = "\x5d\x2a\x4d\x18";

Coding coding_of(std::string_view start) {
  if (start.starts_with(gzip_magic)) return Coding::gzip;
  if (start.starts_with(zstd_magic) || start.starts_with(dictionary_magic)) return Coding::zstd;
  return Coding::identity;
}

std::uint32_t little_endian(const char* bytes) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) value = value << 8U | static_cast<unsigned char>(bytes[i]);
  return value;
}

}  // namespace

InputStream::InputStream(cli::Descriptor file, std::string path)
    : file_(std::move(file)), path_(std::move(path)), raw_(raw_room), decoded_(decoded_room) {}

std::unique_ptr<InputStream> InputStream::open(const std::string& path, Position start, std::string& error) {
  cli::Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) {
    error = cli::reason_of(errno);
    return nullptr;
  }
  std::unique_ptr<InputStream> stream(new InputStream(std::move(file), path));
  if (!stream->prepare(start, error)) return nullptr;
  return stream;
}

bool InputStream::prepare(Position start, std::string& error) {
  if (!refill_raw() && trouble_ != Trouble::none) {
    error = error_;
    return false;
  }
  coding_ = coding_of({raw_.data(), raw_end_});
  decoder_ = make_decoder(coding_);
  if (coding_ != Coding::identity && decoder_ == nullptr) {
    error = std::string("this build of pith was made without ") + name_of(coding_);
    return false;
  }
  if (coding_ == Coding::zstd && !load_dictionary(error)) return false;
  if (start.offset > 0 && !seek(start.offset, error)) return false;
  for (std::uint64_t left = start.within; left > 0;) {
    const std::size_t got = std::min<std::uint64_t>(peek(1).size(), left);
    if (got == 0) {
      error = "ends before the place where the last run stopped";
      return false;
    }
    consume(got);
    left -= got;
  }
  return true;
}

/// The first frame of a .warc.zst may be skippable and hold the dictionary of all others, compressed or not.
bool InputStream::load_dictionary(std::string& error) {
  if (raw_end_ < skippable_header || !std::string_view(raw_.data(), raw_end_).starts_with(dictionary_magic))
    return true;
  const std::uint32_t size = little_endian(raw_.data() + 4);
  std::string dictionary(std::min(size, max_dictionary_bytes), '\0');
  const auto got = ::pread(file_.number(), dictionary.data(), dictionary.size(), skippable_header);
  std::string plain;
  if (got != static_cast<ssize_t>(size)) {
    error = "its dictionary is cut off";
    return false;
  }
  const bool is_compressed = dictionary.starts_with(zstd_magic);
  if (is_compressed && decode_all(*decoder_, dictionary, max_dictionary_bytes, plain) != Ending::whole) {
    error = "its dictionary is damaged";
    return false;
  }
  decoder_->restart();
  return decoder_->use_dictionary(is_compressed ? plain : dictionary);
}

bool InputStream::seek(std::uint64_t offset, std::string& error) {
  if (::lseek(file_.number(), static_cast<off_t>(offset), SEEK_SET) < 0) {
    error = cli::reason_of(errno);
    return false;
  }
  raw_offset_ = member_offset_ = offset;
  raw_used_ = raw_end_ = 0;
  begin_ = end_ = 0;
  member_bytes_ = 0;
  in_member_ = at_end_ = false;
  marks_.clear();
  if (decoder_ != nullptr) decoder_->restart();
  return true;
}

bool InputStream::refill_raw() {
  raw_offset_ += raw_end_;
  raw_used_ = raw_end_ = 0;
  const long got = cli::read_some(file_.number(), raw_.data(), raw_.size());
  if (got < 0) {
    trouble_ = Trouble::unreadable;
    error_ = cli::reason_of(errno);
  }
  raw_end_ = static_cast<std::size_t>(std::max(got, 0L));
  return got > 0;
}

void InputStream::make_room(std::size_t count) {
  const std::size_t held = end_ - begin_;
  const std::size_t wanted = std::max(count, held + decode_step);
  if (begin_ + wanted <= decoded_.size()) return;
  std::memmove(decoded_.data(), decoded_.data() + begin_, held);
  const std::size_t moved = begin_;
  for (Mark& mark : marks_) {
    mark.position.within += mark.at < moved && coding_ != Coding::identity ? moved - mark.at : 0;
    mark.position.offset += mark.at < moved && coding_ == Coding::identity ? moved - mark.at : 0;
    mark.at -= std::min(mark.at, moved);
  }
  begin_ = 0;
  end_ = held;
  if (wanted > decoded_.size()) decoded_.resize(std::max(wanted, 2 * decoded_.size()));
}

void InputStream::copy_more() {
  const std::size_t count = std::min(raw_end_ - raw_used_, decoded_.size() - end_);
  if (marks_.empty()) marks_.push_back({end_, {raw_offset_ + raw_used_, 0}});
  std::memcpy(decoded_.data() + end_, raw_.data() + raw_used_, count);
  end_ += count;
  raw_used_ += count;
}

void InputStream::decode_more() {
  if (!in_member_) {
    member_offset_ = raw_offset_ + raw_used_;
    member_bytes_ = 0;
    marks_.push_back({end_, {member_offset_, 0}});
    in_member_ = true;
  }
  Exchange exchange{.in = {raw_.data() + raw_used_, raw_end_ - raw_used_},
                    .out = decoded_.data() + end_,
                    .room = decoded_.size() - end_};
  const Step step = decoder_->decode(exchange);
  raw_used_ = raw_end_ - exchange.in.size();
  const auto made = static_cast<std::size_t>(exchange.out - (decoded_.data() + end_));
  end_ += made;
  member_bytes_ += made;
  if (step == Step::member_end) {
    in_member_ = false;
    decoder_->restart();
  } else if (step == Step::damaged) {
    trouble_ = Trouble::damaged;
  }
}

std::string_view InputStream::peek(std::size_t count) {
  while (end_ - begin_ < count && trouble_ == Trouble::none && !at_end_) {
    make_room(count);
    if (raw_used_ == raw_end_ && !refill_raw()) {
      at_end_ = true;
      if (in_member_ && trouble_ == Trouble::none) trouble_ = Trouble::damaged;
      break;
    }
    if (coding_ == Coding::identity)
      copy_more();
    else
      decode_more();
  }
  return {decoded_.data() + begin_, end_ - begin_};
}

void InputStream::consume(std::size_t count) {
  begin_ += count;
  while (marks_.size() > 1 && marks_[1].at <= begin_) marks_.pop_front();
}

std::size_t InputStream::left_of_member() const {
  for (const Mark& mark : marks_)
    if (mark.at > begin_) return std::min(mark.at, end_) - begin_;
  return end_ - begin_;
}

/// The mark of the member that the next byte is of. Where a member has just ended, a mark may wait at the same place.
const InputStream::Mark* InputStream::current_mark() const {
  const Mark* current = nullptr;
  for (const Mark& mark : marks_) {
    if (mark.at > begin_) break;
    current = &mark;
  }
  return current;
}

bool InputStream::is_at_member() const {
  const Mark* const mark = current_mark();
  return coding_ != Coding::identity && mark != nullptr && mark->at == begin_ && mark->position.within == 0;
}

bool InputStream::is_member_damaged() const {
  return trouble_ == Trouble::damaged && !marks_.empty() && current_mark() == &marks_.back() && !is_at_member();
}

Position InputStream::position() const {
  const Mark* const mark = current_mark();
  if (mark == nullptr || (begin_ == end_ && !in_member_)) return {raw_offset_ + raw_used_, 0};
  const std::size_t past = begin_ - mark->at;
  if (coding_ == Coding::identity) return {mark->position.offset + past, 0};
  return {mark->position.offset, mark->position.within + past};
}

bool InputStream::go_back(Position position) {
  return coding_ == Coding::identity && trouble_ == Trouble::none && seek(position.offset, error_);
}

bool InputStream::skip_damage() {
  const std::string_view magic = coding_ == Coding::gzip ? gzip_magic : zstd_magic;
  if (trouble_ != Trouble::damaged || !seek(member_offset_ + 1, error_)) return false;
  trouble_ = Trouble::none;
  std::string window;  // what was read and not yet ruled out
  while (refill_raw()) {
    const std::uint64_t window_offset = raw_offset_ - window.size();
    window.append(raw_.data(), raw_end_);
    const std::size_t found = window.find(magic);
    if (found != std::string::npos) return seek(window_offset + found, error_);
    window.erase(0, window.size() - std::min(window.size(), magic.size() - 1));
  }
  at_end_ = true;
  return false;
}

}  // namespace streams
