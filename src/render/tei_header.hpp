/// The header of a TEI document. Private to render.
#pragma once

#include <string>

#include <pith/article.hpp>

namespace pith::render {

/// `<teiHeader>...</teiHeader>`: title, authors, publisher, dates, addresses, licence, language, keywords.
void append_tei_header(std::string& out, const Metadata& metadata);

}  // namespace pith::render
