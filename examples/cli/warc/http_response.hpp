/// An HTTP response as it stands in a WARC record.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "streams/decoder.hpp"

namespace warc {

struct HttpHead {
  int status = 0;
  std::string_view content_type;      ///< with its charset
  std::string_view content_encoding;  ///< "gzip", "br, gzip"
  bool is_chunked = false;
  std::string_view body;  ///< as transferred
};

/// Splits a response. False when the bytes are none. Views into `bytes`.
[[nodiscard]] bool split_response(std::string_view bytes, HttpHead& out);

/// The body of a response, without the chunks of its transfer and its content encoding, which are believed only where
/// the bytes bear them out: many archives hold the plain body under the header of the coded one.
/// Reuses its memory; one thread at a time.
class BodyReader {
 public:
  enum class Outcome { whole, cut_at_limit, damaged, unknown_encoding };

  /// `body` is a view into `head` or into this object, until the next call. At most `max_bytes`. Damaged: what came
  /// before the damage. More than five encodings count as an unknown one.
  [[nodiscard]] Outcome read(const HttpHead& head, std::size_t max_bytes, std::string_view& body);

 private:
  [[nodiscard]] Outcome undo(streams::Coding coding, std::size_t max_bytes, std::string_view& body);

  std::vector<std::unique_ptr<streams::Decoder>> decoders_;  // by Coding, made when needed
  std::string joined_;
  std::string decoded_;
  std::string previous_;
};

/// True for HTML, XHTML, plain text, and where nothing is said.
[[nodiscard]] bool may_be_page(std::string_view content_type) noexcept;

}  // namespace warc
