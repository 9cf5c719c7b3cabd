# Compiles one file that must not compile, for the reason on its first line: "// error: REGEX". right_use.cpp has no such
# line and must compile, or the others would prove nothing.
# -D FILE=... -D COMPILER=... -D INCLUDE=...
file(STRINGS "${FILE}" lines LIMIT_COUNT 1)
execute_process(
  COMMAND "${COMPILER}" -std=c++20 -fsyntax-only -Wall -Wextra -Werror "-I${INCLUDE}" "${FILE}"
  RESULT_VARIABLE failed ERROR_VARIABLE said OUTPUT_QUIET)
if(NOT lines MATCHES "^// error: (.+)$")
  if(failed)
    message(FATAL_ERROR "right use does not compile:\n${said}")
  endif()
  return()
endif()
set(expected "${CMAKE_MATCH_1}")
if(NOT failed)
  message(FATAL_ERROR "${FILE} compiles")
endif()
if(NOT said MATCHES "${expected}")
  message(FATAL_ERROR "${FILE} does not compile, but not by \"${expected}\":\n${said}")
endif()
