# C++ code is ASCII, so that every editor and compiler reads the same; text in other scripts is data. Comments may quote
# a phrase as it stands on pages.
#   cmake -D ROOT=/path/to/pith -P ascii.cmake
cmake_minimum_required(VERSION 3.24)

set(mistakes "")
file(GLOB_RECURSE files "${ROOT}/include/*" "${ROOT}/src/*.[ch]pp" "${ROOT}/tests/*.[ch]pp" "${ROOT}/examples/*.[ch]pp")
foreach(file IN LISTS files)
  file(READ "${file}" text)
  string(REGEX REPLACE "//[^\n]*" "" text "${text}")
  if(text MATCHES "[^\t\n -~]")
    list(APPEND mistakes "${file}")
  endif()
endforeach()
if(mistakes)
  list(JOIN mistakes "\n  " shown)
  message(FATAL_ERROR "not ASCII:\n  ${shown}")
endif()
list(LENGTH files count)
message(STATUS "${count} sources are ASCII")
