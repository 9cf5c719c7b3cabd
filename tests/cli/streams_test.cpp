#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>

#include "files/read_file.hpp"
#include "streams/input_stream.hpp"
#include "support/temporary_folder.hpp"
#include "support/warc_writer.hpp"

using streams::Coding;
using streams::InputStream;
using streams::Position;
using support::compress;
using support::compress_each;

namespace {

std::string read_all(InputStream& stream) {
  std::string out;
  for (std::string_view at_hand = stream.peek(1); !at_hand.empty(); at_hand = stream.peek(1)) {
    out += at_hand;
    stream.consume(at_hand.size());
  }
  return out;
}

std::unique_ptr<InputStream> open(const std::string& path, Position start = {}) {
  std::string error;
  auto stream = InputStream::open(path, start, error);
  INFO(error);
  REQUIRE(stream != nullptr);
  return stream;
}

/// Text that compresses little, so that members are longer than the buffers.
std::string noise(std::size_t size) {
  std::string out;
  unsigned state = 1;
  while (out.size() < size) {
    state = state * 1664525U + 1013904223U;
    out += static_cast<char>('!' + (state >> 24U) % 90U);
  }
  return out;
}

}  // namespace

TEST_CASE("what was compressed comes out again") {
  const support::TemporaryFolder folder;
  const std::string text = noise(700'000);
  for (const Coding coding : {Coding::identity, Coding::gzip, Coding::zstd}) {
    INFO(std::string(streams::name_of(coding)));
    const auto whole = open(folder.write("whole", compress(coding, text)));
    CHECK(read_all(*whole) == text);
    CHECK(whole->trouble() == InputStream::Trouble::none);

    const auto members = open(folder.write("members", compress_each(coding, {"one ", "two ", text, "", "three"})));
    const std::string all = read_all(*members);
    CHECK(members->trouble() == InputStream::Trouble::none);
    CHECK(all.size() == text.size() + 13);
    CHECK((all == "one two " + text + "three"));
  }
}

TEST_CASE("a stream goes on from any place it told") {
  const support::TemporaryFolder folder;
  const std::string text = noise(300'000);
  for (const Coding coding : {Coding::identity, Coding::gzip, Coding::zstd}) {
    INFO(std::string(streams::name_of(coding)));
    const std::string path = folder.write("file", compress_each(coding, {text, "second member", text}));
    const std::string plain = text + "second member" + text;
    for (const std::size_t place : {0U, 1U, 150'000U, 299'999U, 300'000U, 300'005U, 300'013U, 400'000U, 600'013U}) {
      CAPTURE(place);
      const auto stream = open(path);
      for (std::size_t left = place; left > 0;) {
        const std::size_t count = std::min(left, stream->peek(1).size());
        stream->consume(count);
        left -= count;
      }
      CHECK(read_all(*open(path, stream->position())) == plain.substr(place));
    }
  }
}

TEST_CASE("a damaged member is passed over") {
  const support::TemporaryFolder folder;
  const std::string broken = compress(Coding::gzip, noise(50'000));
  std::string bytes = compress(Coding::gzip, "first ") + broken + compress(Coding::gzip, "last");

  SUBCASE("bytes within it are wrong") {
    bytes.replace(200, 20, 20, '\0');
  }
  SUBCASE("its end is missing") {
    bytes.erase(compress(Coding::gzip, "first ").size() + 1000, broken.size() - 1000);
  }
  const auto stream = open(folder.write("file.gz", bytes));
  static_cast<void>(read_all(*stream));
  CHECK(stream->trouble() == InputStream::Trouble::damaged);
  CHECK(stream->skip_damage());
  CHECK(read_all(*stream) == "last");
}

TEST_CASE("damage at the end of the input takes no more than was given") {
  using namespace std::string_view_literals;
  // A match that reaches back before the text, of which ISA-L counts one byte more.
  constexpr std::string_view bytes =
      "\x1f\x8b\x08\0\0\0\0\0\x02\xd7\x83\x6c\x84\x09\x57\x41\x52\x43\x2f\x31\x2e\x30\r\n\r\n"sv;
  const auto decoder = streams::make_decoder(Coding::gzip);
  std::string room(1000, ' ');
  streams::Exchange exchange{.in = bytes, .out = room.data(), .room = room.size()};

  CHECK(decoder->decode(exchange) == streams::Step::damaged);

  CHECK(exchange.in.size() <= bytes.size());
}

TEST_CASE("the header of a gzip member goes on in the next input") {
  const std::string plain = compress(Coding::gzip, "The river rose.");
  std::string header = plain.substr(0, 10);
  header[3] = 2 | 4 | 8 | 16;  // a checksum, an extra field, a name and a comment follow
  header += std::string("\x08\0sl\x04\0abcd", 10) + std::string("page.html\0a comment\0", 20);
  const std::string of_header = compress(Coding::gzip, header);  // ends with its checksum and length
  const std::string bytes = header + of_header.substr(of_header.size() - 8, 2) + plain.substr(10);

  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    CAPTURE(cut);
    const auto decoder = streams::make_decoder(Coding::gzip);
    std::string room(100, ' ');
    streams::Exchange exchange{.in = std::string_view(bytes).substr(0, cut), .out = room.data(), .room = room.size()};
    streams::Step step = decoder->decode(exchange);
    exchange.in = std::string_view(bytes).substr(cut - exchange.in.size());
    if (step == streams::Step::more) step = decoder->decode(exchange);
    CHECK(step == streams::Step::member_end);
    CHECK(room.starts_with("The river rose. "));
  }
}

TEST_CASE("a file that is cut off is damaged at its end") {
  const support::TemporaryFolder folder;
  const std::string whole = compress(Coding::gzip, noise(50'000));
  const auto stream = open(folder.write("file.gz", whole.substr(0, whole.size() - 100)));
  static_cast<void>(read_all(*stream));
  CHECK(stream->trouble() == InputStream::Trouble::damaged);
  CHECK_FALSE(stream->skip_damage());
  CHECK(read_all(*stream).empty());
}

TEST_CASE("a stream can hand out more than its buffer holds") {
  const support::TemporaryFolder folder;
  const std::string text = noise(900'000);
  const auto stream = open(folder.write("file.gz", compress(Coding::gzip, text)));
  CHECK(stream->peek(10).size() >= 10);
  stream->consume(7);
  CHECK(stream->peek(800'000).substr(0, 800'000) == text.substr(7, 800'000));
  CHECK(stream->position() == Position{0, 7});
}

TEST_CASE("decode_all stops at its limit and tells damage") {
  const auto decoder = streams::make_decoder(Coding::gzip);
  const std::string packed = compress(Coding::gzip, std::string(1'000'000, 'a'));
  std::string out = "before ";
  CHECK(streams::decode_all(*decoder, packed, 1000, out) == streams::Ending::cut_at_limit);
  CHECK(out.size() == 1007);
  out.clear();
  CHECK(streams::decode_all(*decoder, packed, 1'000'000, out) == streams::Ending::whole);
  CHECK(out == std::string(1'000'000, 'a'));
  out.clear();
  CHECK(streams::decode_all(*decoder, packed.substr(0, packed.size() / 2), 1'000'000, out) == streams::Ending::damaged);
  CHECK_FALSE(out.empty());
  CHECK(streams::decode_all(*decoder, "", 10, out) == streams::Ending::damaged);
}

TEST_CASE("a file of which a part means something else is refused when it is too large") {
  const support::TemporaryFolder folder;
  const std::string file = folder.write("list", "a.html\nb.html\n");
  CHECK(cli::read_file(file, 9).was_cut);
  CHECK(cli::read_file(file, 9).error.empty());
  CHECK(cli::read_whole_file(file, 9).error == "it is larger than 9 bytes");
  CHECK(cli::read_whole_file(file, 14).error.empty());
}
