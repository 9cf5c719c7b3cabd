# cmake -D PROGRAM=... -P exit_codes.cmake: an example program tells its usage, and what it cannot read, in the way it says.
cmake_minimum_required(VERSION 3.24)
get_filename_component(name "${PROGRAM}" NAME)

# expect(CODE TEXT ARGUMENT...)
function(expect code text)
  execute_process(COMMAND "${PROGRAM}" ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result STREQUAL code OR NOT output MATCHES "${text}")
    string(SUBSTRING "${output}" 0 300 output)
    message(FATAL_ERROR "${name} ${ARGN}: exit code ${result}, not ${code} with \"${text}\":\n${output}")
  endif()
endfunction()

expect(0 "^usage: ${name} .*Exit codes: 0 done;" --help)
expect(2 "^usage: ${name} ")
expect(2 "^${name}: cannot read no-such-file" no-such-file)
# A folder can be opened; crawl_site reads those, and no file.
if(name MATCHES "crawl_site")
  expect(2 "^${name}: cannot read " "${CMAKE_CURRENT_LIST_FILE}")
else()
  expect(2 "^${name}: cannot read " "${CMAKE_CURRENT_LIST_DIR}")
endif()
