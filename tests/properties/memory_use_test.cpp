// What a large page takes at its most, in bytes of memory for a byte of the page. Each page is extracted by a child of
// its own, whose memory nobody touched before.
#include <doctest/doctest.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <pith.hpp>
#include <string>
#include <string_view>

namespace {

constexpr std::size_t page_bytes = std::size_t{4} << 20U;
constexpr std::array<std::string_view, 12> words = {"river", "town",  "water", "valley",  "flood",   "night",
                                                    "dam",   "storm", "house", "council", "morning", "street"};
/// The same numbers on every machine (Numerical Recipes' generator).
class Numbers {
 public:
  [[nodiscard]] std::size_t below(std::size_t limit) noexcept {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8U) % limit;
  }

 private:
  std::uint32_t state_ = 1;
};

void add_words(Numbers& numbers, std::size_t count, std::string& out) {
  for (std::size_t k = 0; k < count; ++k) out.append(k == 0 ? "" : " ").append(words[numbers.below(words.size())]);
}

void add_sentence(Numbers& numbers, std::string& out) {
  out += "The ";
  add_words(numbers, 6 + numbers.below(14), out);
  out += ".";
}

void add_paragraph(Numbers& numbers, std::string& out) {
  out += "<p>";
  for (int k = 0; k < 4; ++k) {
    add_sentence(numbers, out);
    out += k == 3 ? "</p>\n" : " ";
  }
}

void add_chinese(Numbers& numbers, std::string& out) {
  out += "<p>";
  for (std::size_t left = 60 + numbers.below(140); left > 0; --left) {
    const std::size_t c = 0x4E00 + numbers.below(2000);
    out += {static_cast<char>(0xE0U | c >> 12U), static_cast<char>(0x80U | (c >> 6U & 0x3FU)),
            static_cast<char>(0x80U | (c & 0x3FU))};
  }
  out += "\u3002</p>\n";
}

void add_item(Numbers& numbers, std::string& out) {
  out += "<li><a href='/a/" + std::to_string(out.size()) + "'>";
  add_words(numbers, 2, out);
  out += "</a></li>\n";
}

void add_row(Numbers& numbers, std::string& out) {
  out += "<tr><td>";
  add_words(numbers, 1, out);
  out += "</td><td>" + std::to_string(numbers.below(1000)) + "</td></tr>\n";
}

void add_span(Numbers& numbers, std::string& out) {
  out += "<span>";
  add_words(numbers, 1, out);
  out += "</span>\n";
}

void add_line(Numbers& numbers, std::string& out) {
  add_sentence(numbers, out);
  out += '\n';
}

void add_zeros(Numbers&, std::string& out) {
  out.append(1024, '\0');
}

/// A page of one kind of content.
struct PageKind {
  const char* name;
  std::string_view start;
  void (*add)(Numbers&, std::string& out);
  double most;   ///< bytes of memory for a byte of the page, beside the page itself
  double least;  ///< less is no measurement; zeros are no text, and may fit in what the process had before
  std::uint32_t max_blocks = pith::Limits{}.max_blocks;
};

std::string page_of(const PageKind& kind) {
  Numbers numbers;
  std::string page(kind.start);
  page.reserve(page_bytes + 4096);
  while (page.size() < page_bytes) kind.add(numbers, page);
  return page;
}

/// Most memory of this process so far, in bytes.
long peak_bytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss * 1024L;
}

/// Bytes that this process takes for the page, at its most.
long bytes_taken(const std::string& page, std::uint32_t max_blocks) {
#ifdef __linux__
  prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0);  // pages of 2 MB are no measure of what is used
#endif
  // What the first page of a process costs is no matter of its size.
  static_cast<void>(pith::extract("<p>The river rose by two metres overnight.</p>"));
  static_cast<void>(pith::extract(pith::Source{.bytes = "The river rose.", .kind = pith::SourceKind::text}));
  const long before = peak_bytes();
  pith::Options options;
  options.limits.max_blocks = max_blocks;
  const pith::Article article = pith::extract(page, options);
  const std::string text = pith::to_text(article);
  return article.charset.empty() ? -1 : peak_bytes() - before;
}

/// The same, found in a child of this process.
long measured_bytes(const std::string& page, std::uint32_t max_blocks) {
  std::array<int, 2> ends{};
  REQUIRE(pipe(ends.data()) == 0);
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    const long bytes = bytes_taken(page, max_blocks);
    _exit(write(ends[1], &bytes, sizeof bytes) == sizeof bytes ? 0 : 1);
  }
  close(ends[1]);
  long bytes = 0;
  const bool is_whole = read(ends[0], &bytes, sizeof bytes) == sizeof bytes;
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  REQUIRE(is_whole);
  REQUIRE(status == 0);
  return bytes;
}

}  // namespace

TEST_CASE("a large page takes a few times its size") {
  // A tenth more than what was measured with GCC 12 and glibc 2.36.
  constexpr std::array kinds = {
      PageKind{"paragraphs", "<html><body>", add_paragraph, 3.5, 1},
      PageKind{"Chinese paragraphs", "<html><head><meta charset=utf-8></head><body>", add_chinese, 4.1, 1},
      PageKind{"short elements", "<html><body><ul>", add_item, 21.5, 5},
      PageKind{"lines of text", "", add_line, 17.8, 5},
      PageKind{"table rows", "<html><body><table>", add_row, 34.9, 5},
      PageKind{"inline elements", "<html><body>", add_span, 8.7, 2},
      PageKind{"one preformatted block", "<html><body><pre>", add_line, 4, 1},
      PageKind{"zeros", "", add_zeros, 1.2, 0},
      PageKind{"short elements beyond the limit of blocks", "<html><body><ul>", add_item, 2.5, 0.5, 5000},
      PageKind{"lines beyond the limit of blocks", "", add_line, 2.3, 0.5, 5000},
  };
  for (const PageKind& kind : kinds) {
    CAPTURE(kind.name);
    const std::string page = page_of(kind);
    const double taken = static_cast<double>(measured_bytes(page, kind.max_blocks)) / static_cast<double>(page.size());
    std::printf("%s: %.2f bytes for a byte\n", kind.name, taken);
    CHECK(taken >= kind.least);
    CHECK(taken <= kind.most);
  }
}
