/// The makers behind make_decoder and make_encoder; each in a file of its own, or in without_*.cpp where its library
/// was not found: then it returns null.
#pragma once

#include <memory>

#include "streams/decoder.hpp"
#include "streams/encoder.hpp"

namespace streams {

[[nodiscard]] std::unique_ptr<Decoder> make_gzip_decoder();
[[nodiscard]] std::unique_ptr<Decoder> make_deflate_decoder();
[[nodiscard]] std::unique_ptr<Decoder> make_zstd_decoder();
[[nodiscard]] std::unique_ptr<Decoder> make_brotli_decoder();

[[nodiscard]] std::unique_ptr<Encoder> make_gzip_encoder();
[[nodiscard]] std::unique_ptr<Encoder> make_zstd_encoder();

}  // namespace streams
