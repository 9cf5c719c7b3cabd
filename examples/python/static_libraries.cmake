# Gumbo and ICU from their static archives, for a library that needs neither.
#   sets ICU's and Gumbo's libraries for find_package(); pith_keep_inside(TARGET) must follow
# Of ICU's data (30 MB) the library needs the tables of converters (5 MB): the rest is taken out with ICU's own icupkg.
# Archives of distributions are made for programs, not for libraries; what they lack for that is in keep_inside.c.
# Says what is missing and leaves all as it is (PITH_WHEEL_STATIC is OFF then).

function(pith_need name)
  if(NOT ${name})
    message(STATUS "pith: the wheel will need the system's Gumbo and ICU: no ${ARGN}")
    set(PITH_WHEEL_STATIC OFF PARENT_SCOPE)
  endif()
endfunction()

find_library(PITH_STATIC_GUMBO libgumbo.a)
find_library(PITH_STATIC_ICU_I18N libicui18n.a)
find_library(PITH_STATIC_ICU_UC libicuuc.a)
find_library(PITH_STATIC_ICU_DATA libicudata.a)
find_program(PITH_ICUPKG icupkg PATHS /usr/sbin)
pith_need(PITH_STATIC_GUMBO libgumbo.a)
pith_need(PITH_STATIC_ICU_I18N libicui18n.a)
pith_need(PITH_STATIC_ICU_UC libicuuc.a)
pith_need(PITH_STATIC_ICU_DATA libicudata.a)
pith_need(PITH_ICUPKG "icupkg (Debian: icu-devtools)")
pith_need(CMAKE_OBJCOPY objcopy)
if(NOT PITH_WHEEL_STATIC)
  return()
endif()

function(pith_run)
  execute_process(COMMAND ${ARGN} WORKING_DIRECTORY "${PITH_ICU_FOLDER}" OUTPUT_VARIABLE printed
    COMMAND_ERROR_IS_FATAL ANY)
  set(printed "${printed}" PARENT_SCOPE)
endfunction()

set(PITH_ICU_FOLDER "${CMAKE_CURRENT_BINARY_DIR}/icu")
file(MAKE_DIRECTORY "${PITH_ICU_FOLDER}")
pith_run("${CMAKE_AR}" x "${PITH_STATIC_ICU_DATA}")
file(GLOB data_object "${PITH_ICU_FOLDER}/icudt*_dat.o")
string(REGEX MATCH "icudt([0-9]+)[a-z]" data_name "${data_object}")
set(PITH_ICU_SYMBOL "icudt${CMAKE_MATCH_1}_dat")
set(PITH_ICU_DATA "${PITH_ICU_FOLDER}/converters.dat")
# icupkg reads the byte order off the name.
pith_run("${CMAKE_OBJCOPY}" -O binary --only-section=.rodata "${data_object}" "${data_name}.dat")
pith_run("${PITH_ICUPKG}" -l "${data_name}.dat")
string(REGEX REPLACE "(^|\n)[^\n]*(\\.cnv|cnvalias\\.icu)" "" others "${printed}")
file(WRITE "${PITH_ICU_FOLDER}/others.lst" "${others}")
pith_run("${PITH_ICUPKG}" -r others.lst "${data_name}.dat" converters.dat)

add_library(pith_icu_data STATIC keep_inside.c)
set_target_properties(pith_icu_data PROPERTIES POSITION_INDEPENDENT_CODE ON C_VISIBILITY_PRESET hidden)
target_compile_definitions(pith_icu_data PRIVATE "ICU_DATA=${PITH_ICU_SYMBOL}" "ICU_DATA_FILE=\"${PITH_ICU_DATA}\"")
set_property(SOURCE keep_inside.c APPEND PROPERTY OBJECT_DEPENDS "${PITH_ICU_DATA}")

add_library(Gumbo::Gumbo UNKNOWN IMPORTED)
set_target_properties(Gumbo::Gumbo PROPERTIES IMPORTED_LOCATION "${PITH_STATIC_GUMBO}")
add_library(ICU::i18n UNKNOWN IMPORTED)
set_target_properties(ICU::i18n PROPERTIES IMPORTED_LOCATION "${PITH_STATIC_ICU_I18N}"
  INTERFACE_LINK_LIBRARIES ICU::uc)
add_library(ICU::uc UNKNOWN IMPORTED)
set_target_properties(ICU::uc PROPERTIES IMPORTED_LOCATION "${PITH_STATIC_ICU_UC}"
  INTERFACE_LINK_LIBRARIES pith_icu_data)
add_library(ICU::data ALIAS pith_icu_data)

# Nothing of the archives is seen from outside; C++'s own library comes along as well.
function(pith_keep_inside target)
  target_link_options(${target} PRIVATE -static-libstdc++ -static-libgcc -Wl,--gc-sections
    "LINKER:--exclude-libs,libgumbo.a:libicui18n.a:libicuuc.a:libstdc++.a")
endfunction()
