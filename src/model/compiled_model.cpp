#include <memory>

#include "core/archive.hpp"
#include "model/trees.hpp"

namespace pith::model {

std::string compile_model(const Model& model) {
  core::ArchiveWriter archive;
  archive.add(model);
  return archive.bytes();
}

std::shared_ptr<const Model> read_compiled_model(std::string_view bytes) {
  auto model = std::make_shared<Model>();
  core::ArchiveReader(bytes).read(*model);
  return model;
}

}  // namespace pith::model
