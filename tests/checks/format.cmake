# All sources are as clang-format 14 with our .clang-format lays them out; another version is skipped.
#   cmake -D ROOT=/path/to/pith -D CLANG_FORMAT=clang-format -P format.cmake
cmake_minimum_required(VERSION 3.24)

execute_process(COMMAND "${CLANG_FORMAT}" --version OUTPUT_VARIABLE version)
if(NOT version MATCHES "version 14\\.")
  message(STATUS "skipped: needs clang-format 14, this is ${version}")
  return()
endif()
file(GLOB_RECURSE files "${ROOT}/include/*" "${ROOT}/src/*.[ch]pp" "${ROOT}/tests/*.[ch]pp" "${ROOT}/examples/*.[ch]pp")
execute_process(COMMAND "${CLANG_FORMAT}" --dry-run -Werror ${files} RESULT_VARIABLE result ERROR_VARIABLE shown)
if(NOT result EQUAL 0)
  string(REGEX MATCHALL "[^\n]*-Wclang-format-violations[^\n]*" places "${shown}")
  list(JOIN places "\n  " places)
  message(FATAL_ERROR "not laid out by clang-format:\n  ${places}")
endif()
