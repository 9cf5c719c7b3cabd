/// Labels in cells: what a table for narrow screens, which stand its cells one below the other, says again in each.
#pragma once

#include <vector>

#include <pith/article.hpp>

namespace pith {

/// Takes the header of its column off the text of each cell that begins with it, in tables in which all columns, or all
/// but one, are so: "Weight 2 kg" below "Weight". Linear.
void drop_cell_labels(std::vector<Block>& blocks);

}  // namespace pith
