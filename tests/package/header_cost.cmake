# pith.hpp stays cheap to include: fewer than 6,000 lines for the compiler to read beyond <string>, <string_view> and
# <vector>, whose size is the compiler's affair; <optional> and <variant> are most of them. <memory> or <functional> would
# break it.
#   cmake -D CXX=c++ -D INCLUDE=pith/include -D SCRATCH=folder -P header_cost.cmake
cmake_minimum_required(VERSION 3.24)

function(count_lines source result)
  file(WRITE "${SCRATCH}/header_cost.cpp" "${source}")
  execute_process(COMMAND "${CXX}" -std=c++20 "-I${INCLUDE}" -E "${SCRATCH}/header_cost.cpp" OUTPUT_VARIABLE text
    COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE "[^\n]" "" newlines "${text}")
  string(LENGTH "${newlines}" lines)
  set(${result} ${lines} PARENT_SCOPE)
endfunction()

count_lines("#include <string>\n#include <string_view>\n#include <vector>\n" standard)
count_lines("#include <pith.hpp>\n" all)
math(EXPR own "${all} - ${standard}")
if(own GREATER_EQUAL 6000)
  message(FATAL_ERROR "pith.hpp has ${all} preprocessed lines, ${own} beyond the standard headers that it needs")
endif()
message(STATUS "pith.hpp has ${all} preprocessed lines, ${own} beyond the standard headers that it needs")
