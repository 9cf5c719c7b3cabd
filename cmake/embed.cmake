# Turns the data files of the library into one source file that defines rules::embedded_files().
#   cmake -D OUTPUT=FILE.cpp -D ROOT=src/data -D FILES=a.tsv;phrases/b.tsv -P embed.cmake
# Bytes are written as characters, not as string literals: those may not be longer than 64 KiB everywhere. All of it is
# constant, so nothing runs when the library is loaded. A script instead of a helper program, so that cross-compiling
# needs no second compiler; 1 MB takes about a second.
file(WRITE "${OUTPUT}.new" "// Made by cmake/embed.cmake. Do not edit.\n#include \"rules/rule_set.hpp\"\n\nnamespace pith::rules {\nnamespace {\n\n")
set(rows "")
set(number 0)
foreach(name IN LISTS FILES)
  file(READ "${ROOT}/${name}" bytes HEX)
  string(LENGTH "${bytes}" digits)
  math(EXPR size "${digits} / 2")
  string(REGEX REPLACE "(................................................................)" "\\1\n" bytes "${bytes}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  file(APPEND "${OUTPUT}.new" "constexpr char file_${number}[] = {\n${bytes}};\n\n")
  string(APPEND rows "    {\"${name}\", {file_${number}, ${size}}},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(APPEND "${OUTPUT}.new" "constexpr EmbeddedFile files[] = {\n${rows}};\n\n}  // namespace\n\nstd::span<const EmbeddedFile> embedded_files() noexcept { return files; }\n\n}  // namespace pith::rules\n")
file(RENAME "${OUTPUT}.new" "${OUTPUT}")
