#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "filter/input_record.hpp"
#include "filter/line_reader.hpp"
#include "filter/output_record.hpp"
#include "filter/surrogates.hpp"
#include "records/base64.hpp"
#include "records/json_text.hpp"
#include "records/merge_objects.hpp"
#include "support/temporary_folder.hpp"

using filter::LineReader;

namespace {

filter::InputRecord parse(filter::RecordParser& parser, std::string& line, const std::string& text) {
  line = text;
  line.reserve(text.size() + LineReader::padding);
  return parser.parse(line);
}

std::vector<std::string> read_lines(const std::string& text, std::size_t max_bytes) {
  const support::TemporaryFolder folder;
  const int file = ::open(folder.write("lines", text).c_str(), O_RDONLY);
  LineReader reader(file, max_bytes);
  std::vector<std::string> lines;
  for (std::string_view line;;) {
    const auto outcome = reader.next(line);
    if (outcome == LineReader::Outcome::end) break;
    lines.emplace_back(outcome == LineReader::Outcome::too_long ? "TOO LONG" : line);
  }
  ::close(file);
  return lines;
}

}  // namespace

TEST_CASE("every line is read once, whatever its length") {
  using Lines = std::vector<std::string>;
  CHECK(read_lines("", 100) == Lines{});
  CHECK(read_lines("\n", 100) == Lines{""});
  CHECK(read_lines("a\n\nb", 100) == Lines{"a", "", "b"});
  CHECK(read_lines("a\r\nb\n", 100) == Lines{"a\r", "b"});
  const std::string large(1'500'000, 'x');
  CHECK(read_lines("a\n" + large + "\nb\n", 2'000'000) == Lines{"a", large, "b"});
  CHECK(read_lines("a\n" + large + "\nb\n", 300'000) == Lines{"a", "TOO LONG", "b"});
  CHECK(read_lines(large + large, 300'000) == Lines{"TOO LONG"});
  CHECK(read_lines("abc\nde\n", 2) == Lines{"TOO LONG", "de"});
}

TEST_CASE("the page is the first of the fields that hold a string") {
  const filter::Arguments arguments;
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  CHECK(parse(parser, line, R"({"text":"a","html":"b\n\u00e9"})").page == "b\n\xc3\xa9");
  CHECK(parse(parser, line, R"({"html":null,"raw_content":"c","content":"d"})").page == "d");
  CHECK(parse(parser, line, R"({"html_base64":"PHA+"})").page == "<p>");
  CHECK_FALSE(parse(parser, line, R"({"html_base64":"PHA+"})").is_text);
  CHECK(parse(parser, line, R"({"html_base64":"P"})").error == "the field html_base64 is not base64");
  CHECK(parse(parser, line, R"({"id":7})").error.starts_with("no string in the field html"));
}

TEST_CASE("other fields pass through as they were written") {
  const filter::Arguments arguments;
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  const std::string text =
      R"({ "id" : 123456789012345678901234567890, "html":"x", "a":{"b":[1.50,true,null]} , "verdict":"old"})";
  CHECK(parse(parser, line, text).other_members == R"("id":123456789012345678901234567890,"a":{"b":[1.50,true,null]})");
  CHECK(parse(parser, line, R"({"html":"x","content":"y"})").other_members == R"("content":"y")");
  const auto record = parse(parser, line, R"({"html":"x","metadata":{"url":"https://a.example/"},"charset":"gbk"})");
  CHECK(record.url == "https://a.example/");
  CHECK(record.charset == "gbk");
  CHECK(record.metadata == R"({"url":"https://a.example/"})");
}

TEST_CASE("when a page was fetched is found as pipelines write it") {
  filter::Arguments arguments;
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  const auto fetched = [&](const std::string& member) {
    return pith::to_string(parse(parser, line, R"({"html":"x",)" + member + "}").fetched_at);
  };
  CHECK(fetched(R"("fetched_at":"2024-03-23T08:15:30Z")") == "2024-03-23T08:15:30Z");
  CHECK(fetched(R"("timestamp" : 1711181700 )") == "2024-03-23T08:15:00Z");
  CHECK(fetched(R"("timestamp":1711181700.75)") == "2024-03-23T08:15:00Z");
  CHECK(fetched(R"("timestamp":1711181700123)") == "2024-03-23T08:15:00Z");
  CHECK(fetched(R"("timestamp":"20240323081500")") == "2024-03-23T08:15:00Z");
  CHECK(fetched(R"("date_download":"20240323")") == "2024-03-23");
  CHECK(fetched(R"("warc_headers":{"warc-date":"2024-03-23T08:15:30Z"})") == "2024-03-23T08:15:30Z");
  CHECK(fetched(R"("metadata":{"fetched_at":"yesterday"},"timestamp":"2024-03-23")") == "2024-03-23");
  for (const char* const none : {"12345678901234", "7", "null", "true", "[1711181700]", "\"soon\"", "\"\"",
                                 "-1711181700", "1e9", "20240323.5"}) {
    CAPTURE(none);
    CHECK(fetched(R"("timestamp":)" + std::string(none)).empty());
  }
  CHECK(fetched(R"("date":"2024-03-23")").empty());  // of most sets that is when the page was published
  arguments.fetched_at = {"date"};
  filter::RecordParser by_date(arguments, filter::output_names(arguments));
  CHECK(parse(by_date, line, R"({"html":"x","date":"2024-03-23"})").fetched_at.day == 23);
}

TEST_CASE("it is said why a line is no object") {
  const filter::Arguments arguments;
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  CHECK(parse(parser, line, " \r").error == "empty");
  CHECK(parse(parser, line, "[1]").error == "not a JSON object");
  CHECK(parse(parser, line, R"({"html":"x","score":NaN})").error == "not JSON at byte 21");
  CHECK(parse(parser, line, R"({"html":"x","a":"b":}})").error == "not JSON at byte 20");
  CHECK(parse(parser, line, R"({"html":"x","score":1e999})").error == "a number that is too large");
}

TEST_CASE("a byte order mark before a line is no part of it") {
  const filter::Arguments arguments;
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  CHECK(parse(parser, line, "\xef\xbb\xbf{\"html\":\"x\"}").page == "x");
}

TEST_CASE("what is no JSON object is told, and the parser goes on") {
  const filter::Arguments arguments;
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  for (const char* const bad :
       {"", " ", "x", "[]", "7", "{", R"({"html":"x")", R"({"html":"x"} {})", R"({"html":"x",})", R"({"html" "x"})",
        R"({"html":"x","a":tru})", R"({"html":"x","a":[1,}]})", R"({"html":"x","a":01})", "{\"html\":\"\xff\"}",
        "{\"html\":\"a\nb\"}", R"({"html":"\x"})", R"({"html":"x","a":"\u12"})"}) {
    CAPTURE(bad);
    const auto record = parse(parser, line, bad);
    CHECK_FALSE(record.is_object);
    CHECK_FALSE(record.error.empty());
    CHECK(record.other_members.empty());
  }
  CHECK(parse(parser, line, R"({"html":"x"})").page == "x");
}

TEST_CASE("a field within an object is found by its path") {
  filter::Arguments arguments;
  arguments.input = {"page.body"};
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  CHECK(parse(parser, line, R"({"page":{"body":"<p>x"}})").page == "<p>x");
}

TEST_CASE("halves of surrogate pairs become replacement characters") {
  CHECK(filter::replace_lone_surrogates(R"(\ud83d)") == R"(\ufffd)");
  CHECK(filter::replace_lone_surrogates(R"(\ud83d\ude00 \uDCE9x)") == R"(\ud83d\ude00 \ufffdx)");
  CHECK(filter::replace_lone_surrogates(R"(\\ud83d \ud83d\\ude00)") == R"(\\ud83d \ufffd\\ude00)");
  CHECK(filter::replace_lone_surrogates("\\") == "\\");
  const filter::Arguments arguments;
  filter::RecordParser parser(arguments, filter::output_names(arguments));
  std::string line;
  CHECK(parse(parser, line, R"({"html":"a\udce9","b":"\ud800"})").page == "a\xef\xbf\xbd");
}

TEST_CASE("base64 is read as pipelines write it") {
  CHECK(records::decode_base64("") == "");
  CHECK(records::decode_base64("AP9h") == std::string("\0\xff"
                                                      "a",
                                                      3));
  CHECK(records::decode_base64("YQ==") == "a");
  CHECK(records::decode_base64("YWI") == "ab");
  CHECK(records::decode_base64(" YW\nI= ") == "ab");
  CHECK(records::decode_base64("_-8") == records::decode_base64("/+8="));
  CHECK_FALSE(records::decode_base64("Y"));
  CHECK_FALSE(records::decode_base64("a*b"));
}

TEST_CASE("strings are written as a JSON library writes them") {
  for (std::size_t length = 0; length < 40; ++length)
    for (int byte = 0; byte < 256; ++byte) {
      const std::string text = std::string(length, 'a') + static_cast<char>(byte) + "\xC3\xA9 and more";
      std::string out = "before";
      records::append_string(out, text);
      const auto wanted = nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
      REQUIRE(out == "before" + wanted);
    }
}

TEST_CASE("an object keeps its members when another is merged in") {
  CHECK(records::merge_objects(R"({"a":1,"b":[2]})", R"({"b":3,"c":"4"})") == R"({"a":1,"b":[2],"c":"4"})");
  CHECK(records::merge_objects("{}", R"({"b":3})") == R"({"b":3})");
  CHECK(records::merge_objects("7", R"({"b":3})") == R"({"b":3})");
}

TEST_CASE("spans are offsets of characters into the text") {
  filter::Arguments arguments;
  arguments.spans = true;
  const auto format = filter::article_format(arguments);
  pith::Article article = pith::extract(
      "<p>The river Maas\xc3\xa9 rose by two metres overnight, and the lower town had to be cleared before dawn.</p>"
      "<p>Nobody was hurt, the mayor said, but some forty houses stand in water up to their windows today.</p>");
  const std::string text = pith::to_text(article);
  REQUIRE(article.blocks.size() == 2);
  const auto fields = records::make_fields(std::move(article), format);
  const auto spans = nlohmann::json::parse(fields.attributes).at("pith__block_score");
  REQUIRE(spans.size() == 2);
  CHECK(spans[0][0] == 0);
  CHECK(spans[0][1].get<std::size_t>() == text.find('\n') - 1);
  CHECK(spans[1][0].get<std::size_t>() == text.find("Nobody") - 1);
}
