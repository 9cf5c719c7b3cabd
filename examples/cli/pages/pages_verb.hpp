/// `pith FILE...`: the articles of pages, for people and scripts.
#pragma once

#include "pages/arguments.hpp"
#include "verb.hpp"

namespace pages {

class PagesVerb final : public cli::Verb {
 public:
  [[nodiscard]] const char* name() const override { return ""; }
  [[nodiscard]] const char* description() const override;
  [[nodiscard]] const char* footer() const override;
  void add_options(CLI::App& app) override;
  [[nodiscard]] int run() override;

 private:
  Arguments arguments_;
};

}  // namespace pages
