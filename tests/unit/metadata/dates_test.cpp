#include <doctest/doctest.h>

#include "metadata/metadata.hpp"

using pith::metadata::parse_date;

namespace {

std::string read(std::string_view text) {
  return pith::to_string(parse_date(text));
}

}  // namespace

TEST_CASE("machine-readable dates") {
  CHECK(read("2024-03-23") == "2024-03-23");
  CHECK(read("2024-03-23T08:15:30Z") == "2024-03-23T08:15Z");
  CHECK(read("2024-03-23T08:15:30.123+08:00") == "2024-03-23T08:15+08:00");
  CHECK(read("2024-03-23T08:15-0330") == "2024-03-23T08:15-03:30");
  CHECK(read("Sat, 23 Mar 2024 08:15:00 GMT") == "2024-03-23T08:15Z");
}

TEST_CASE("dates in words") {
  CHECK(read("March 23, 2024") == "2024-03-23");
  CHECK(read("Published on 23 March 2024") == "2024-03-23");
  CHECK(read("23. M\u00E4rz 2024, 08:15 Uhr") == "2024-03-23T08:15");
  CHECK(read("le 2 f\u00E9vrier 2023 \u00E0 11h30") == "2023-02-02T11:30");
  CHECK(read("21 de agosto de 2023") == "2023-08-21");
  CHECK(read("30 de janeiro de 2020") == "2020-01-30");
  CHECK(read("12 \u0441\u0435\u043D\u0442\u044F\u0431\u0440\u044F 2018") == "2018-09-12");
  CHECK(read("15 \u0623\u0628\u0631\u064A\u0644 2021") == "2021-04-15");
}

TEST_CASE("dates with CJK and Korean units") {
  CHECK(read("2024\u5E743\u670823\u65E5") == "2024-03-23");
  CHECK(read("2023\u5E7411\u670806\u65E5 18:20") == "2023-11-06T18:20");
  CHECK(read("2023\u5E749\u67085\u65E5 6\u664200\u5206") == "2023-09-05T06:00");
  CHECK(read("\uC785\uB825 2019.10.12 09:00") == "2019-10-12T09:00");
  CHECK(read("2019\uB144 10\uC6D4 12\uC77C") == "2019-10-12");
}

TEST_CASE("of two numbers the day stands first unless it cannot") {
  CHECK(read("03/04/2024") == "2024-04-03");
  CHECK(read("03/23/2024") == "2024-03-23");
  CHECK(read("23.03.2024") == "2024-03-23");
}

TEST_CASE("a time that no clock shows is left out") {
  CHECK(read("2024-03-23 25:10") == "2024-03-23");
  CHECK(read("2024-03-23 10:75") == "2024-03-23");
}

TEST_CASE("what is no date is unknown") {
  CHECK(read("").empty());
  CHECK(read("12:30").empty());
  CHECK(read("2024-13-40").empty());
  CHECK(read("Call 0800 2024 1234").empty());
  CHECK(read("marching 99 bands").empty());
  CHECK(read("192.168.1.1").empty());
}

TEST_CASE("a date far down a long text is not found") {
  CHECK(read(std::string(400, 'x') + " 2024-03-23").empty());
}
