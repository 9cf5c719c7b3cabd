# Runs COMMAND OPTIONS and puts what it prints in OUTPUT.
cmake_minimum_required(VERSION 3.24)
execute_process(COMMAND "${COMMAND}" ${OPTIONS} OUTPUT_FILE "${OUTPUT}" COMMAND_ERROR_IS_FATAL ANY)
