# Writes the library as two files, and as one:
#   pith.hpp pith.cpp       the public headers; everything else, with models and phrases inside
#   header_only/pith.hpp    both: one unit defines PITH_IMPLEMENTATION before it includes the file
#   pith.h                  the C interface, for C
# They need Gumbo and ICU, no other file of pith and no build system.
#   cmake -D ROOT=/path/to/pith -D OUTPUT=folder -D SOURCES=a.cpp;b.cpp -P single.cmake
# SOURCES are those of src/CMakeLists.txt in its order, relative to src; those that the build made, data among them, are
# absolute. A header is written where the first file includes it, and only there. The names of all files meet in one
# unit: tests/checks/file_local_names.cmake keeps them apart.
cmake_minimum_required(VERSION 3.24)

set(banner "// Made by cmake/single.cmake out of the sources of pith. Do not edit.\n")
set(licence "// SPDX-License-Identifier: Apache-2.0\n")

# Writes TEXT at the end of the file at hand.
function(emit text)
  file(APPEND "${output}" "${text}")
endfunction()

# Where the file that a line includes stands, relative to ROOT; "" for one that is not pith's.
function(resolve_include line out)
  set(path "")
  if(line MATCHES "^#include \"([^\"]+)\"")
    set(path "src/${CMAKE_MATCH_1}")
  elseif(line MATCHES "^#include <(pith[/.][^>]+)>")
    set(path "include/${CMAKE_MATCH_1}")
  endif()
  set(${out} "${path}" PARENT_SCOPE)
endfunction()

# Writes an #include line, or what it includes, unless that was written before.
function(emit_include line)
  resolve_include("${line}" path)
  if(path)
    emit_file("${path}")
    return()
  endif()
  get_property(known GLOBAL PROPERTY known_includes)
  if(NOT line IN_LIST known)
    set_property(GLOBAL APPEND PROPERTY known_includes "${line}")
    emit("${line}\n")
  endif()
endfunction()

# Writes a file of pith with what it includes in place. An include within #if stays where it is.
function(emit_file path)
  get_property(written GLOBAL PROPERTY written_files)
  if(path IN_LIST written)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY written_files "${path}")
  get_filename_component(place "${path}" ABSOLUTE BASE_DIR "${ROOT}")
  file(READ "${place}" rest)
  string(REPLACE "#pragma once\n" "" rest "${rest}")
  set(rest "\n${rest}")
  while(TRUE)
    string(FIND "${rest}" "\n#include " at)
    if(at EQUAL -1)
      break()
    endif()
    string(SUBSTRING "${rest}" 0 ${at} before)
    math(EXPR at "${at} + 1")
    string(SUBSTRING "${rest}" ${at} -1 rest)
    string(FIND "${rest}" "\n" end)
    string(SUBSTRING "${rest}" 0 ${end} line)
    string(SUBSTRING "${rest}" ${end} -1 rest)
    emit("${before}\n")
    if(before MATCHES "\n#if [^\n]*$")
      emit("${line}\n")
    else()
      emit_include("${line}")
    endif()
  endwhile()
  emit("${rest}")
endfunction()

# One blank line in place of many, which taken includes leave.
function(close_gaps path)
  file(READ "${path}" text)
  string(REGEX REPLACE "\n\n\n+" "\n\n" text "${text}")
  file(WRITE "${path}" "${text}")
endfunction()

# Products and sums stay apart where the processor could fuse them: scores are the same on every machine.
set(no_fusing "\n#if defined(__clang__)\n#pragma STDC FP_CONTRACT OFF\n#elif defined(__GNUC__) && defined(__FP_FAST_FMA)\n#pragma GCC optimize(\"-ffp-contract=off\")\n#endif\n")

# g++ warns of types with file-local members where they stand in a header; this one is the implementation's.
set(quiet_begin "#if defined(__GNUC__) && !defined(__clang__)\n#pragma GCC diagnostic push\n#pragma GCC diagnostic ignored \"-Wsubobject-linkage\"\n#endif\n")
set(quiet_end "#if defined(__GNUC__) && !defined(__clang__)\n#pragma GCC diagnostic pop\n#endif\n")

file(MAKE_DIRECTORY "${OUTPUT}/header_only")

# The headers come first of all, for C too.
set(output "${OUTPUT}/pith.h")
file(WRITE "${output}" "/* Made by cmake/single.cmake out of include/pith/c.h. Do not edit. */\n/* SPDX-License-Identifier: Apache-2.0 */\n#ifndef PITH_C_H\n#define PITH_C_H\n")
emit_file("include/pith/c.h")
emit("\n#endif /* PITH_C_H */\n")
close_gaps("${output}")
set_property(GLOBAL PROPERTY written_files "")
set_property(GLOBAL PROPERTY known_includes "")

set(output "${OUTPUT}/pith.hpp")
file(WRITE "${output}" "${banner}${licence}#ifndef PITH_HPP\n#define PITH_HPP\n")
emit_file("include/pith.hpp")
emit("\n#endif  // PITH_HPP\n")
close_gaps("${output}")

set(output "${OUTPUT}/body.new")
file(WRITE "${output}" "${no_fusing}#ifndef PITH_C_H\n#define PITH_C_H\n")
emit_file("include/pith/c.h")
emit("\n#endif  // PITH_C_H\n")
foreach(source IN LISTS SOURCES)
  get_filename_component(name "${source}" NAME)
  if(IS_ABSOLUTE "${source}")
    emit("\n// ---- made: ${name} ----\n")
    emit_file("${source}")
  else()
    emit("\n// ---- ${source} ----\n")
    emit_file("src/${source}")
  endif()
endforeach()
close_gaps("${output}")

file(READ "${OUTPUT}/body.new" body)
file(READ "${OUTPUT}/pith.hpp" headers)
file(REMOVE "${OUTPUT}/body.new")
file(WRITE "${OUTPUT}/pith.cpp" "${banner}${licence}#include \"pith.hpp\"\n")
file(APPEND "${OUTPUT}/pith.cpp" "${body}")
set(output "${OUTPUT}/header_only/pith.hpp")
file(WRITE "${output}" "${headers}")
emit("\n#if defined(PITH_IMPLEMENTATION) && !defined(PITH_IMPLEMENTED)\n#define PITH_IMPLEMENTED\n${quiet_begin}")
emit("${body}")
emit("${quiet_end}#endif  // PITH_IMPLEMENTATION\n")
