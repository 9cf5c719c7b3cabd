// Reads the model file format:
//   # pith model 1
//   set         html | lines
//   provenance  free text, repeatable
//   base        logit that every sum starts with
//   feature     name, one line per feature, in the order that the trees number them
//   tree        preorder tokens separated by spaces: "3<0.25" is a split on feature 3, "=-1234" a leaf of -1234 * 2^-20
// Fields are separated by one tab.

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/quoted.hpp"
#include "model/trees.hpp"

namespace pith::model {
namespace {

constexpr std::string_view first_line = "# pith model 1";

template <typename Number>
std::optional<Number> parse_number(std::string_view text) {
  Number number{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string expected(std::string_view what, std::string_view found) {
  return "expected " + std::string(what) + ", found " + core::quoted(found);
}

/// Reads a model line by line. Every step answers with what was wrong, or nothing.
class ModelReader {
 public:
  explicit ModelReader(FeatureSets known) : known_(known) {}

  std::optional<Error> read(std::string_view bytes) {
    std::uint32_t number = 0;
    while (!bytes.empty()) {
      const std::string_view line = take_line(bytes);
      ++number;
      if (number == 1) {
        if (line != first_line) return Error{"expected \"" + std::string(first_line) + "\"", 1};
        continue;
      }
      if (line.empty()) continue;
      if (std::string wrong = read_line(line); !wrong.empty()) {
        // What is wrong is quoted, and messages are UTF-8.
        const bool is_ascii = std::all_of(line.begin(), line.end(), [](char c) { return c >= 0; });
        return Error{is_ascii ? std::move(wrong) : "expected ASCII, found other bytes", number};
      }
    }
    if (number == 0) return Error{"expected \"" + std::string(first_line) + "\"", 1};
    if (!has_set()) return Error{"the model names no feature set (a line \"set\\thtml\" or \"set\\tlines\")", 0};
    if (model_.roots.empty()) return Error{"the model has no tree", 0};
    number_questions();
    make_tables(model_);
    return std::nullopt;
  }

  [[nodiscard]] Model take() { return std::move(model_); }

 private:
  static std::string_view take_line(std::string_view& bytes) {
    const std::size_t end = bytes.find('\n');
    std::string_view line = bytes.substr(0, end);
    bytes = end == std::string_view::npos ? std::string_view{} : bytes.substr(end + 1);
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    return line;
  }

  std::string read_line(std::string_view line) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) return "expected a key, a tab and a value";
    const std::string_view key = line.substr(0, tab);
    const std::string_view value = line.substr(tab + 1);
    if (key == "set") return read_set(value);
    if (key == "provenance") return {};  // for people
    if (key == "base") return read_base(value);
    if (key == "feature") return read_feature(value);
    if (key == "tree") return read_tree(value);
    return "unknown key " + core::quoted(key) + "; expected set, provenance, base, feature or tree";
  }

  std::string read_set(std::string_view value) {
    if (has_set()) return "the feature set is named twice";
    for (std::size_t set = 0; set < known_.size(); ++set) {
      if (known_[set].name != value) continue;
      model_.set = set;
      features_ = known_[set].features();
      asked_.resize(features_.size());
      return {};
    }
    return "unknown feature set " + core::quoted(value);
  }

  std::string read_base(std::string_view value) {
    const auto number = parse_number<double>(value);
    if (!number || !std::isfinite(*number)) return expected("a number", value);
    model_.base_logit = *number;
    return {};
  }

  std::string read_feature(std::string_view name) {
    if (!has_set()) return "the feature set must be named before the features";
    for (std::size_t column = 0; column < features_.size(); ++column) {
      if (features_[column].name != name) continue;
      model_.columns.push_back(static_cast<std::uint16_t>(column));
      return {};
    }
    return "unknown feature " + core::quoted(name);
  }

  std::string read_tree(std::string_view tokens) {
    model_.roots.push_back(static_cast<std::uint32_t>(model_.nodes.size()));
    open_splits_.clear();
    bool complete = false;
    while (!tokens.empty()) {
      if (complete) return "the tree goes on after its last leaf";
      const std::size_t end = tokens.find(' ');
      if (std::string wrong = read_token(tokens.substr(0, end), complete); !wrong.empty()) return wrong;
      tokens = end == std::string_view::npos ? std::string_view{} : tokens.substr(end + 1);
    }
    return complete ? std::string{} : "the tree ends before its last leaf";
  }

  std::string read_token(std::string_view token, bool& complete) {
    if (!token.empty() && token.front() == '=') {
      const auto leaf = parse_number<std::int32_t>(token.substr(1));
      if (!leaf) return expected("a leaf such as =-1234", token);
      model_.nodes.push_back({*leaf, 0});
      close_splits(complete);
      return {};
    }
    const std::size_t sign = token.find('<');
    if (sign == std::string_view::npos) return expected("a split such as 3<0.25 or a leaf", token);
    const auto feature = parse_number<std::uint32_t>(token.substr(0, sign));
    const auto threshold = parse_number<float>(token.substr(sign + 1));
    if (!feature || !threshold) return expected("a split such as 3<0.25", token);
    if (*feature >= model_.columns.size())
      return "the tree uses feature " + std::to_string(*feature) + ", which has no line";
    if (std::isnan(*threshold)) return expected("a threshold that is a number", token);
    if (open_splits_.size() == deepest_tree) return "a tree of more than 64 splits above a leaf";
    asked_[model_.columns[*feature]].push_back({*threshold, static_cast<std::uint32_t>(model_.nodes.size())});
    open_splits_.push_back({model_.nodes.size(), false});
    model_.nodes.push_back({});
    return {};
  }

  /// A subtree is complete: the innermost split waits for its right child, or is complete too.
  void close_splits(bool& complete) {
    while (!open_splits_.empty()) {
      OpenSplit& split = open_splits_.back();
      if (!split.left_done) {
        split.left_done = true;
        model_.nodes[split.index].right = static_cast<std::uint32_t>(model_.nodes.size() - split.index);
        return;
      }
      open_splits_.pop_back();
    }
    complete = true;
  }

  /// Many splits ask the same: each question is answered once for all of them.
  void number_questions() {
    for (std::size_t column = 0; column < asked_.size(); ++column) {
      std::vector<Asked>& asked = asked_[column];
      const auto begin = static_cast<std::uint32_t>(model_.thresholds.size());
      std::sort(asked.begin(), asked.end(), [](const Asked& a, const Asked& b) { return a.threshold < b.threshold; });
      for (std::size_t k = 0; k < asked.size(); ++k) {
        if (k == 0 || asked[k - 1].threshold < asked[k].threshold) {
          model_.thresholds.push_back(asked[k].threshold);
        }
        model_.nodes[asked[k].node].value = static_cast<std::int32_t>(model_.thresholds.size() - 1);
      }
      model_.questions.push_back({begin, static_cast<std::uint32_t>(model_.thresholds.size())});
    }
  }

  struct OpenSplit {
    std::size_t index = 0;
    bool left_done = false;
  };
  struct Asked {
    float threshold = 0;
    std::uint32_t node = 0;
  };

  [[nodiscard]] bool has_set() const { return !features_.empty(); }

  FeatureSets known_;
  std::span<const FeatureName> features_;  // of the model's set
  Model model_;
  std::vector<OpenSplit> open_splits_;
  std::vector<std::vector<Asked>> asked_;  // per column: many short lists are sorted faster than a long one
};

}  // namespace

Result<std::shared_ptr<const Model>> load_model(std::string_view file_bytes, FeatureSets known) {
  ModelReader reader(known);
  if (auto error = reader.read(file_bytes)) return std::move(*error);
  return std::shared_ptr<const Model>(std::make_shared<Model>(reader.take()));
}

}  // namespace pith::model
