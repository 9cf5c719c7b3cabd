#include "blocks/tasks.hpp"

#include <doctest/doctest.h>

#include "support/page_builder.hpp"

using pith::Task;
using pith::blocks::task_sign;
using pith::page::AttributeName;
using pith::page::Tag;
using pith::test::PageBuilder;

namespace {

pith::blocks::BlockList blocks_of(const pith::page::Page& page) {
  pith::blocks::BlockList list;
  std::vector<pith::Notice> notices;
  pith::blocks::segment(page, pith::Limits{}, list, notices);
  return list;
}

/// Of the first item.
Task task_in(PageBuilder& builder) {
  const pith::page::Page& page = builder.done();
  const pith::blocks::BlockList list = blocks_of(page);
  for (std::uint32_t c = 0; c < list.containers.size(); ++c) {
    if (list.containers[c].tag == Tag::li) return pith::blocks::task_of(page, list, c);
  }
  FAIL("no item");
  return Task::none;
}

Task with_box(PageBuilder::Attributes box) {
  PageBuilder page;
  page.open(Tag::ul).open(Tag::li).open(Tag::input, box).close().text("Oil the wheel").close().close();
  return task_in(page);
}

}  // namespace

TEST_CASE("a box before the text of an item makes it something to do, unless a form or a script asks for it") {
  using enum AttributeName;
  CHECK(with_box({{type, "checkbox"}, {disabled, ""}}) == Task::open);
  CHECK(with_box({{type, "checkbox"}, {disabled, ""}, {checked, ""}}) == Task::done);
  CHECK(with_box({{type, "checkbox"}}) == Task::open);
  CHECK(with_box({{type, "checkbox"}, {id, "fold-1"}}) == Task::none);
  CHECK(with_box({{type, "checkbox"}, {name, "colour"}, {value, "red"}}) == Task::none);
  CHECK(with_box({{type, "checkbox"}, {class_, "task-list-item-checkbox"}, {id, "t"}, {checked, ""}}) == Task::done);
}

TEST_CASE("a box that stands in a list within, or after the text, is not the item's") {
  PageBuilder page;
  page.open(Tag::ul).open(Tag::li).text("Oil the wheel").open(Tag::input, {{AttributeName::disabled, ""}}).close();
  page.close().close();
  CHECK(task_in(page) == Task::none);
  PageBuilder nested;
  nested.open(Tag::ul).open(Tag::li).open(Tag::ul).open(Tag::li);
  nested.open(Tag::input, {{AttributeName::disabled, ""}})
      .close()
      .text("Oil the wheel")
      .close()
      .close()
      .close()
      .close();
  CHECK(task_in(nested) == Task::none);
}

TEST_CASE("classes and roles of lists of tasks tell what is done") {
  using enum AttributeName;
  const auto in_list = [](const char* list, PageBuilder::Attributes item) {
    PageBuilder page;
    page.open(Tag::ul, {{class_, list}}).element(Tag::li, "Oil the wheel", item).close();
    return task_in(page);
  };
  CHECK(in_list("inline-task-list", {{class_, "checked"}}) == Task::done);
  CHECK(in_list("inline-task-list", {}) == Task::open);
  CHECK(in_list("steps", {{class_, "checked"}}) == Task::none);
  CHECK(in_list("checklist", {}) == Task::none);
  CHECK(in_list("steps", {{role, "checkbox"}, {told_checked, "true"}}) == Task::done);
  CHECK(in_list("steps", {{data_kind, "taskItem"}, {told_checked, "false"}}) == Task::open);

  PageBuilder page;
  page.open(Tag::ul, {{class_, "to-do-list"}}).open(Tag::li).open(Tag::div, {{class_, "checkbox checkbox-on"}}).close();
  page.text("Oil the wheel").close().close();
  CHECK(task_in(page) == Task::done);
}

TEST_CASE("signs before a text are a box") {
  CHECK(task_sign("[ ] Oil the wheel").task == Task::open);
  CHECK(task_sign("[x] Oil the wheel").task == Task::done);
  CHECK(task_sign("[x] Oil the wheel").size == 4);
  CHECK(task_sign("\u2611 Oil the wheel").task == Task::done);
  CHECK(task_sign("[1] Oil the wheel").task == Task::none);
  CHECK(task_sign("[x]").task == Task::none);
  PageBuilder page;
  page.open(Tag::ul).element(Tag::li, "[ ] Oil the wheel").close();
  CHECK(task_in(page) == Task::open);
}

TEST_CASE("a sign is shown by the box where it begins its item, and is text below a heading of the item") {
  PageBuilder page;
  page.open(Tag::ul).open(Tag::li).open(Tag::p).text("[x] Oil the wheel").close().close();
  page.open(Tag::li).open(Tag::h4).text("Wheel").close().open(Tag::p).text("[x] Oil it").close().close().close();
  const pith::blocks::BlockList list = blocks_of(page.done());
  REQUIRE(list.blocks.size() == 3);
  CHECK(pith::blocks::shown_sign_bytes(list, 0) == 4);
  CHECK(pith::blocks::shown_sign_bytes(list, 1) == 0);
  CHECK(pith::blocks::shown_sign_bytes(list, 2) == 0);
}
