#include <brotli/decode.h>

#include <new>

#include "streams/codings.hpp"

namespace streams {
namespace {

class BrotliDecoder final : public Decoder {
 public:
  BrotliDecoder() { restart(); }
  ~BrotliDecoder() override { BrotliDecoderDestroyInstance(state_); }

  Step decode(Exchange& exchange) override {
    std::size_t given = exchange.in.size();
    auto next = reinterpret_cast<const std::uint8_t*>(exchange.in.data());
    auto out = reinterpret_cast<std::uint8_t*>(exchange.out);
    const auto result = BrotliDecoderDecompressStream(state_, &given, &next, &exchange.room, &out, nullptr);
    exchange.in.remove_prefix(exchange.in.size() - given);
    exchange.out = reinterpret_cast<char*>(out);
    if (result == BROTLI_DECODER_RESULT_SUCCESS) return Step::member_end;
    return result == BROTLI_DECODER_RESULT_ERROR ? Step::damaged : Step::more;
  }

  void restart() override {
    BrotliDecoderDestroyInstance(state_);
    state_ = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
    if (state_ == nullptr) throw std::bad_alloc();
  }

 private:
  BrotliDecoderState* state_ = nullptr;
};

}  // namespace

std::unique_ptr<Decoder> make_brotli_decoder() {
  return std::make_unique<BrotliDecoder>();
}

}  // namespace streams
