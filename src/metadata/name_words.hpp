/// What the words of a byline say: part of a name, or what stands beside one. Private to metadata.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metadata/words.hpp"

namespace pith::metadata {

/// Bits of text::CharClass of the first character; 0 of an empty word.
[[nodiscard]] std::uint16_t class_of_first(std::string_view word) noexcept;
/// Whether the first character is Han, kana or Hangul.
[[nodiscard]] bool begins_with_cjk(std::string_view text) noexcept;
/// Whether some character is of one of the classes.
[[nodiscard]] bool has_class(std::string_view text, std::uint16_t wanted) noexcept;

/// The word at `at`, to the next space.
[[nodiscard]] std::string_view word_at(std::string_view text, std::size_t at) noexcept;
/// What the words at `at` mean beside a name; a point after them belongs to them.
[[nodiscard]] FoundWord known_at(std::string_view text, std::size_t at);

[[nodiscard]] bool is_month_or_weekday(std::string_view word);
/// An address, a handle or a domain.
[[nodiscard]] bool is_address(std::string_view name) noexcept;
/// "Ma\u00ADrie" as "Marie"; empty when no soft hyphens are there.
[[nodiscard]] std::string without_soft_hyphens(std::string_view text);
/// One word as people call themselves on the web: "jane_d", "river42"; no account of a system.
[[nodiscard]] bool is_nickname(std::string_view word);
/// "jane-doe", as addresses have it.
[[nodiscard]] bool is_slug(std::string_view name) noexcept;
/// Whether a word says what the person does.
[[nodiscard]] bool is_role(std::string_view name);
/// Whether all words but particles begin with a capital, or with a letter of a script without them.
[[nodiscard]] bool is_capitalized(std::string_view name);

/// "JANE DOE" as "Jane Doe"; names of one word may be initials.
[[nodiscard]] std::string without_capitals(std::string_view name);
/// Without "Dr." and the like before the name.
[[nodiscard]] std::string_view without_titles(std::string_view text);

/// Without "Senior Correspondent" and the like before a name of several words.
[[nodiscard]] std::string_view without_roles(std::string_view text);
/// "al-Mithal": an article in small letters that is part of the name.
[[nodiscard]] bool has_article(std::string_view word) noexcept;

/// What publishing systems call their users ("admin"), and what stands for nobody ("Redaktion").
[[nodiscard]] bool is_account(std::string_view name);

/// Whether an agency, newspaper or company is meant, by its words.
[[nodiscard]] bool is_organization(std::string_view name);

/// "Jane Doe" of "jane@harbour.example (Jane Doe)", as feeds write it; empty when it is not of that form.
[[nodiscard]] std::string_view after_mail(std::string_view text) noexcept;
/// A nickname within a name: "Jane "Kit" Doe", "Jane (Kit) Doe".
struct Nickname {
  std::string rest;        ///< the text without it; empty when there is none
  std::size_t place = 0;   ///< of the gap in `rest`
  std::string_view shown;  ///< of the text: a space, and the nickname in its marks
};
[[nodiscard]] Nickname find_nickname(std::string_view text);
/// The names of the rest, with the nickname back in the one that it was taken from.
[[nodiscard]] std::vector<std::string> with_nickname(const Nickname& nickname, std::vector<std::string> names);
/// "Mira Holt (with Ivo Brandt)" as "Mira Holt, Ivo Brandt"; empty when no such brackets are there.
[[nodiscard]] std::string without_brackets(std::string_view text);

/// Whether a name in Han or kana ends, or one of its parts does, as those of newspapers, sites and channels.
[[nodiscard]] bool is_outlet(std::string_view name);

}  // namespace pith::metadata
