/// `pith filter`: JSON Lines in, JSON Lines out, one for one.
#pragma once

#include "filter/arguments.hpp"
#include "verb.hpp"

namespace filter {

class FilterVerb final : public cli::Verb {
 public:
  [[nodiscard]] const char* name() const override { return "filter"; }
  [[nodiscard]] const char* description() const override;
  [[nodiscard]] const char* footer() const override;
  void add_options(CLI::App& app) override;
  [[nodiscard]] int run() override;

 private:
  Arguments arguments_;
};

}  // namespace filter
