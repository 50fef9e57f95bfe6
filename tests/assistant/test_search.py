from tests.assistant.face import ADDRESS, PAGE, assert_is_an_error, client, make_app


async def test_staff_find_passages_and_facts() -> None:
    async with client(make_app()) as http:
        form = await http.get("/search", headers=PAGE)
        found = await http.post("/search", data={"text": "무궁화수목원"}, headers=PAGE)
    assert form.status_code == found.status_code == 200
    assert f'href="{ADDRESS}?from=' in found.text
    assert "690억 원" in found.text
    assert found.headers["cache-control"] == "no-store"


async def test_staff_are_told_what_is_missing() -> None:
    async with client(make_app()) as http:
        assert_is_an_error(await http.post("/search", data={"text": " "}), 422, "empty_text")


async def test_staff_narrow_facts_by_kind_and_are_told_of_values_that_do_not_exist() -> None:
    async with client(make_app()) as http:
        other = await http.post("/search", data={"text": "무궁화", "kind": "audit"})
        assert "찾은 것이 없습니다" in other.text
        for wrong in ({"kind": "colour"}, {"year": "20x2"}, {"year": "-1"}):
            response = await http.post("/search", data={"text": "무궁화"} | wrong)
            assert_is_an_error(response, 422, "unknown_value")
