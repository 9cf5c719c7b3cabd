// error: const
#include <pith.hpp>

void change(const pith::Rules& mine) {
  pith::builtin_rules() = mine;
}
