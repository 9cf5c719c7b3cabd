#include "streams/codings.hpp"

namespace streams {
namespace {

class Copier final : public Encoder {
 public:
  void encode(std::string_view bytes, std::string& out) override { out += bytes; }
  void end_member(std::string& /*out*/) override {}
};

constexpr std::size_t first_room = std::size_t{64} << 10U;

/// Makes room in `out` for more than `used`; false at the limit.
bool make_room(std::string& out, std::size_t used, std::size_t limit) {
  if (used < out.size()) return true;
  if (used >= limit) return false;
  out.resize(std::min(limit, std::max(used + first_room, 2 * used)));
  return true;
}

}  // namespace

const char* name_of(Coding coding) noexcept {
  switch (coding) {
    case Coding::identity:
      return "identity";
    case Coding::gzip:
      return "gzip";
    case Coding::deflate:
      return "deflate";
    case Coding::zstd:
      return "zstd";
    case Coding::brotli:
      return "brotli";
  }
  return "";
}

std::unique_ptr<Decoder> make_decoder(Coding coding) {
  switch (coding) {
    case Coding::identity:
      return nullptr;
    case Coding::gzip:
      return make_gzip_decoder();
    case Coding::deflate:
      return make_deflate_decoder();
    case Coding::zstd:
      return make_zstd_decoder();
    case Coding::brotli:
      return make_brotli_decoder();
  }
  return nullptr;
}

std::unique_ptr<Encoder> make_encoder(Coding coding) {
  if (coding == Coding::identity) return std::make_unique<Copier>();
  if (coding == Coding::gzip) return make_gzip_encoder();
  if (coding == Coding::zstd) return make_zstd_encoder();
  return nullptr;
}

Ending decode_all(Decoder& decoder, std::string_view bytes, std::size_t max_bytes, std::string& out) {
  const std::size_t before = out.size();
  const std::size_t limit = before + max_bytes;
  std::size_t used = before;
  Ending ending = Ending::damaged;  // input that ends within a member is
  bool at_start = true;
  decoder.restart();
  while (!bytes.empty() || !at_start) {
    if (!make_room(out, used, limit)) {
      ending = Ending::cut_at_limit;
      break;
    }
    Exchange exchange{.in = bytes, .out = out.data() + used, .room = out.size() - used};
    const Step step = decoder.decode(exchange);
    const bool moved = exchange.in.size() < bytes.size() || exchange.out > out.data() + used;
    used = static_cast<std::size_t>(exchange.out - out.data());
    bytes = exchange.in;
    at_start = step == Step::member_end;
    if (at_start) decoder.restart();
    // Servers append bytes that mean nothing; browsers do not mind what follows a whole member.
    if (at_start) ending = Ending::whole;
    if (at_start && bytes.empty()) break;
    if (step == Step::damaged || !moved) break;
  }
  out.resize(used);
  return ending;
}

}  // namespace streams
