/// `pith batch`: crawls in, articles in numbered files out.
#pragma once

#include "batch/arguments.hpp"
#include "verb.hpp"

namespace batch {

class BatchVerb final : public cli::Verb {
 public:
  [[nodiscard]] const char* name() const override { return "batch"; }
  [[nodiscard]] const char* description() const override;
  [[nodiscard]] const char* footer() const override;
  void add_options(CLI::App& app) override;
  [[nodiscard]] int run() override;

 private:
  Arguments arguments_;
};

}  // namespace batch
