// In the place of gzip_zlib.cpp and deflate_zlib.cpp where zlib was not found.
#include "streams/codings.hpp"

namespace streams {

std::unique_ptr<Decoder> make_gzip_decoder() {
  return nullptr;
}

std::unique_ptr<Decoder> make_deflate_decoder() {
  return nullptr;
}

std::unique_ptr<Encoder> make_gzip_encoder() {
  return nullptr;
}

}  // namespace streams
