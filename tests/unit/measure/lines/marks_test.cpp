#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "measure/lines/marks.hpp"

using namespace pith::measure;

namespace {

LineText line_of(std::string_view utf8) {
  LineText line;
  line.assign(utf8);
  return line;
}

bool is_date(std::string_view utf8) {
  return find_number_marks(line_of(utf8)).date;
}

}  // namespace

TEST_CASE("dates are found in many forms") {
  for (const std::string_view line :
       {"2024-03-23", "on 2024/3/23 at", "2024\u5E743\u670823\u65E5", "3\u670823\u65E5", "23.3.2024", "3/23/24",
        "03-23", "March 23, 2024", "Oct. 5", "23 March", "5. Mai", "23. m\u00E4rz"}) {
    CAPTURE(line);
    CHECK(is_date(line));
  }
}

TEST_CASE("of a line that is longer than any, both ends are looked at") {
  const std::string middle(2 * LineText::longest_line, 'x');
  const LineText line = line_of("2024-03-23 " + middle + " read more");
  CHECK(line.size() == LineText::longest_line);
  CHECK(line.classes.size() == line.size());
  CHECK(find_number_marks(line).date);
  CHECK(ends_with_more(line));
  CHECK_FALSE(is_date(middle + " 2024-03-23 " + middle));
  CHECK(is_date(std::string(LineText::longest_line - 11, 'x') + " 2024-03-23"));
}

TEST_CASE("no character is cut where the middle of a line is left out") {
  std::string han;
  while (han.size() <= LineText::longest_line) han += "\u6CB3\u6C34";
  const LineText line = line_of(han);
  CHECK(line.size() >= LineText::longest_line / 3);
  CHECK(line.lower.find_first_not_of(U"\u6CB3\u6C34") == std::u32string::npos);
}

TEST_CASE("other numbers are no dates") {
  for (const std::string_view line : {"1234-56", "3.14159", "2024", "call 12345", "chapter 12", "1,000", "10:30"}) {
    CAPTURE(line);
    CHECK_FALSE(is_date(line));
  }
}

TEST_CASE("ages, times and prices stand by numbers") {
  CHECK(find_number_marks(line_of("5 hours ago")).ago);
  CHECK(find_number_marks(line_of("5h ago")).ago);
  CHECK(find_number_marks(line_of("3\u5C0F\u65F6\u524D")).ago);
  CHECK_FALSE(find_number_marks(line_of("5 hours long")).ago);
  CHECK(find_number_marks(line_of("at 08:15")).time);
  CHECK_FALSE(find_number_marks(line_of("a 4:3 picture")).time);
  CHECK(find_number_marks(line_of("$ 15")).price);
  CHECK(find_number_marks(line_of("15 \u20AC")).price);
  CHECK(find_number_marks(line_of("15\u5143")).price);
  CHECK_FALSE(find_number_marks(line_of("15 apples")).price);
}

TEST_CASE("telephone numbers are found") {
  CHECK(has_phone_number(line_of("Tel. (030) 1234-5678")));
  CHECK_FALSE(has_phone_number(line_of("2 of 3 and 4")));
}

TEST_CASE("line ends of teasers") {
  CHECK(ends_with_more(line_of("Read more")));
  CHECK(ends_with_more(line_of("Sport >>")));
  CHECK_FALSE(ends_with_more(line_of("Not anymore")));
}

TEST_CASE("line starts") {
  for (const std::string_view line :
       {"1. One", "(2) Two", "\uFF08\u4E00\uFF09", "\u4E00\u3001", "\u7B2C3\u7AE0", "07 x"}) {
    CAPTURE(line);
    CHECK(starts_with_list_number(line_of(line)));
  }
  for (const std::string_view line : {"2024 was", "1.5", "one"}) {
    CAPTURE(line);
    CHECK((starts_with_list_number(line_of(line)) == (line == "1.5")));
  }
  CHECK(is_key_value(line_of("Author: Jane")));
  CHECK_FALSE(is_key_value(line_of("Author:")));
  CHECK_FALSE(is_key_value(line_of("He said to all of us: go")));
}
