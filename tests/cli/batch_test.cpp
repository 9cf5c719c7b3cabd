#include <doctest/doctest.h>

#include <atomic>
#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <thread>

#include "batch/conveyor.hpp"
#include "batch/page_extractor.hpp"
#include "batch/reader.hpp"
#include "batch/report.hpp"
#include "batch/run.hpp"
#include "batch/selection.hpp"
#include "support/temporary_folder.hpp"
#include "support/warc_writer.hpp"

using nlohmann::json;
using streams::Coding;
using support::to_warc;

namespace {

const std::string page =
    "<html><body><nav><a href='/'>Home</a> <a href='/news'>News</a></nav><h1>The river</h1><p>The river rose by two "
    "metres overnight, and the lower town had to be cleared before dawn by the fire brigade.</p><p>Nobody was hurt, "
    "the mayor said, but some forty houses stand in water up to their windows.</p></body></html>";

std::vector<json> lines_of(const std::string& text) {
  std::vector<json> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(json::parse(text.substr(at, end - at)));
    at = end + 1;
  }
  return lines;
}

struct Result {
  int exit_code = 0;
  std::vector<json> records;
  json report;
};

/// Runs a batch over files of the folder.
Result run_batch(const support::TemporaryFolder& folder, const std::vector<std::string>& inputs,
                 batch::Arguments arguments = {}) {
  arguments.output = folder.path("out");
  arguments.inputs = inputs;
  arguments.jobs = 2;
  Result result;
  result.exit_code = batch::run(arguments);
  result.records = lines_of(folder.read("out/part-00000.jsonl"));
  result.report = json::parse(folder.read("out/report.json"));
  return result;
}

std::string url_of(const json& record) {
  return record.at("url");
}

}  // namespace

TEST_CASE("relative dates count from the date of the WARC record") {
  const support::TemporaryFolder folder;
  std::string relative = page;
  const std::size_t end = relative.find("</h1>");
  REQUIRE(end != std::string::npos);
  relative.insert(end + 5, "<p>Published 2 days ago</p>");
  const std::string archive = to_warc(support::response_record("https://a.example/plain", relative));

  const Result result = run_batch(folder, {folder.write("a.warc", archive)});
  REQUIRE(result.records.size() == 1);
  const std::string published = result.records[0].at("metadata").at("published");
  CHECK(published.substr(0, 10) == "2024-03-21");
}

TEST_CASE("a batch keeps pages and counts the rest") {
  const support::TemporaryFolder folder;
  std::string archive =
      to_warc({.type = "warcinfo", .uri = "", .content_type = "application/warc-fields", .block = "a: b"});
  archive += to_warc(support::response_record("https://a.example/plain", page));
  archive += to_warc({.type = "request", .uri = "https://a.example/plain", .block = "GET / HTTP/1.1\r\n\r\n"});
  archive += to_warc(support::response_record("https://a.example/gzip", support::compress(Coding::gzip, page),
                                              "Content-Encoding: gzip\r\n"));
  archive +=
      to_warc({.type = "resource", .uri = "https://a.example/resource", .content_type = "text/html", .block = page});
  archive +=
      to_warc({.type = "resource", .uri = "https://a.example/x.png", .content_type = "image/png", .block = "PNG"});
  archive += to_warc({.type = "revisit", .uri = "https://a.example/old", .block = "HTTP/1.1 200 OK\r\n\r\n"});
  archive += to_warc({.type = "response", .uri = "https://a.example/gone", .block = "HTTP/1.1 404 No\r\n\r\n" + page});
  archive += to_warc({.type = "response", .uri = "https://a.example/dns", .content_type = "text/dns", .block = "1"});
  auto truncated = support::response_record("https://a.example/cut", page);
  truncated.extra = "WARC-Truncated: length\r\n";
  archive += to_warc(truncated);
  archive += to_warc(support::response_record("https://a.example/empty", ""));

  const Result result = run_batch(folder, {folder.write("a.warc", archive)});
  CHECK(result.exit_code == 0);
  REQUIRE(result.records.size() == 4);
  CHECK(url_of(result.records[0]) == "https://a.example/plain");
  CHECK(url_of(result.records[1]) == "https://a.example/gzip");
  CHECK(url_of(result.records[2]) == "https://a.example/resource");
  CHECK(url_of(result.records[3]) == "https://a.example/cut");
  CHECK(result.records[1].at("text") == result.records[0].at("text"));
  CHECK(result.records[0].at("fetched") == "2024-03-23T08:15:00Z");
  CHECK(result.records[0].at("id") == "urn:test:https://a.example/plain");
  CHECK(result.records[0].at("offset") == archive.find("WARC/", 10));
  const json& report = result.report;
  CHECK(report.at("records") == 11);
  CHECK(report.at("pages") == 5);
  CHECK(report.at("kept") == 4);
  CHECK(report.at("truncated_records") == 1);
  CHECK(report.at("skipped") ==
        json({{"http_status", 1}, {"not_html", 1}, {"not_http", 1}, {"other_record", 2}, {"revisit", 1}}));
  CHECK(report.at("empty") == json({{"not_a_page", 1}}));
  CHECK(report.at("errors") == json::object());
}

TEST_CASE("of a compressed body that the crawler cut, the page is what can be read") {
  const support::TemporaryFolder folder;
  const std::string packed = support::compress(Coding::gzip, page);
  auto record = support::response_record("https://a.example/cut", packed.substr(0, packed.size() - 40),
                                         "Content-Encoding: gzip\r\n");
  const std::string unsaid = to_warc(record);
  record.extra = "WARC-Truncated: length\r\n";
  const Result result = run_batch(folder, {folder.write("a.warc", unsaid + to_warc(record))});
  CHECK(result.records.size() == 1);
  CHECK(result.report.at("errors") == json({{"damaged_body", 1}}));
  CHECK(result.report.at("truncated_records") == 1);
}

TEST_CASE("a page beyond the limit is cut, and counted") {
  const support::TemporaryFolder folder;
  batch::Arguments arguments;
  arguments.extraction.options.limits.max_input_bytes = 300;
  const std::string archive =
      to_warc(support::response_record("https://a.example/long", page)) +
      to_warc(support::response_record("https://a.example/short", "<p>The river rose by two metres overnight.</p>"));
  const Result result = run_batch(folder, {folder.write("a.warc", archive)}, arguments);
  CHECK(result.report.at("pages") == 2);
  CHECK(result.report.at("cut_pages") == 1);
}

TEST_CASE("the summary says what went wrong") {
  batch::RunState state;
  state.tally.add("records", 4);
  state.tally.add("pages");
  state.tally.add("kept");
  state.shard.number = 1;
  state.seconds = 1;
  CHECK(batch::summary_of(state) == "4 records, 1 page, 1 kept in 1 file, 0 errors; 1 pages/s");

  state.tally.add("cut_pages");
  state.tally.add("errors.not_json", 2);
  CHECK(batch::summary_of(state) ==
        "4 records, 1 page (1 cut at the limit of bytes), 1 kept in 1 file, 2 errors (not_json 2); 1 pages/s");

  state.tally.add("errors.damaged_record");
  state.damage.emplace_back("a.warc at 7");
  CHECK(batch::summary_of(state).find("3 errors (damaged_record 1, not_json 2; report.json says where)") !=
        std::string::npos);
}

TEST_CASE("the charset of the HTTP header is obeyed") {
  const support::TemporaryFolder folder;
  support::WarcRecord record;
  // "fleuve" with an e acute of ISO 8859-1, in a page that declares nothing
  record.block =
      "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1\r\n\r\n<p>Le fleuve est mont\xe9 de deux "
      "m\xe8tres dans la nuit, et la ville basse a d\xfb \xeatre vid\xe9"
      "e avant l'aube.</p>";
  const Result result = run_batch(folder, {folder.write("a.warc", to_warc(record))});
  REQUIRE(result.records.size() == 1);
  const std::string text = result.records[0].at("text");
  CHECK(text.find("mont\xc3\xa9 de deux m\xc3\xa8tres") != std::string::npos);
}

TEST_CASE("WET, JSON Lines and pages are read too") {
  const support::TemporaryFolder folder;
  const std::string text =
      "The river rose by two metres overnight, and the lower town had to be cleared.\nNobody was hurt.\n";
  const std::string wet =
      folder.write("a.warc.wet.gz", support::compress(Coding::gzip, to_warc({.type = "conversion",
                                                                             .uri = "https://a.example/wet",
                                                                             .content_type = "text/plain",
                                                                             .block = text})));
  const std::string lines = folder.write(
      "b.jsonl.zst",
      support::compress(Coding::zstd, json({{"html", page}, {"url", "https://a.example/line"}, {"mine", 7}}).dump() +
                                          "\nbroken\n" + json({{"other", 1}}).dump() + "\n"));
  const std::string file = folder.write("c.html", page);
  const Result result = run_batch(folder, {wet, lines, file});
  CHECK(result.exit_code == 0);
  REQUIRE(result.records.size() == 3);
  CHECK(url_of(result.records[0]) == "https://a.example/wet");
  CHECK(url_of(result.records[1]) == "https://a.example/line");
  CHECK(result.records[1].at("mine") == 7);
  CHECK(result.records[2].at("file") == file);
  CHECK(result.report.at("errors") == json({{"no_page_in_line", 1}, {"not_json", 1}}));
  const std::string damage = result.report.at("damage").at(0);
  CHECK(damage.starts_with(lines + " at 0 ("));
  CHECK(damage.ends_with(" unpacked): not_json"));
}

TEST_CASE("a folder is walked once, whatever links it holds") {
  const support::TemporaryFolder folder;
  std::filesystem::create_directories(folder.path("pages/inner"));
  std::filesystem::create_directories(folder.path("pages/.git"));
  folder.write("pages/a.html", page);
  folder.write("pages/.git/b.html", page);
  std::filesystem::create_directory_symlink("..", folder.path("pages/inner/back"));
  std::filesystem::create_symlink("nowhere", folder.path("pages/dangling.html"));
  const Result result = run_batch(folder, {folder.path("pages")});
  CHECK(result.exit_code == 0);
  REQUIRE(result.records.size() == 1);
  CHECK(result.records[0].at("file") == folder.path("pages/a.html"));
}

TEST_CASE("the report names what was asked") {
  const support::TemporaryFolder folder;
  batch::Arguments arguments;
  arguments.extraction.options.leaning = pith::Leaning::precise;
  const json options = run_batch(folder, {folder.write("a.html", page)}, arguments).report.at("options");
  CHECK(options.at("format") == "jsonl");
  CHECK(options.at("leaning") == "precise");
  CHECK(options.at("tables") == "tabs");
}

TEST_CASE("what pith cannot read is left out with the exit code that says so") {
  const support::TemporaryFolder folder;
  const std::string sound = folder.write("z.warc", to_warc(support::response_record("https://a.example/1", page)));
  const Result result = run_batch(folder, {folder.write("empty.warc.gz", ""), folder.write("noise.warc", "not a WARC"),
                                           folder.write("x.bin", std::string(100, '\1')), sound});
  CHECK(result.exit_code == 1);
  CHECK(result.records.size() == 1);
  CHECK(result.report.at("inputs") == 1);
  CHECK(result.report.at("inputs_left_out") == 3);
  CHECK(result.report.at("damage").size() == 3);
}

TEST_CASE("damaged records are counted with the place where they are") {
  const support::TemporaryFolder folder;
  const std::string first =
      support::compress(Coding::gzip, to_warc(support::response_record("https://a.example/1", page)));
  std::string second = support::compress(Coding::gzip, to_warc(support::response_record("https://a.example/2", page)));
  second.replace(second.size() / 2, 6, "??????");
  const std::string third =
      support::compress(Coding::gzip, to_warc(support::response_record("https://a.example/3", page)));
  const std::string path = folder.write("a.warc.gz", first + second + third);
  const Result result = run_batch(folder, {path});
  CHECK(result.exit_code == 0);
  REQUIRE(result.records.size() == 2);
  CHECK(url_of(result.records[1]) == "https://a.example/3");
  CHECK(result.records[1].at("offset") == first.size() + second.size());
  CHECK(result.report.at("errors").at("damaged_record") == 1);
  const std::string damage = result.report.at("damage").at(0);
  CHECK(damage == path + " at " + std::to_string(first.size()));
}

TEST_CASE("a selection leaves out and counts") {
  const support::TemporaryFolder folder;
  std::string archive;
  for (const char* const name : {"one", "two", "skip/three"})
    archive += to_warc(support::response_record(std::string("https://a.example/") + name, page));
  archive += to_warc(support::response_record("https://a.example/large", page + std::string(20'000, ' ')));
  batch::Arguments arguments;
  arguments.selection.exclude_urls = {"*/skip/*"};
  arguments.selection.max_bytes = 10'000;
  arguments.selection.drop_duplicates = true;
  const Result result = run_batch(folder, {folder.write("a.warc", archive)}, arguments);
  CHECK(result.records.size() == 1);
  CHECK(result.report.at("left_out") == json({{"bytes", 1}, {"duplicate", 1}, {"url", 1}}));
}

TEST_CASE("articles are judged by what was asked") {
  const pith::Article article = pith::extract(page);
  const std::string text = pith::to_text(article);
  batch::SelectionArguments arguments;
  CHECK(batch::reason_against(arguments, article, text, "en").empty());
  arguments.languages = {"zh", "en"};
  CHECK(batch::reason_against(arguments, article, text, "en").empty());
  CHECK(batch::reason_against(arguments, article, text, "zh-Hans").empty());
  CHECK(batch::reason_against(arguments, article, text, "fr") == "left_out.language");
  CHECK(batch::reason_against(arguments, article, text, "") == "left_out.language");
  arguments.languages = {"ZH-hans", "EN"};
  CHECK(batch::reason_against(arguments, article, text, "en-GB").empty());
  CHECK(batch::reason_against(arguments, article, text, "zh-Hans").empty());
  CHECK(batch::reason_against(arguments, article, text, "zh") == "left_out.language");
  arguments.min_words = 1000;
  CHECK(batch::reason_against(arguments, article, text, "en") == "left_out.words");
  arguments.min_confidence = 1;
  CHECK(batch::reason_against(arguments, article, text, "en") == "left_out.confidence");
  arguments.verdicts = {"forum"};
  CHECK(batch::reason_against(arguments, article, text, "en") == "left_out.verdict");
  CHECK(batch::reason_against(arguments, pith::extract(""), "", "") == "empty.not_a_page");
}

TEST_CASE("words are counted in scripts with and without spaces") {
  CHECK(batch::count_words("") == 0);
  CHECK(batch::count_words("  The river, at 5 o'clock\n") == 5);
  CHECK(batch::count_words("\xe6\xb2\xb3\xe6\xb0\xb4\xe3\x80\x82 rose") == 3);  // two Chinese characters, a full stop
}

TEST_CASE("texts that differ in space, case and punctuation hash alike") {
  CHECK(batch::folded_hash("The river rose.\n") == batch::folded_hash("the  RIVER\trose"));
  CHECK(batch::folded_hash("The river rose.") != batch::folded_hash("The river fell."));
}

TEST_CASE("the reader waits when more is on the way than allowed") {
  batch::Conveyor conveyor(1000);
  std::atomic<int> sent = 0;
  std::thread reader([&] {
    for (int i = 0; i < 5; ++i) {
      auto parcel = conveyor.take_empty();
      parcel->bytes.assign(400, 'x');
      if (!conveyor.send(std::move(parcel))) return;
      ++sent;
    }
    conveyor.close();
  });
  const auto wait_for = [&](int count) {
    for (int i = 0; i < 10'000 && sent < count; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  };
  wait_for(2);
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  CHECK(sent == 2);

  std::uint64_t next = 0;
  for (auto work = conveyor.take_work(); work != nullptr; work = conveyor.take_work()) {
    conveyor.deliver(std::move(work));
    auto done = conveyor.take_done();
    REQUIRE(done != nullptr);
    CHECK(done->number == next++);
    conveyor.give_back(std::move(done));
  }
  reader.join();
  CHECK(next == 5);
  CHECK(conveyor.take_done() == nullptr);
}

TEST_CASE("a parcel larger than all that is allowed passes alone") {
  batch::Conveyor conveyor(10);
  auto parcel = conveyor.take_empty();
  parcel->bytes.assign(4000, 'x');
  CHECK(conveyor.send(std::move(parcel)));
  CHECK(conveyor.take_work()->bytes.size() == 4000);
}

TEST_CASE("parcels leave in the order in which they came, whoever is done first") {
  batch::Conveyor conveyor(1000);
  for (int i = 0; i < 3; ++i) CHECK(conveyor.send(conveyor.take_empty()));
  conveyor.close();
  auto first = conveyor.take_work();
  auto second = conveyor.take_work();
  auto third = conveyor.take_work();
  conveyor.deliver(std::move(third));
  conveyor.deliver(std::move(second));
  conveyor.deliver(std::move(first));
  for (std::uint64_t number = 0; number < 3; ++number) CHECK(conveyor.take_done()->number == number);
  CHECK(conveyor.take_done() == nullptr);
}

TEST_CASE("after a stop what was begun comes out, and nothing else") {
  batch::Conveyor conveyor(1000);
  for (int i = 0; i < 3; ++i) CHECK(conveyor.send(conveyor.take_empty()));
  auto begun = conveyor.take_work();
  conveyor.stop();
  CHECK(conveyor.take_work() == nullptr);
  CHECK_FALSE(conveyor.send(conveyor.take_empty()));
  conveyor.deliver(std::move(begun));
  CHECK(conveyor.take_done()->number == 0);
  CHECK(conveyor.take_done() == nullptr);
}
