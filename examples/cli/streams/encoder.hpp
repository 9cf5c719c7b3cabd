/// Compression of output, in members that stand alone: files may be cut and appended to at their ends.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "streams/decoder.hpp"

namespace streams {

class Encoder {
 public:
  Encoder() = default;
  Encoder(const Encoder&) = delete;
  Encoder& operator=(const Encoder&) = delete;
  virtual ~Encoder() = default;

  /// Appends to `out` what is ready of the compressed bytes.
  virtual void encode(std::string_view bytes, std::string& out) = 0;
  /// Ends the member; the next call begins another. Nothing is appended when the member would be empty.
  virtual void end_member(std::string& out) = 0;
};

/// Null when this build does not have the library for it; for identity, one that copies.
[[nodiscard]] std::unique_ptr<Encoder> make_encoder(Coding coding);

}  // namespace streams
