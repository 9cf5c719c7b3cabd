# The library uses nothing of the system but memory: no file, no process, no socket, no environment, no clock. Read from
# what its objects ask the linker for.
#   cmake -D NM=nm -D LIBRARY=libpith.a -P outside.cmake
cmake_minimum_required(VERSION 3.24)

execute_process(COMMAND "${NM}" --undefined-only --format=just-symbols "${LIBRARY}" OUTPUT_VARIABLE shown ERROR_QUIET
  RESULT_VARIABLE failed)
if(failed) # older than 2.35
  execute_process(COMMAND "${NM}" --undefined-only --format=posix "${LIBRARY}" OUTPUT_VARIABLE shown
    COMMAND_ERROR_IS_FATAL ANY)
  string(REGEX REPLACE " U[^\n]*" "" shown "${shown}")
endif()
string(REGEX MATCHALL "[^\n]+" symbols "${shown}")
list(FILTER symbols EXCLUDE REGEX ":$")
list(REMOVE_DUPLICATES symbols)

# Bytes and numbers; Gumbo, ICU; the C ABI's own; what compilers put in (exceptions, stack guards, assertions).
set(fine "^(mem|str|bcmp$|sqrt|exp|log|pow|setjmp|longjmp|gumbo_|kGumbo|u[a-z]+_|pith_|_|malloc$|calloc$|realloc$|free$)")
# Of the C and C++ libraries, by their names as the linker has them.
set(of_system "^_*(exit|_exit|Exit|abort|fork|system)$|^_*(f?open|sock|getenv|clock|gettime)|fstream|filebuf|10filesystem|6thread|random_device|St4cout|St4cerr|St5clog|system_clock|steady_clock")
set(mistakes "")
foreach(symbol IN LISTS symbols)
  if(NOT symbol MATCHES "${fine}" OR symbol MATCHES "${of_system}")
    list(APPEND mistakes "${symbol}")
  endif()
endforeach()
list(LENGTH symbols count)
if(count LESS 20)
  message(FATAL_ERROR "${LIBRARY}: only ${count} symbols were read")
endif()
if(mistakes)
  list(JOIN mistakes "\n  " text)
  message(FATAL_ERROR "The library asks for something outside of it:\n  ${text}")
endif()
message(STATUS "${count} symbols from outside, none of the system")
