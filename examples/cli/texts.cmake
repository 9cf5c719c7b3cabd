# The manual page and the completions, printed by the command itself, from the text of its --help.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  message(STATUS "The manual page and the completions are left out: the command does not run on this machine")
  return()
endif()

# pith_printed(FILE FOLDER OPTION...): what `pith OPTION...` prints, installed as FOLDER/FILE.
function(pith_printed file folder)
  set(path "${CMAKE_CURRENT_BINARY_DIR}/texts/${file}")
  add_custom_command(OUTPUT "${path}" DEPENDS pith_cli VERBATIM
    COMMAND "${CMAKE_COMMAND}" -D "OUTPUT=${path}" -D "COMMAND=$<TARGET_FILE:pith_cli>" -D "OPTIONS=${ARGN}"
      -P "${CMAKE_CURRENT_SOURCE_DIR}/print_text.cmake")
  set_property(GLOBAL APPEND PROPERTY pith_texts "${path}")
  # Packages that build the command alone go without.
  install(FILES "${path}" DESTINATION "${folder}" COMPONENT tools OPTIONAL)
endfunction()

pith_printed(pith.1 "${CMAKE_INSTALL_MANDIR}/man1" --manual)
pith_printed(pith "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" --completions bash)
pith_printed(_pith "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" --completions zsh)
pith_printed(pith.fish "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" --completions fish)
get_property(pith_texts GLOBAL PROPERTY pith_texts)
add_custom_target(pith_texts ALL DEPENDS ${pith_texts})
