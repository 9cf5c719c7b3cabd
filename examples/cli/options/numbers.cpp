#include "options/numbers.hpp"

#include <CLI/CLI.hpp>

namespace cli {
namespace {

/// Replaces `given` by the number of bytes. False: it is none.
bool to_number(std::string& given) {
  if (given.empty() || given[0] < '0' || given[0] > '9') return false;
  try {
    return CLI::AsSizeValue(false)(given).empty() && given != "0";
  } catch (const CLI::ValidationError&) {
    return false;
  }
}

std::string to_bytes(std::string& given) {
  const std::string as_given = given;
  return to_number(given) ? std::string() : "\"" + as_given + "\" is not a size such as 500KB, 32MB or 1GB";
}

std::string check_count(const std::string& given) {
  const bool is_count = !given.empty() && given.find_first_not_of("0123456789") == std::string::npos;
  return is_count ? std::string() : "\"" + given + "\" is not a whole number";
}

/// CLI11 takes "nan" to lie within any range.
std::string check_digits(const std::string& given) {
  const bool is_number = given.find_first_not_of("0123456789.eE+-") == std::string::npos;
  return is_number ? std::string() : "\"" + given + "\" is not a number from 0 to 1";
}

}  // namespace

CLI::Option* add_share(CLI::App& app, const char* name, float& value, const char* help) {
  return app.add_option(name, value, help)
      ->check(CLI::Range(0.0, 1.0).description(""))
      ->check(CLI::Validator(check_digits, "", ""))
      ->type_name("0..1");
}

CLI::Option* add_size(CLI::App& app, const char* name, std::size_t& value, const char* help) {
  return app.add_option(name, value, help)->transform(CLI::Validator(to_bytes, "", ""))->type_name("SIZE");
}

CLI::Option* add_count(CLI::App& app, const char* name, std::size_t& value, const char* help) {
  return app.add_option(name, value, help)->check(CLI::Validator(check_count, "", ""))->type_name("N");
}

}  // namespace cli
