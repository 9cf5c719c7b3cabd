/// Inflating by zlib.
#pragma once

#include <zlib.h>

#include "streams/decoder.hpp"

namespace streams {

class ZlibDecoder final : public Decoder {
 public:
  /// zlib's window bits: 31 gzip, 15 zlib, -15 raw. Throws std::bad_alloc.
  explicit ZlibDecoder(int window_bits);
  ~ZlibDecoder() override;

  Step decode(Exchange& exchange) override;
  void restart() override;

 private:
  z_stream stream_{};
};

}  // namespace streams
