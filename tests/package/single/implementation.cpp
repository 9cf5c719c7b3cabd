// The unit that holds a single-file pith. Others, or this one through a header of its own, may have included the file
// for its declarations before.
#include <pith.hpp>

#define PITH_IMPLEMENTATION
#include <pith.hpp>
