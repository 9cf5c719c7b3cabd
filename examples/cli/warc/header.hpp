/// The header of a WARC record (ISO 28500).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace warc {

struct Header {
  std::string type;        ///< "response", "resource", "conversion", "revisit", ...
  std::string target_uri;  ///< without the angle brackets that old files have
  std::string date;
  std::string record_id;     ///< without angle brackets
  std::string content_type;  ///< of the block: "application/http; msgtype=response"
  std::string payload_type;  ///< WARC-Identified-Payload-Type
  std::string truncated;     ///< WARC-Truncated: the reason; empty: it is whole
  std::uint64_t content_length = 0;
};

/// Longest header that is read; longer ones are damage.
inline constexpr std::size_t max_header_bytes = std::size_t{64} << 10U;

/// How many bytes the header at the front of `bytes` takes with its empty line; 0 when its end is not there.
[[nodiscard]] std::size_t header_length(std::string_view bytes) noexcept;

/// Reads a whole header. False when it is none: no "WARC/", or no length.
[[nodiscard]] bool parse_header(std::string_view bytes, Header& out);

}  // namespace warc
