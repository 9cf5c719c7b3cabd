// What each part of `pith batch` and `pith filter` costs on an archive, and their ratios. Times are CPU time of the
// whole process, so that other work on the machine changes little; see README.md for what was measured.
//   pith_scale crawl.warc.gz

#include <unistd.h>

#include <cstdio>
#include <ctime>
#include <filesystem>
#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "batch/run.hpp"
#include "filter/input_record.hpp"
#include "filter/line_reader.hpp"
#include "filter/output_record.hpp"
#include "filter/source.hpp"
#include "records/article_fields.hpp"
#include "streams/input_stream.hpp"
#include "warc/http_response.hpp"
#include "warc/record_reader.hpp"

namespace {

struct Page {
  std::string url;
  std::string body;
};

double seconds_of(const std::function<void()>& work) {
  timespec before{};
  timespec after{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &before);
  work();
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &after);
  return static_cast<double>(after.tv_sec - before.tv_sec) + static_cast<double>(after.tv_nsec - before.tv_nsec) / 1e9;
}

/// The best of three: what disturbs a run only makes it longer.
double best_of_three(const std::function<void()>& work) {
  return std::min({seconds_of(work), seconds_of(work), seconds_of(work)});
}

std::unique_ptr<streams::InputStream> open(const std::string& path) {
  std::string error;
  auto stream = streams::InputStream::open(path, {}, error);
  if (stream == nullptr) {
    std::fprintf(stderr, "pith_scale: cannot read %s: %s\n", path.c_str(), error.c_str());
    std::exit(2);
  }
  return stream;
}

void decompress(const std::string& path) {
  const auto stream = open(path);
  for (auto at_hand = stream->peek(1); !at_hand.empty(); at_hand = stream->peek(1)) stream->consume(at_hand.size());
}

std::vector<Page> read_pages(const std::string& path) {
  const auto stream = open(path);
  warc::RecordReader reader(*stream);
  warc::BodyReader bodies;
  std::vector<Page> pages;
  warc::Header header;
  while (reader.next(header) == warc::Outcome::record) {
    std::string block;
    warc::HttpHead head;
    std::string_view body;
    if (header.type != "response" || !reader.read_block(std::size_t{64} << 20U, block)) continue;
    if (!warc::split_response(block, head)) continue;
    static_cast<void>(bodies.read(head, std::size_t{64} << 20U, body));
    pages.push_back({header.target_uri, std::string(body)});
  }
  return pages;
}

void extract(const std::vector<Page>& pages) {
  pith::Extractor extractor;
  for (const Page& page : pages) {
    const pith::Article article = extractor.extract({.bytes = page.body, .url = page.url, .content_type = "text/html"});
    static_cast<void>(pith::to_text(article));
  }
}

void batch_alone(const std::string& path, unsigned jobs) {
  const std::string folder =
      (std::filesystem::temp_directory_path() / ("pith-scale-" + std::to_string(::getpid()))).string();
  batch::Arguments arguments;
  arguments.inputs = {path};
  arguments.output = folder;
  arguments.jobs = jobs;
  static_cast<void>(batch::run(arguments));
  std::filesystem::remove_all(folder);
}

std::vector<std::string> to_lines(const std::vector<Page>& pages) {
  std::vector<std::string> lines;
  for (const Page& page : pages) {
    lines.push_back(nlohmann::json({{"url", page.url}, {"html", page.body}})
                        .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    lines.back().reserve(lines.back().size() + filter::LineReader::padding);
  }
  return lines;
}

void filter_lines(const std::vector<std::string>& lines) {
  const filter::Arguments arguments;
  const auto format = filter::article_format(arguments);
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  pith::Extractor extractor;
  std::string content_type;
  std::string out;
  for (const std::string& line : lines) {
    const auto input = parser.parse(line);
    auto article = extractor.extract(filter::source_of(input, arguments, content_type));
    filter::append_article(out, input, records::make_fields(std::move(article), format), format);
    out.clear();
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fputs("usage: pith_scale ARCHIVE\n", stderr);
    return 2;
  }
  const std::string path = argv[1];
  const std::vector<Page> pages = read_pages(path);
  std::size_t bytes = 0;
  for (const Page& page : pages) bytes += page.body.size();
  const double inflate = best_of_three([&] { decompress(path); });
  const double extraction = best_of_three([&] { extract(pages); });
  const double batch = best_of_three([&] { batch_alone(path, 2); });
  const double filter = best_of_three([lines = to_lines(pages)] { filter_lines(lines); });
  std::printf("%zu pages, %.1f MB\n", pages.size(), static_cast<double>(bytes) / 1e6);
  std::printf("decompression alone    %8.3f s  %5.1f %% of pith batch\n", inflate, 100 * inflate / batch);
  std::printf("extraction alone       %8.3f s\n", extraction);
  std::printf("pith batch, 2 jobs     %8.3f s  %5.1f %% of the slower of the two, both on two cores\n", batch,
              100 * std::max(2 * inflate, extraction) / batch);
  std::printf("pith filter            %8.3f s  %5.1f %% of extraction alone\n", filter, 100 * extraction / filter);
  return 0;
}
