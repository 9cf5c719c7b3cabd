/// Halves of surrogate pairs, which Python writes for undecodable bytes and no JSON library of C++ takes.
#pragma once

#include <string>
#include <string_view>

namespace filter {

/// The JSON text with each escaped surrogate without its other half (\ud83d, \udce9) replaced by \ufffd.
[[nodiscard]] std::string replace_lone_surrogates(std::string_view json);

}  // namespace filter
