#include "warc/http_response.hpp"

#include <algorithm>
#include <charconv>

#include "warc/header_lines.hpp"

namespace warc {
namespace {

/// The size that begins a chunk, and how long its line is. Length 0: no chunk begins here.
struct ChunkStart {
  std::size_t size = 0;
  std::size_t line_length = 0;
};

ChunkStart chunk_start(std::string_view bytes) {
  ChunkStart start;
  const auto read = std::from_chars(bytes.data(), bytes.data() + bytes.size(), start.size, 16);
  if (read.ec != std::errc{}) return {};
  std::string_view rest = bytes.substr(static_cast<std::size_t>(read.ptr - bytes.data()));
  // "\r\n", spaces, or an extension after a semicolon
  if (rest.empty() || (rest[0] != '\r' && rest[0] != '\n' && rest[0] != ';' && rest[0] != ' ')) return {};
  static_cast<void>(take_line(rest));
  start.line_length = bytes.size() - rest.size();
  return start;
}

/// Puts the chunks together. False when there are none: then the transfer's coding was undone before.
bool join_chunks(std::string_view bytes, std::string& out) {
  out.clear();
  ChunkStart chunk = chunk_start(bytes);
  if (chunk.line_length == 0) return false;
  while (chunk.line_length > 0 && chunk.size > 0) {
    bytes.remove_prefix(chunk.line_length);
    out += bytes.substr(0, chunk.size);
    bytes.remove_prefix(std::min(chunk.size, bytes.size()));
    static_cast<void>(take_line(bytes));
    chunk = chunk_start(bytes);
  }
  return true;
}

bool coding_named(std::string_view name, streams::Coding& out) {
  using streams::Coding;
  const std::pair<std::string_view, Coding> codings[] = {
      {"gzip", Coding::gzip},     {"x-gzip", Coding::gzip}, {"deflate", Coding::deflate},   {"br", Coding::brotli},
      {"zstd", Coding::zstd},     {"", Coding::identity},   {"identity", Coding::identity}, {"none", Coding::identity},
      {"utf-8", Coding::identity}};  // a charset in the wrong header
  for (const auto& [known, coding] : codings) {
    if (!same_name(known, name)) continue;
    out = coding;
    return true;
  }
  return false;
}

/// False where the plain body is seen to stand under the header of a coded one.
bool bears_out(streams::Coding coding, std::string_view body) {
  if (coding == streams::Coding::gzip) return body.starts_with("\x1f\x8b");
  if (coding == streams::Coding::zstd) return body.starts_with("\x28\xb5\x2f\xfd");
  return !trim(body.substr(0, 64)).starts_with('<');
}

}  // namespace

bool may_be_page(std::string_view content_type) noexcept {
  return content_type.empty() || contains_name(content_type, "html") || contains_name(content_type, "text/plain");
}

bool split_response(std::string_view bytes, HttpHead& out) {
  out = {};
  if (!bytes.starts_with("HTTP/")) return false;
  const std::size_t end = find_header_end(bytes);
  std::string_view lines = bytes.substr(0, end == 0 ? bytes.size() : end);
  out.body = bytes.substr(lines.size());
  const std::string_view status_line = take_line(lines);
  const std::size_t space = std::min(status_line.find(' '), status_line.size());
  const std::string_view status = trim(status_line.substr(space));
  std::from_chars(status.data(), status.data() + status.size(), out.status);
  while (!lines.empty()) {
    const HeaderField field = split_field(take_line(lines));
    if (same_name(field.name, "Content-Type")) out.content_type = field.value;
    if (same_name(field.name, "Content-Encoding")) out.content_encoding = field.value;
    if (same_name(field.name, "Transfer-Encoding")) out.is_chunked = contains_name(field.value, "chunked");
  }
  return true;
}

BodyReader::Outcome BodyReader::undo(streams::Coding coding, std::size_t max_bytes, std::string_view& body) {
  if (coding == streams::Coding::identity || !bears_out(coding, body)) return Outcome::whole;
  const auto index = static_cast<std::size_t>(coding);
  if (decoders_.size() <= index) decoders_.resize(index + 1);
  if (decoders_[index] == nullptr) decoders_[index] = streams::make_decoder(coding);
  if (decoders_[index] == nullptr) return Outcome::unknown_encoding;
  previous_.swap(decoded_);
  decoded_.clear();
  const streams::Ending ending = streams::decode_all(*decoders_[index], body, max_bytes, decoded_);
  body = decoded_;
  if (ending == streams::Ending::cut_at_limit) return Outcome::cut_at_limit;
  return ending == streams::Ending::damaged ? Outcome::damaged : Outcome::whole;
}

BodyReader::Outcome BodyReader::read(const HttpHead& head, std::size_t max_bytes, std::string_view& body) {
  body = head.body;
  if (head.is_chunked && join_chunks(body, joined_)) body = joined_;
  // Each may inflate a few bytes to the limit, and servers use one: a body of hundreds would take minutes.
  constexpr std::ptrdiff_t most_codings = 5;
  if (std::count(head.content_encoding.begin(), head.content_encoding.end(), ',') >= most_codings)
    return Outcome::unknown_encoding;
  // The last coding was applied last.
  for (std::string_view left = head.content_encoding; !left.empty();) {
    const std::size_t comma = left.rfind(',');
    const std::string_view name = trim(comma == std::string_view::npos ? left : left.substr(comma + 1));
    left = left.substr(0, comma == std::string_view::npos ? 0 : comma);
    auto coding = streams::Coding::identity;
    if (!coding_named(name, coding)) return Outcome::unknown_encoding;
    const Outcome outcome = undo(coding, max_bytes, body);
    if (outcome != Outcome::whole) return outcome;
  }
  if (body.size() <= max_bytes) return Outcome::whole;
  body = body.substr(0, max_bytes);
  return Outcome::cut_at_limit;
}

}  // namespace warc
