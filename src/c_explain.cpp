#include <pith/c.h>

#include <memory>

#include "c_objects.hpp"

using namespace pith::c_abi;

namespace {

/// A block of an explanation; NULL when there is none of that number.
const pith::ExplainedBlock* explained(const pith_explanation* explanation, std::size_t index) {
  if (index >= pith_explanation_block_count(explanation)) return nullptr;
  return &explanation->explanation.blocks[index];
}

}  // namespace

pith_explanation* pith_explain(pith_extractor* extractor, const pith_source* source, const pith_site_memory* memory) {
  if (extractor == nullptr) return nullptr;
  return null_on_bad_alloc([&] {
    auto made = std::make_unique<pith_explanation>();
    const pith::Source page = source_from(source);
    made->explanation =
        memory == nullptr ? extractor->extractor.explain(page) : extractor->extractor.explain(page, memory->memory);
    made->article.article = made->explanation.article;
    fill_fields(made->article);
    return made.release();
  });
}

void pith_explanation_free(pith_explanation* explanation) {
  delete explanation;
}

pith_article* pith_explanation_article(pith_explanation* explanation) {
  return explanation == nullptr ? nullptr : &explanation->article;
}

pith_string pith_explanation_render(pith_explanation* explanation, int32_t detail) {
  if (explanation == nullptr) return view("");
  return rendered_once(explanation->renderings, detail, [&](std::size_t number) {
    return pith::to_text(explanation->explanation,
                         number == PITH_EXPLAIN_EVIDENCE ? pith::ExplainDetail::evidence : pith::ExplainDetail::blocks);
  });
}

size_t pith_explanation_block_count(const pith_explanation* explanation) {
  return explanation == nullptr ? 0 : explanation->explanation.blocks.size();
}

int pith_explanation_block(const pith_explanation* explanation, size_t index, pith_block* block,
                           pith_evidence* evidence) {
  const pith::ExplainedBlock* from = explained(explanation, index);
  if (from == nullptr) return 0;
  write_struct(block_of(from->block), block);
  write_struct({sizeof(pith_evidence), view(from->path), from->model_score, from->kept ? 1 : 0, from->phrases.size(),
                from->features.size()},
               evidence);
  return 1;
}

pith_string pith_explanation_phrase(const pith_explanation* explanation, size_t block, size_t index, pith_string* match,
                                    pith_string* category) {
  const pith::ExplainedBlock* from = explained(explanation, block);
  if (from == nullptr || index >= from->phrases.size()) return view("");
  const pith::PhraseEvidence& phrase = from->phrases[index];
  if (match != nullptr) *match = view(phrase.match);
  if (category != nullptr) *category = view(pith::name_of(phrase.category));
  return view(phrase.phrase);
}

pith_string pith_explanation_feature(const pith_explanation* explanation, size_t block, size_t index, float* value) {
  const pith::ExplainedBlock* from = explained(explanation, block);
  if (from == nullptr || index >= from->features.size()) return view("");
  if (value != nullptr) *value = from->features[index].value;
  return view(from->features[index].name);
}

float pith_explanation_feature_moved(const pith_explanation* explanation, size_t block, size_t index) {
  const pith::ExplainedBlock* from = explained(explanation, block);
  return from == nullptr || index >= from->features.size() ? 0 : from->features[index].moved;
}
