# Turns data files of the library into one source file that defines a function of a header, which gives them all.
#   cmake -D OUTPUT=FILE.cpp -D ROOT=src/data -D FILES=a.tsv;phrases/b.tsv -D HEADER=builtin.hpp -D NAMESPACE=pith
#         -D FUNCTION=embedded_files -P embed.cmake
# Bytes are written as raw literals, which cost a compiler next to nothing. All of it is constant, so nothing runs when
# the library is loaded. A script instead of a helper program, so that cross-compiling needs no second compiler; what a
# program can spare a process that begins, where it can run, src/make_builtin.cpp does.
# Rows are embedded without their examples and comments: those are for readers and tests.
cmake_minimum_required(VERSION 3.24)

# What is compiled in of a file; see src/data/README.md.
function(read_embedded name result)
  file(READ "${ROOT}/${name}" text)
  if(name MATCHES "^phrases/|^line_patterns")
    string(REGEX REPLACE "\n(#[^\n]*\n)+" "\n" text "${text}")
    string(REGEX REPLACE "\n([^\t\n]*\t[^\t\n]*\t[^\t\n]*)\t[^\t\n]*\t[^\t\n]*" "\n\\1" text "${text}")
  endif()
  if(name MATCHES "^metadata/|^box_categories")
    string(REGEX REPLACE "\n(#[^\n]*\n)+" "\n" text "${text}")
    string(REGEX REPLACE "\t[^\t\n]*\n" "\n" text "${text}")  # the last field
  endif()
  string(FIND "${text}" ")pith\"" end)
  string(FIND "${text}" "\r" line_end)
  if(NOT end EQUAL -1 OR NOT line_end EQUAL -1)
    message(FATAL_ERROR "${name} cannot be a raw literal: it holds a carriage return or the literal's end")
  endif()
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

set(source "// Made by cmake/embed.cmake. Do not edit.\n#include \"${HEADER}\"\n\n")
string(APPEND source "#ifdef __clang__\n#pragma clang diagnostic ignored \"-Woverlength-strings\"\n#endif\n\n")
string(APPEND source "namespace ${NAMESPACE} {\nnamespace {\n\n")
set(rows "")
set(number 0)
foreach(name IN LISTS FILES)
  read_embedded("${name}" text)
  string(APPEND source "constexpr char file_${number}[] = R\"pith(${text})pith\";\n\n")
  string(APPEND rows "    {\"${name}\", {file_${number}, sizeof file_${number} - 1}},\n")
  math(EXPR number "${number} + 1")
endforeach()
string(APPEND source "constexpr rules::EmbeddedFile files[] = {\n${rows}};\n\n}  // namespace\n\n"
  "std::span<const rules::EmbeddedFile> ${FUNCTION}() noexcept { return files; }\n\n}  // namespace ${NAMESPACE}\n")
file(WRITE "${OUTPUT}.new" "${source}")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
