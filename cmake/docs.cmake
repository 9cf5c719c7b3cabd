# The API reference, from the headers: cmake --build build --target docs, then build/docs/html/index.html.
find_package(Doxygen QUIET)
if(NOT DOXYGEN_FOUND)
  return()
endif()
set(DOXYGEN_PROJECT_NAME pith)
set(DOXYGEN_PROJECT_BRIEF "${PROJECT_DESCRIPTION}")
set(DOXYGEN_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/docs")
set(DOXYGEN_STRIP_FROM_PATH "${PROJECT_SOURCE_DIR}/include")
set(DOXYGEN_STRIP_FROM_INC_PATH "${PROJECT_SOURCE_DIR}/include")
set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
set(DOXYGEN_EXTRACT_ALL YES)
set(DOXYGEN_HIDE_UNDOC_RELATIONS YES)
set(DOXYGEN_SORT_MEMBER_DOCS NO)
set(DOXYGEN_GENERATE_LATEX NO)
set(DOXYGEN_HAVE_DOT NO)
set(DOXYGEN_DISABLE_INDEX NO)
set(DOXYGEN_GENERATE_TREEVIEW NO)
set(DOXYGEN_QUIET YES)
set(DOXYGEN_WARNINGS YES)
set(DOXYGEN_WARN_IF_UNDOCUMENTED NO)
set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
# A header begins with what it is for.
set(DOXYGEN_INPUT_FILTER "sed -e '1s,^/// ,/// @file\\n/// ,'")
set(DOXYGEN_FILE_PATTERNS *.hpp *.h *.md)
set(DOXYGEN_USE_MDFILE_AS_MAINPAGE "${PROJECT_BINARY_DIR}/docs.md")
file(CONFIGURE OUTPUT "${PROJECT_BINARY_DIR}/docs.md" CONTENT "# pith @PROJECT_VERSION@

@PROJECT_DESCRIPTION@. README.md beside the sources shows how to install and link it.

- C++: pith::extract() and pith::Extractor give a pith::Article, which pith::to_text() and its siblings render;
  pith::Options say what is kept, pith::Rules what is known, pith::SiteMemory what a site repeats.
- C: every function of pith/c.h begins with pith_extractor_new() and says who owns what.
" @ONLY)
doxygen_add_docs(docs "${PROJECT_SOURCE_DIR}/include" "${PROJECT_BINARY_DIR}/docs.md" COMMENT "API reference in ${PROJECT_BINARY_DIR}/docs/html")
if(PITH_BUILD_TESTS)
  add_test(NAME checks/docs COMMAND "${CMAKE_COMMAND}" --build "${PROJECT_BINARY_DIR}" --target docs)
  set_tests_properties(checks/docs PROPERTIES LABELS checks RUN_SERIAL ON)
endif()
