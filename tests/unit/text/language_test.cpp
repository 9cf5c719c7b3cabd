#include <doctest/doctest.h>

#include <string_view>

#include "text/text.hpp"

using pith::text::guess_language;

TEST_CASE("languages are known by their script or their function words") {
  struct Row {
    std::string_view language;
    std::string_view text;
  };
  constexpr Row rows[] = {
      {"en", "The river rose and the town that was near to it had to be cleared for the night."},
      {"de", "Der Fluss stieg und die Stadt mit den alten Mauern ist auch nicht verschont."},
      {"fr", "Les eaux sont dans la ville avec des barques pour les habitants qui ne sont pas partis."},
      {"ru",
       "\u0420\u0435\u043A\u0430 \u043F\u043E\u0434\u043D\u044F\u043B\u0430\u0441\u044C "
       "\u043D\u043E\u0447\u044C\u044E"},
      {"uk",
       "\u0420\u0456\u0447\u043A\u0430 \u043F\u0456\u0434\u043D\u044F\u043B\u0430\u0441\u044F "
       "\u0432\u043D\u043E\u0447\u0456"},
      {"ar", "\u0627\u0631\u062A\u0641\u0639 \u0627\u0644\u0646\u0647\u0631"},
      {"fa", "\u0631\u0648\u062F\u062E\u0627\u0646\u0647 \u067E\u0631 \u0634\u062F \u06AF\u0641\u062A"},
      {"ja", "\u5DDD\u306E\u6C34\u304C\u4E0A\u304C\u308A\u307E\u3057\u305F"},
      {"ko", "\uAC15\uBB3C\uC774 \uC62C\uB790\uB2E4"},
      {"zh-Hans", "\u8FD9\u4E2A\u56FD\u5BB6\u7684\u6CB3\u6C34"},
      {"zh-Hant", "\u9019\u500B\u570B\u5BB6\u7684\u6CB3\u6C34"},
      {"el", "\u03C4\u03BF \u03C0\u03BF\u03C4\u03AC\u03BC\u03B9"},
      {"he", "\u05D4\u05E0\u05D4\u05E8"},
      {"th", "\u0E41\u0E21\u0E48\u0E19\u0E49\u0E33"},
      {"hi", "\u0928\u0926\u0940"},
  };
  for (const Row& row : rows) {
    INFO(row.language);
    CHECK(guess_language(row.text) == row.language);
  }
}

TEST_CASE("what says nothing is not guessed") {
  CHECK(guess_language("") == "");
  CHECK(guess_language("12:30 -- 14") == "");
  CHECK(guess_language("Ambleford Wren Abbott Holt") == "");
}
