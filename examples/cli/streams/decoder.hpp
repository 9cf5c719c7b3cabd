/// Decompression, one interface for all formats. Which library does it is decided when the command is built.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace streams {

enum class Coding : std::uint8_t { identity, gzip, deflate, zstd, brotli };

/// "gzip", "zstd", ...
[[nodiscard]] const char* name_of(Coding coding) noexcept;

/// Where a stream of members is: a gzip member, a zstd frame.
enum class Step : std::uint8_t {
  more,        ///< within a member; wants more input or more room
  member_end,  ///< a member has ended; the next input begins another
  damaged,     ///< not what the format allows, or its checksum is wrong
};

/// One call's work: both views shrink by what was used.
struct Exchange {
  std::string_view in;
  char* out = nullptr;
  std::size_t room = 0;
};

class Decoder {
 public:
  Decoder() = default;
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  virtual ~Decoder() = default;

  /// Uses as much of the input as it can and fills as much of the room as it can.
  [[nodiscard]] virtual Step decode(Exchange& exchange) = 0;
  /// The next input begins a member.
  virtual void restart() = 0;
  /// Bytes that later members refer to; false when the format has no such thing.
  [[nodiscard]] virtual bool use_dictionary(std::string_view /*dictionary*/) { return false; }
};

/// Null when this build does not have the library for it. identity has no decoder either.
[[nodiscard]] std::unique_ptr<Decoder> make_decoder(Coding coding);

/// How the decoding of a whole text in memory ended.
enum class Ending : std::uint8_t { whole, cut_at_limit, damaged };

/// Appends what `bytes` hold, at most `max_bytes` of it. Damaged input leaves what came before the damage.
[[nodiscard]] Ending decode_all(Decoder& decoder, std::string_view bytes, std::size_t max_bytes, std::string& out);

}  // namespace streams
