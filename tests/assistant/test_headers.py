from tests.assistant.face import ADDRESS, PAGE, QUESTION, client, make_app


async def test_every_answer_forbids_inline_script_and_framing() -> None:
    async with client(make_app()) as http:
        for response in (
            await http.get("/", headers=PAGE),
            await http.get(f"{ADDRESS}.txt"),
            await http.get("/nowhere"),
            await http.get("/assets/style.css"),
            await http.post("/api/ask", json={"question": QUESTION}),
            await http.get("/broken"),
        ):
            policy = response.headers["content-security-policy"]
            assert "unsafe-inline" not in policy
            assert "unsafe-eval" not in policy
            assert "frame-ancestors 'none'" in policy
            assert response.headers["x-content-type-options"] == "nosniff"
            assert response.headers["referrer-policy"] == "no-referrer"
            assert response.headers["cross-origin-opener-policy"] == "same-origin"
            assert "camera=()" in response.headers["permissions-policy"]
