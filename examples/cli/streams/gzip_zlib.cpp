// Gzip by zlib, where ISA-L was not found.
#include "streams/codings.hpp"
#include "streams/zlib_inflate.hpp"

namespace streams {

std::unique_ptr<Decoder> make_gzip_decoder() {
  constexpr int gzip_window = 31;
  return std::make_unique<ZlibDecoder>(gzip_window);
}

}  // namespace streams
