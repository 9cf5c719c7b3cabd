# pith.hpp stays cheap to include: fewer than 40,000 lines for the compiler to read, of which the standard headers have
# nearly all. <memory> or <functional> would break it.
#   cmake -D CXX=c++ -D INCLUDE=pith/include -D SCRATCH=folder -P header_cost.cmake
cmake_minimum_required(VERSION 3.24)

file(WRITE "${SCRATCH}/includes_pith.cpp" "#include <pith.hpp>\n")
execute_process(COMMAND "${CXX}" -std=c++20 "-I${INCLUDE}" -E "${SCRATCH}/includes_pith.cpp" OUTPUT_VARIABLE text
  COMMAND_ERROR_IS_FATAL ANY)
string(REGEX REPLACE "[^\n]" "" newlines "${text}")
string(LENGTH "${newlines}" lines)
if(lines GREATER_EQUAL 40000)
  message(FATAL_ERROR "pith.hpp has ${lines} preprocessed lines")
endif()
message(STATUS "pith.hpp has ${lines} preprocessed lines")
