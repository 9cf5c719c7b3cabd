/// What blocks of an article ask of each other, settled when all of them are there.
#pragma once

#include <vector>

#include <pith/article.hpp>

namespace pith {

/// The blocks of each table in the order in which they are shown: a foot below the rows that stand after it, a caption
/// above them. Of several captions nothing tells which is the table's: they stand before it.
void order_rows(std::vector<Block>& blocks);

/// Notes that nothing is left of but images, say, are none; what refers to them, or to notes that stand deeper than
/// frames tell, is text.
void settle_references(std::vector<Block>& blocks);

/// The rule that pages draw above their notes is not the text's: where the notes are shown is up to the format.
void drop_rules_of_notes(std::vector<Block>& blocks);

}  // namespace pith
