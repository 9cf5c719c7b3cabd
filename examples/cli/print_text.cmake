# Runs COMMAND OPTIONS and puts what it prints in OUTPUT.
cmake_minimum_required(VERSION 3.24)
cmake_path(GET OUTPUT PARENT_PATH folder)
file(MAKE_DIRECTORY "${folder}")
execute_process(COMMAND "${COMMAND}" ${OPTIONS} OUTPUT_FILE "${OUTPUT}" COMMAND_ERROR_IS_FATAL ANY)
