/// What holds of the C ABI whatever is called in whatever order: strings are never NULL and end with a zero byte, what
/// is asked of no object or of no index is empty and leaves structs alone, and no function writes past a struct's size.
#pragma once

#include <pith/c.h>

#include <array>
#include <cstring>
#include <string>
#include <string_view>

#include "text/text.hpp"

namespace pith::test {

/// A few handles of one type, each NULL or an object; all are freed at the end.
template <typename Object, void (*free_object)(Object*)>
class Handles {
 public:
  Handles() = default;
  Handles(const Handles&) = delete;
  Handles& operator=(const Handles&) = delete;
  ~Handles() {
    for (Object* const object : objects_) free_object(object);
  }

  [[nodiscard]] Object* at(unsigned index) const { return objects_[index % objects_.size()]; }
  /// Frees what was there.
  void put(unsigned index, Object* object) {
    free_object(at(index));
    objects_[index % objects_.size()] = object;
  }

 private:
  std::array<Object*, 3> objects_{};
};

/// Reads calls from bytes and makes them.
class CSession {
 public:
  explicit CSession(std::string_view bytes) : bytes_(bytes) {}

  /// "" or which promise was broken.
  std::string run() {
    using Call = void (CSession::*)();
    static constexpr Call calls[] = {
        &CSession::make_extractor, &CSession::make_rules,  &CSession::make_article,   &CSession::make_article,
        &CSession::make_memory,    &CSession::learn,       &CSession::forget,         &CSession::make_explanation,
        &CSession::free_one,       &CSession::ask_article, &CSession::ask_blocks,     &CSession::ask_explanation,
        &CSession::ask_memory,     &CSession::init_sized,  &CSession::render_article, &CSession::merge};
    constexpr int most_calls = 40;
    for (int made = 0; made < most_calls && !bytes_.empty() && broken_.empty(); ++made) {
      (this->*calls[take() % std::size(calls)])();
    }
    return broken_;
  }

 private:
  unsigned take() {
    if (bytes_.empty()) return 0;
    const auto byte = static_cast<unsigned char>(bytes_.front());
    bytes_.remove_prefix(1);
    return byte;
  }
  /// A text of up to 255 bytes.
  std::string_view take_text() {
    const std::size_t wanted = take();
    const std::size_t length = std::min(wanted, bytes_.size());
    const std::string_view text = bytes_.substr(0, length);
    bytes_.remove_prefix(length);
    return text;
  }

  void expect(bool holds, const char* promise) {
    if (!holds && broken_.empty()) broken_ = promise;
  }
  void expect_string(pith_string string) {
    expect(string.data != nullptr, "a string is NULL");
    if (string.data == nullptr) return;
    expect(string.data[string.length] == '\0', "a string does not end with a zero byte");
    const std::string_view text(string.data, string.length);
    expect(text::valid_utf8_prefix(text) == text.size(), "a string is no UTF-8");
  }
  void expect_error(const char* error, std::size_t size) {
    const std::size_t length = strnlen(error, size);
    expect(length < size, "an error does not end");
    expect(text::valid_utf8_prefix({error, length}) == length, "an error is no UTF-8");
  }

  pith_source take_source() {
    pith_source source;
    pith_source_init_sized(&source, sizeof source);
    const unsigned choice = take();
    page_ = (choice & 1U) != 0 ? "<html><body><nav>Home</nav><article><h1>Flood</h1><p>The river rose by two metres "
                                 "in the night, and <a href=/b>the lower town</a> was cleared.</p><ul><li>One</ul>"
                                 "<table><tr><td>a<td>b</table></article>"
                               : "";
    page_ += take_text();
    source.bytes = page_.empty() && (choice & 2U) != 0 ? nullptr : page_.data();
    source.bytes_length = page_.size();
    if ((choice & 4U) != 0) source.url = "https://a.example/b";
    source.url_length = source.url == nullptr ? 0 : std::strlen(source.url);
    source.kind = static_cast<std::int32_t>(choice >> 3U & 7U) - 1;
    source.expect = static_cast<std::int32_t>(choice >> 5U) - 1;
    return source;
  }

  void make_extractor() {
    pith_options options{};
    const unsigned choice = take();
    constexpr std::size_t least = sizeof options.size;  // of an older header's struct
    pith_options_init_sized(&options,
                            (choice & 1U) != 0 ? sizeof options : least + take() % (sizeof options - least + 1));
    options.keep = take();
    options.leaning = static_cast<std::int32_t>(take() % 5) - 1;
    if ((choice & 2U) != 0) options.max_blocks = take();
    if ((choice & 4U) != 0) options.max_depth = take();
    pith_extractor* const made = pith_extractor_new((choice & 8U) != 0 ? &options : nullptr, rules_.at(choice >> 4U));
    expect(made != nullptr, "no extractor");
    extractors_.put(choice >> 6U, made);
    if ((choice & 32U) != 0) pith_extractor_set_max_work(made, take() * 1000U);
  }

  void make_rules() {
    // The rules compiled in are copied for each load, which takes longer than all else.
    constexpr int most_loads = 3;
    const unsigned choice = take();
    if (++loads_ > most_loads) return rules_.put(choice, nullptr);
    std::array<char, 40> error{};
    const std::size_t size = choice % (error.size() + 1);
    const std::string file((choice & 1U) != 0 ? "# pith phrases 1\n" : "");
    const std::string rows = file + std::string(take_text());
    pith_rules* const made = (choice & 64U) != 0 ? pith_rules_new()
                                                 : pith_rules_load(rules_.at(choice >> 4U), rows.data(), rows.size(),
                                                                   size == 0 ? nullptr : error.data(), size);
    if (made == nullptr && size > 0) expect_error(error.data(), size);
    rules_.put(choice >> 2U, made);
  }

  void make_article() {
    const unsigned choice = take();
    const pith_source source = take_source();
    pith_extractor* const extractor = extractors_.at(choice);
    pith_article* const made = (choice & 8U) != 0 ? pith_extract_with(extractor, &source, memories_.at(choice >> 4U))
                                                  : pith_extract(extractor, &source);
    expect((made == nullptr) == (extractor == nullptr), "an article of nothing, or none of something");
    articles_.put(choice >> 2U, made);
  }

  void make_memory() {
    const unsigned choice = take();
    if ((choice & 1U) != 0) return memories_.put(choice >> 1U, pith_site_memory_new());
    std::array<char, 40> error{};
    const pith_string saved = pith_site_memory_save(memories_.at(choice >> 1U));
    std::string bytes(saved.data, saved.length);
    if ((choice & 128U) != 0) bytes += take_text();
    pith_site_memory* const made = pith_site_memory_load(bytes.data(), bytes.size(), error.data(), error.size());
    if (made == nullptr) expect_error(error.data(), error.size());
    memories_.put(choice >> 3U, made);
  }

  void learn() {
    const unsigned choice = take();
    const pith_source source = take_source();
    (void)pith_learn(extractors_.at(choice), &source, memories_.at(choice >> 2U));
  }

  void merge() {
    const unsigned choice = take();
    (void)pith_site_memory_merge(memories_.at(choice), memories_.at(choice >> 2U));
  }

  void forget() {
    const std::string_view host = take_text();
    pith_site_memory_forget(memories_.at(take()), host.data(), host.size());
  }

  void make_explanation() {
    const unsigned choice = take();
    const pith_source source = take_source();
    explanations_.put(choice, pith_explain(extractors_.at(choice >> 2U), &source, memories_.at(choice >> 4U)));
  }

  void free_one() {
    const unsigned choice = take();
    switch (choice % 5) {
      case 0:
        return extractors_.put(choice >> 4U, nullptr);
      case 1:
        return rules_.put(choice >> 4U, nullptr);
      case 2:
        return articles_.put(choice >> 4U, nullptr);
      case 3:
        return explanations_.put(choice >> 4U, nullptr);
      default:
        return memories_.put(choice >> 4U, nullptr);
    }
  }

  void ask_article() {
    const pith_article* const article = articles_.at(take());
    const auto field = static_cast<std::int32_t>(take()) - 4;
    float confidence = 0;
    expect_string(pith_article_field(article, field));
    expect_string(pith_article_field_origin(article, field, &confidence));
    expect(confidence >= 0 && confidence <= 1, "a confidence");
    const float whole = pith_article_confidence(article);
    expect(whole >= 0 && whole <= 1, "an article's confidence");
    expect(pith_article_title_in_text(article) >= 0, "whether the title is in the text");
    const std::size_t notices = pith_article_notice_count(article);
    pith_string detail{"", 0};
    std::uint64_t count = 0;
    expect_string(pith_article_notice(article, take(), &count, &detail));
    expect_string(detail);
    expect(pith_article_notice(article, notices, nullptr, nullptr).length == 0, "a notice too many");
  }

  void render_article() {
    const unsigned choice = take();
    pith_article* const article = articles_.at(choice);
    const auto format = static_cast<std::int32_t>(choice >> 2U) - 2;
    const pith_string first = pith_article_render(article, format);
    expect_string(first);
    expect(pith_article_render(article, format).data == first.data, "rendered twice");
  }

  void expect_block(const pith_block& block) {
    for (const pith_string& string : {block.text, block.kind, block.category, block.reason, block.detail})
      expect_string(string);
    expect(block.score >= 0 && block.score <= 1, "a block's score");
  }

  /// A block, and what stands in and around it; with `index` past the end, nothing of that.
  void ask_block(const pith_article* article, std::size_t index, bool is_there) {
    pith_block block;
    pith_block_init_sized(&block, sizeof block);
    expect((pith_article_block(article, index, &block) == 1) == is_there, "a block that is not there, or the reverse");
    if (is_there) expect_block(block);
    const std::size_t spans = pith_article_span_count(article, index);
    const std::size_t frames = pith_article_frame_count(article, index);
    expect(is_there || spans + frames == 0, "spans or frames of no block");
    for (std::size_t i = 0; i <= spans; ++i) {
      pith_span span;
      pith_span_init_sized(&span, sizeof span);
      expect((pith_article_span(article, index, i, &span) == 1) == (i < spans), "a span");
      if (i == spans) continue;
      expect(span.begin <= span.end && span.end <= block.text.length, "a span's place");
      expect_string(span.target);
      expect_string(span.detail);
    }
    for (std::size_t i = 0; i <= frames; ++i) {
      pith_frame frame;
      pith_frame_init_sized(&frame, sizeof frame);
      expect((pith_article_frame(article, index, i, &frame) == 1) == (i < frames), "a frame");
    }
  }

  void ask_blocks() {
    const pith_article* const article = articles_.at(take());
    const std::size_t blocks = pith_article_block_count(article);
    for (std::size_t i = 0; i <= blocks; ++i) ask_block(article, i, i < blocks);
    ask_block(article, ~std::size_t{0}, false);
    const std::size_t dropped = pith_article_dropped_count(article);
    for (std::size_t i = 0; i <= dropped; ++i) {
      pith_block block;
      pith_block_init_sized(&block, sizeof block);
      expect((pith_article_dropped(article, i, &block) == 1) == (i < dropped), "a dropped block");
      if (i < dropped) expect_block(block);
      pith_span span;
      pith_span_init_sized(&span, sizeof span);
      const std::size_t spans = pith_article_dropped_span_count(article, i);
      expect(pith_article_dropped_span(article, i, spans, &span) == 0, "a span of a dropped block too many");
      pith_frame frame;
      pith_frame_init_sized(&frame, sizeof frame);
      const std::size_t frames = pith_article_dropped_frame_count(article, i);
      expect(pith_article_dropped_frame(article, i, frames, &frame) == 0, "a frame of a dropped block too many");
    }
  }

  void ask_explanation() {
    const unsigned choice = take();
    pith_explanation* const explanation = explanations_.at(choice);
    expect_string(pith_explanation_render(explanation, static_cast<std::int32_t>(choice >> 2U) - 1));
    pith_article* const article = pith_explanation_article(explanation);
    expect((article == nullptr) == (explanation == nullptr), "the article of an explanation");
    const std::size_t blocks = pith_explanation_block_count(explanation);
    for (std::size_t i = 0; i <= blocks; ++i) {
      pith_evidence evidence;
      pith_evidence_init_sized(&evidence, sizeof evidence);
      expect((pith_explanation_block(explanation, i, nullptr, &evidence) == 1) == (i < blocks), "an explained block");
      if (i == blocks) continue;
      expect_string(evidence.path);
      pith_string match{"", 0};
      float value = 0;
      for (std::size_t k = 0; k <= evidence.phrase_count; ++k) {
        expect_string(pith_explanation_phrase(explanation, i, k, &match, nullptr));
        expect_string(match);
      }
      expect_string(pith_explanation_feature(explanation, i, take(), &value));
      expect(pith_explanation_feature(explanation, i, evidence.feature_count, nullptr).length == 0, "a feature");
    }
  }

  void ask_memory() {
    pith_site_memory* const memory = memories_.at(take());
    expect(pith_site_memory_pages(memory) >= pith_site_memory_hosts(memory), "more hosts than pages");
    const pith_string saved = pith_site_memory_save(memory);  // bytes, not text
    expect(saved.data != nullptr && saved.data[saved.length] == '\0', "a saved memory that is NULL or does not end");
  }

  /// A struct of an older or a later header: nothing past its size is written.
  template <typename Struct>
  void init_one(void (*init)(Struct*, std::size_t), std::size_t size) {
    constexpr unsigned char untouched = 0xA5;
    alignas(Struct) std::array<unsigned char, sizeof(Struct) + 64> room{};
    room.fill(untouched);
    init(reinterpret_cast<Struct*>(room.data()), size);
    for (std::size_t i = size; i < room.size(); ++i) expect(room[i] == untouched, "written past a struct");
  }

  void init_sized() {
    const unsigned choice = take();
    // A struct has at least its size.
    const std::size_t size = sizeof(std::size_t) + take() % 64;
    switch (choice % 6) {
      case 0:
        return init_one<pith_options>(pith_options_init_sized, size);
      case 1:
        return init_one<pith_source>(pith_source_init_sized, size);
      case 2:
        return init_one<pith_block>(pith_block_init_sized, size);
      case 3:
        return init_one<pith_span>(pith_span_init_sized, size);
      case 4:
        return init_one<pith_frame>(pith_frame_init_sized, size);
      default:
        return init_one<pith_evidence>(pith_evidence_init_sized, size);
    }
  }

  std::string_view bytes_;
  std::string broken_;
  std::string page_;
  int loads_ = 0;
  Handles<pith_rules, pith_rules_free> rules_;
  Handles<pith_extractor, pith_extractor_free> extractors_;
  Handles<pith_article, pith_article_free> articles_;
  Handles<pith_explanation, pith_explanation_free> explanations_;
  Handles<pith_site_memory, pith_site_memory_free> memories_;
};

inline std::string broken_c_promise(std::string_view bytes) {
  return CSession(bytes).run();
}

}  // namespace pith::test
