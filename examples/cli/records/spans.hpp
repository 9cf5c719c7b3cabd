/// Dolma's attribute spans: which characters of a text have which property.
#pragma once

#include <pith.hpp>
#include <string>
#include <string_view>

namespace records {

/// {"pith__block_score":[[begin,end,score],...],"pith__confidence":[[0,end,value]]}; offsets count code points of
/// `text`, which is to_text(article), as Python's do. `prefix` stands before each name.
[[nodiscard]] std::string dolma_attributes(const pith::Article& article, std::string_view text,
                                           std::string_view prefix);

}  // namespace records
