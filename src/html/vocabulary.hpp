/// Vocabulary: the HTML reader speaks of tags, nodes and attributes in every line, so it takes the names of page/ for
/// its own.
#pragma once

#include "page/page.hpp"

namespace pith::html {

using namespace page;  // NOLINT(google-build-using-namespace)

}  // namespace pith::html
