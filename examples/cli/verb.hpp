/// What a verb of the command is: `pith filter`, `pith batch`. The pages of `pith FILE...` are the verb without a name.
#pragma once

#include <memory>
#include <vector>

namespace CLI {
class App;
}

namespace cli {

class Verb {
 public:
  Verb() = default;
  Verb(const Verb&) = delete;
  Verb& operator=(const Verb&) = delete;
  virtual ~Verb() = default;

  /// Empty: the verb that runs when none is named.
  [[nodiscard]] virtual const char* name() const = 0;
  [[nodiscard]] virtual const char* description() const = 0;
  /// An example and the exit codes.
  [[nodiscard]] virtual const char* footer() const = 0;
  /// Binds options to this object, which has to outlive `app`.
  virtual void add_options(CLI::App& app) = 0;
  /// Called after the command line was read. Returns the exit code.
  [[nodiscard]] virtual int run() = 0;
};

/// The verbs of this build, the nameless one first. A verb whose libraries were not found only says so.
[[nodiscard]] std::vector<std::unique_ptr<Verb>> make_verbs();

}  // namespace cli
