# Turns the rows of one small data file, without its comments, into a source file that defines one function.
#   cmake -D INPUT=FILE.tsv -D OUTPUT=FILE.cpp -D HEADER=text/charsets.hpp -D NAMESPACE=pith::text -D FUNCTION=rows
#         -D WHOLE=OFF -P embed_rows.cmake
# Of each row the first two fields are taken, for what follows is for readers and tests; all of them where WHOLE is ON.
# The literal is a constant; at most 16 KB, which every compiler takes.
cmake_minimum_required(VERSION 3.24)
file(READ "${INPUT}" rows)
string(REGEX REPLACE "^(#[^\n]*\n)+" "" rows "${rows}")
if(NOT WHOLE)
  string(REGEX REPLACE "(\t[^\t\n]*)\t[^\n]*\n" "\\1\n" rows "${rows}")
endif()
file(WRITE "${OUTPUT}.new" "// Made by cmake/embed_rows.cmake. Do not edit.\n#include \"${HEADER}\"\n\nnamespace ${NAMESPACE} {\n\n"
  "std::string_view ${FUNCTION}() noexcept {\n  return R\"pith(${rows})pith\";\n}\n\n}  // namespace ${NAMESPACE}\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
