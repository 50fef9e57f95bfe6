"""What is said when a request cannot be taken: one clear message in Korean and English."""

from __future__ import annotations

from dataclasses import dataclass

import corpus

RETRY_STATUSES = frozenset({429, 503})
"""Statuses that say "come back": their answers carry Retry-After (RFC 9110, section 10.2.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One kind of problem: its HTTP status and its wording; `{names}` are filled in when raised."""

    status: int
    message_ko: str
    message_en: str


FIELDS_KO = {
    "question": "질문",
    "history": "이전 질문",
    "municipality": "지역",
    "text": "찾을 말",
    "kind": "종류",
    "year": "연도",
    "type": "문서 종류",
    "licence": "이용 조건",
    "form": "원문·요약본",
    "sort": "순서",
    "change": "달라진 정도",
    "left": "왼쪽",
    "right": "오른쪽",
    "verdict": "평가",
    "reason": "이유",
    "comment": "의견",
    "decision": "검토 결과",
    "statuses": "맞는 처리",
    "expected": "맞는 답",
    "source": "문서 파일",
    "evidence": "근거 문장",
    "note": "메모",
    "before": "이어 볼 순서",
    "ids": "지울 의견",
    "facts": "사실",
    "documents": "문서",
    "phrase": "정확한 구절",
    "document_type": "문서 종류",
    "at_least": "금액 하한",
    "at_most": "금액 상한",
    "show": "결과 종류",
    "page": "쪽",
    "pick": "비교할 문서",
}
"""What people call a field; in Korean messages its name follows in brackets."""

PROBLEMS: dict[str, Problem] = {
    "empty_question": Problem(
        status=422,
        message_ko="질문이 비어 있습니다. 궁금한 내용을 적어 주세요.",
        message_en="The question is empty. Write what you want to know.",
    ),
    "question_too_long": Problem(
        status=422,
        message_ko="질문은 {limit:,}자까지 쓸 수 있습니다. 짧게 줄여 다시 보내 주세요.",
        message_en="A question may have up to {limit:,} characters. Shorten it and send it again.",
    ),
    "empty_text": Problem(
        status=422,
        message_ko="{field_ko}에 적은 내용이 없습니다.",
        message_en="'{field}' is empty.",
    ),
    "text_too_long": Problem(
        status=422,
        message_ko="{field_ko}에는 {limit:,}자까지 쓸 수 있습니다.",
        message_en="'{field}' may have up to {limit:,} characters.",
    ),
    "not_text": Problem(
        status=422,
        message_ko="{field_ko} 값은 문자열이어야 합니다.",
        message_en="The value of '{field}' must be text.",
    ),
    "control_characters": Problem(
        status=422,
        message_ko="{field_ko}에 제어 문자({character})가 있습니다. 지우고 다시 보내 주세요.",
        message_en="'{field}' has a control character ({character}). Remove it and send it again.",
    ),
    "hidden_characters": Problem(
        status=422,
        message_ko=(
            "{field_ko}에 눈에 보이지 않는 글자 방향 문자({character})가 들어 있습니다. "
            "지우고 다시 보내 주세요."
        ),
        message_en=(
            "'{field}' holds a hidden text-direction character ({character}). "
            "Remove it and send it again."
        ),
    ),
    "not_a_list": Problem(
        status=422,
        message_ko="{field_ko} 값은 문자열의 목록이어야 합니다.",
        message_en="The value of '{field}' must be a list of texts.",
    ),
    "too_many_items": Problem(
        status=422,
        message_ko="{field_ko}에는 {limit:,}개까지 담을 수 있습니다.",
        message_en="'{field}' may hold up to {limit:,} items.",
    ),
    "unknown_language": Problem(
        status=422,
        message_ko="'language'는 'ko' 또는 'en'이어야 합니다.",
        message_en="'language' must be 'ko' or 'en'.",
    ),
    "unknown_value": Problem(
        status=422,
        message_ko="{field_ko} 값을 알 수 없습니다. 화면의 목록에서 골라 주세요.",
        message_en="The value of '{field}' is not known. Choose one from the list on the page.",
    ),
    "unknown_choice": Problem(
        status=422,
        message_ko="{field_ko} 값은 다음 가운데 하나여야 합니다: {choices}.",
        message_en="The value of '{field}' must be one of: {choices}.",
    ),
    "amount_unclear": Problem(
        status=422,
        message_ko="{field_ko}에 적은 금액을 읽을 수 없습니다. 예: 10억, 1,500만 원, 2000000",
        message_en=(
            "The amount in '{field}' cannot be read. For example: 10억, 1,500만 원, 2000000, "
            "1.5 billion"
        ),
    ),
    "feedback_off": Problem(
        status=404,
        message_ko="이 서비스는 답변에 대한 의견을 받지 않습니다.",
        message_en="This service takes no feedback on its answers.",
    ),
    "unknown_receipt": Problem(
        status=403,
        message_ko=(
            "이 질문에 이 답변을 드린 기록을 확인할 수 없습니다. 'receipt'와 질문, 답변, 근거를 "
            "받은 그대로 보내 주세요."
        ),
        message_en=(
            "It cannot be told that this answer was given to this question. Send 'receipt', the "
            "question, the answer and its citations exactly as they were."
        ),
    ),
    "receipt_expired": Problem(
        status=403,
        message_ko="답변을 드린 지 오래되어 의견을 받을 수 없습니다. 다시 물어본 뒤 보내 주세요.",
        message_en="The answer is too old to take feedback on it. Ask again, then send it.",
    ),
    "too_often": Problem(
        status=429,
        message_ko="지금 요청이 너무 많습니다. 잠시 뒤 다시 보내 주세요.",
        message_en="There are too many requests. Please send yours again in a moment.",
    ),
    "pages_too_often": Problem(
        status=429,
        message_ko="짧은 시간에 화면을 많이 여셨습니다. {seconds}초 뒤에 다시 열어 주세요.",
        message_en="That was many pages in a short time. Please open it again in {seconds} s.",
    ),
    "feedback_full": Problem(
        status=503,
        message_ko="의견함이 가득 차서 지금은 받을 수 없습니다. 나중에 다시 보내 주세요.",
        message_en="The box for feedback is full. Please send yours again later.",
    ),
    "feedback_not_kept": Problem(
        status=503,
        message_ko="의견을 저장하지 못했습니다. 잠시 뒤 다시 보내 주세요.",
        message_en="The feedback could not be written down. Please send it again in a moment.",
    ),
    "feedback_not_found": Problem(
        status=404,
        message_ko="그런 의견이 없습니다. 지웠거나 보관 기간이 지났습니다.",
        message_en="There is no such feedback. It was deleted or its time has passed.",
    ),
    "evidence_not_found": Problem(
        status=422,
        message_ko="{field_ko}이(가) 지금 수록된 그 문서에 그대로 있지 않습니다.",
        message_en="'{field}' does not stand in that document, letter for letter.",
    ),
    "staff_closed": Problem(
        status=403,
        message_ko=("담당자 화면이 닫혀 있습니다. 운영자가 SIJEONG_STAFF_TOKEN을 정하면 열립니다."),
        message_en=(
            "The pages for staff are closed. They open when the operator sets SIJEONG_STAFF_TOKEN."
        ),
    ),
    "staff_only": Problem(
        status=401,
        message_ko="담당자만 볼 수 있습니다. 올바른 담당자 토큰으로 들어와 주세요.",
        message_en="Only staff may see this. Come in with the right staff token.",
    ),
    "form_not_ours": Problem(
        status=403,
        message_ko="이 화면에서 보낸 양식이 아닙니다. 화면을 새로 고친 뒤 다시 보내 주세요.",
        message_en="The form does not come from this page. Reload the page and send it again.",
    ),
    "invalid_encoding": Problem(
        status=400,
        message_ko="보낸 내용이 UTF-8이 아닙니다. UTF-8로 다시 보내 주세요.",
        message_en="The request body is not UTF-8. Send it again as UTF-8.",
    ),
    "invalid_json": Problem(
        status=400,
        message_ko="보낸 내용이 올바른 JSON이 아닙니다.",
        message_en="The request body is not valid JSON.",
    ),
    "not_an_object": Problem(
        status=400,
        message_ko='JSON 객체를 보내 주세요. 예: {{"question": "…"}}',
        message_en='Send a JSON object, for example {{"question": "…"}}',
    ),
    "invalid_form": Problem(
        status=400,
        message_ko="보낸 양식을 읽을 수 없습니다. 화면을 새로 고친 뒤 다시 보내 주세요.",
        message_en="The form could not be read. Reload the page and send it again.",
    ),
    "wrong_content_type": Problem(
        status=415,
        message_ko="Content-Type은 '{expected}'이어야 합니다.",
        message_en="The Content-Type must be '{expected}'.",
    ),
    "body_too_large": Problem(
        status=413,
        message_ko="보낸 내용이 너무 큽니다. {limit:,}바이트까지 받습니다.",
        message_en="The request body is too large. Up to {limit:,} bytes are taken.",
    ),
    "body_too_slow": Problem(
        status=408,
        message_ko="보낸 내용이 제때 다 오지 않았습니다. 다시 보내 주세요.",
        message_en="The request body did not arrive in time. Send it again.",
    ),
    "bad_request": Problem(
        status=400,
        message_ko="요청을 이해할 수 없습니다.",
        message_en="The request could not be understood.",
    ),
    "not_found": Problem(
        status=404,
        message_ko="찾는 주소가 없습니다.",
        message_en="There is nothing at this address.",
    ),
    "document_not_found": Problem(
        status=404,
        message_ko="그런 문서가 없습니다. 문서 목록에서 찾아 주세요.",
        message_en="There is no such document. Look for it in the list of documents.",
    ),
    "document_replaced": Problem(
        status=410,
        message_ko="그 문서는 더 이상 없고, 다른 문서로 바뀌었습니다. 새 문서를 찾아 주세요.",
        message_en="That document is gone; another has replaced it. Look for the newer one.",
    ),
    "same_sides": Problem(
        status=422,
        message_ko="왼쪽과 오른쪽이 같습니다. 서로 다른 둘을 골라 주세요.",
        message_en="The left and the right side are the same. Choose two that differ.",
    ),
    "two_sides_needed": Problem(
        status=422,
        message_ko="비교하려면 문서 두 개를 골라 주세요.",
        message_en="Choose two documents to compare.",
    ),
    "chart_not_found": Problem(
        status=404,
        message_ko="이 주소의 수치로 그린 그림이 없습니다. 문서가 바뀌었을 수 있습니다.",
        message_en=(
            "There is no chart of these figures. The documents may have changed since the address "
            "was made."
        ),
    ),
    "method_not_allowed": Problem(
        status=405,
        message_ko="이 주소에서는 그 방법({method})을 쓸 수 없습니다.",
        message_en="This address does not take the method {method}.",
    ),
    "too_many_questions": Problem(
        status=429,
        message_ko="지금 질문이 몰려 있습니다. 잠시 뒤 다시 보내 주세요.",
        message_en="Too many questions are waiting. Please send yours again in a moment.",
    ),
    "not_ready": Problem(
        status=503,
        message_ko="문서를 준비하고 있습니다. 잠시 뒤 다시 열어 주세요.",
        message_en="The documents are being prepared. Please come back in a moment.",
    ),
    "origin_not_listed": Problem(
        status=403,
        message_ko=(
            "이 사이트에는 도우미가 등록되어 있지 않지만, 새 창에서 바로 물어볼 수 있습니다. "
            "(사이트 운영자: 위젯 설정 파일의 origins에 이 사이트의 주소를 넣어 주세요.)"
        ),
        message_en=(
            "The assistant is not registered for this site, but you can ask in a new window. "
            "(For whoever runs this site: its origin has to stand under origins in the file of "
            "widgets.)"
        ),
    ),
    "unknown_widget": Problem(
        status=403,
        message_ko=(
            "그런 위젯이 없습니다. 사이트 운영자에게 알려 주세요. widget-id가 위젯 설정의 이름과 "
            "같아야 합니다."
        ),
        message_en=(
            "There is no such widget. Please tell whoever runs this site: widget-id has to be a "
            "name in the file of widgets."
        ),
    ),
    "unknown_place": Problem(
        status=422,
        message_ko=(
            "그런 지방자치단체가 없습니다. 사이트 운영자에게 알려 주세요. municipality는 "
            "'kr-boryeong'처럼 적습니다."
        ),
        message_en=(
            "There is no such local government. Please tell whoever runs this site: municipality "
            "is written as in 'kr-boryeong'."
        ),
    ),
    "token_missing": Problem(
        status=401,
        message_ko="위젯의 방문 토큰이 없습니다. 화면을 새로 고친 뒤 다시 보내 주세요.",
        message_en="The widget's visitor token is missing. Reload the page and send it again.",
    ),
    "token_expired": Problem(
        status=401,
        message_ko="위젯의 방문 토큰이 만료되었습니다. 화면을 새로 고친 뒤 다시 보내 주세요.",
        message_en="The widget's visitor token has expired. Reload the page and send it again.",
    ),
    "token_not_valid": Problem(
        status=401,
        message_ko="위젯의 방문 토큰이 맞지 않습니다. 화면을 새로 고친 뒤 다시 보내 주세요.",
        message_en="The widget's visitor token is not valid. Reload the page and send it again.",
    ),
    "visitor_too_often": Problem(
        status=429,
        message_ko="질문을 빠르게 여러 번 보내셨습니다. {seconds}초 뒤에 다시 보내 주세요.",
        message_en="That was many questions in a short time. Please ask again in {seconds} s.",
    ),
    "internal_error": Problem(
        status=500,
        message_ko="서버에 문제가 생겼습니다. 아래 요청 번호를 알려 주시면 찾아보겠습니다.",
        message_en="Something went wrong on the server. Quote the request number to report it.",
    ),
}


class RequestError(corpus.SijeongError):
    """A request that cannot be taken as it is; `code` names an entry of `PROBLEMS`.

    Keyword arguments fill the wording in: `RequestError("question_too_long", limit=1000)`.
    """

    retry_seconds: int | None = None
    """When to come back, where that is known (for Retry-After)."""

    field: str = ""
    """The field that it is about, where it is about one."""

    def __init__(self, code: str, /, **details: object) -> None:
        problem = PROBLEMS[code]
        if "field" in details:
            name = self.field = str(details["field"])
            details["field_ko"] = f"{FIELDS_KO.get(name, name)}({name})"
        self.status = problem.status
        super().__init__(
            code, problem.message_ko.format(**details), problem.message_en.format(**details)
        )
