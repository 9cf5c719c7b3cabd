/// Lines for people, on standard error.
#pragma once

#include <string>

namespace cli {

/// "pith: WHAT" and a newline, in one write, so that lines of several threads and processes do not mix.
void say(const std::string& what);

/// What errno says, such as "No such file or directory".
[[nodiscard]] std::string reason_of(int error_number);

}  // namespace cli
