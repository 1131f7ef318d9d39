"""The pages in a browser: what one sees of a text, of the request that leaves, and of the answer.

Needs playwright from PyPI and a chromium (`apt-get install chromium`); skipped without them.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import urllib.request

import pytest

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
pytestmark = pytest.mark.skipif(not os.path.exists(CHROMIUM), reason=f"there is no browser at {CHROMIUM}")

from upstream import Gate, chunk, say, stream  # noqa: E402

KEY = "veil-test-key-of-the-pages-0123456789"
TEXT = "My name is Jane Roe and my e-mail is jane.roe@example.com."
# Bytes, code points and UTF-16 units all differ before the findings.
TEXTS = {
    "ascii": TEXT,
    "emoji": "🙂🙂🏽 👩‍👩‍👧: my name is Jane Roe, card 4111 1111 1111 1111.\n\n🙂 jane.roe@example.com",
    "sharp-s": "Straße ß, naïve œuvre – my name is Jane Roe.\n\tMail: jane.roe@example.com",
    "lines": "\n\n" + "Ein langer Satz über nichts, der umbrochen wird. " * 12 + "\nMy name is Jane Roe.\n",
}


@pytest.fixture(scope="module")
def browser():
    # Of this module only: while it runs, no other event loop can run in this thread.
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def echo(gateways):
    """A gateway with the built-in model only."""
    return gateways(upstreams=[])


@pytest.fixture
def visit(browser):
    """Opens a page; afterwards nothing may have gone wrong in it, and nothing may have gone elsewhere."""
    opened = []

    def open(gateway, path="/", expects_errors=False, **options):
        options = {"viewport": {"width": 1400, "height": 900}, **options}
        context = browser.new_context(permissions=["clipboard-read", "clipboard-write"], **options)
        page = context.new_page()
        origin = f"http://127.0.0.1:{gateway.port}"
        problems, requests = [], []
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
        page.on("request", lambda request: requests.append(request))
        opened.append((context, page, origin, problems, requests, expects_errors))
        page.goto(origin + path)
        page.sent = requests
        return page

    yield open
    for context, page, origin, problems, requests, expects_errors in opened:
        elsewhere = [request.url for request in requests if not request.url.startswith((origin + "/", "data:"))]
        assert elsewhere == []
        if expects_errors:
            problems = [problem for problem in problems if not problem.startswith("Failed to load resource")]
        assert problems == []
        stored = page.evaluate("""async () => [localStorage.length, sessionStorage.length, document.cookie.length,
            (await indexedDB.databases()).length, (await caches.keys()).length]""")
        assert stored == [0, 0, 0, 0, 0]
        context.close()


def call(gateway, path, body=None, headers={}):
    request = urllib.request.Request(
        f"http://127.0.0.1:{gateway.port}{path}", json.dumps(body).encode() if body is not None else None,
        {"content-type": "application/json", **headers})
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def write(page, text):
    """Writes and waits until the gateway's answers are shown."""
    page.fill("#text", text)
    settled(page)


def settled(page):
    page.wait_for_function("""() => !document.querySelector('#sent').hasAttribute('aria-busy')
        && document.querySelector('#sent').textContent.includes('"messages"')
        && JSON.parse(document.querySelector('#sent').textContent).messages.length > 0""")
    page.wait_for_timeout(350)
    page.wait_for_function("() => !document.querySelector('#sent').hasAttribute('aria-busy')")


def marks(page, place="#under"):
    return page.locator(f"{place} mark").all_text_contents()


def sent(page):
    return json.loads(page.locator("#sent").text_content())


def focused(page):
    return page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()")


def choose(page, model):
    page.select_option("#model", label="Other …")
    page.fill("#other", model)
    settled(page)


# --- the text ---


@pytest.mark.parametrize("name", TEXTS)
def test_findings_are_marked_where_they_stand(visit, echo, name):
    text = TEXTS[name]
    page = visit(echo)
    write(page, text)
    found = call(echo, "/v1/pii/detect", {"text": text, "include_oii": True})["findings"]
    assert "Jane Roe" in marks(page)
    assert marks(page) == [text.encode()[one["start"]:one["end"]].decode() for one in found]
    assert page.locator("#under").text_content().rstrip("\u200b") == text
    # The marks lie exactly under the words only while both wrap alike.
    assert page.evaluate("""() => { const [a, b] = [...document.querySelectorAll('#editor > *')].map(e => e.getBoundingClientRect());
        return [a.x - b.x, a.y - b.y, a.width - b.width, a.height - b.height] }""") == [0, 0, 0, 0]
    assert page.evaluate("(e => e.scrollHeight - e.clientHeight)(document.querySelector('#text'))") == 0


def test_a_finding_explains_itself_under_the_pointer(visit, echo):
    page = visit(echo)
    write(page, TEXT)
    finding = call(echo, "/v1/pii/detect", {"text": TEXT})["findings"][0]
    card = page.locator("#card")
    assert not card.is_visible()
    box = page.locator("#under mark").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    card.wait_for(state="visible")
    for said in (finding["type"], f"{finding['score']:.2f}", finding["reason"], finding["placeholder"]):
        assert said in card.text_content()
    # What belongs together is shown together: in the text, the list and the request.
    assert page.locator("#sent mark.is-linked").first.text_content() == finding["placeholder"]
    # It stays while the pointer is on it, and Escape puts it away.
    box = card.bounding_box()
    page.mouse.move(box["x"] + 20, box["y"] + 10, steps=4)
    page.wait_for_timeout(300)
    assert card.is_visible()
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_a_finding_explains_itself_to_the_keyboard(visit, echo):
    page = visit(echo)
    write(page, TEXT)
    first, second = call(echo, "/v1/pii/detect", {"text": TEXT})["findings"][:2]
    page.focus("#text")
    page.keyboard.press("Tab")
    card = page.locator("#card")
    assert card.is_visible()
    assert first["reason"] in card.text_content() and f"{first['score']:.2f}" in card.text_content()
    assert page.evaluate("document.activeElement.getAttribute('aria-describedby')") == "card"
    assert "Jane Roe" in focused(page)
    page.keyboard.press("ArrowDown")
    assert second["reason"] in card.text_content()
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    assert focused(page) == "text"
    assert page.evaluate("(e => e.value.slice(e.selectionStart, e.selectionEnd))(document.activeElement)") == "Jane Roe"
    # With the caret, too.
    page.keyboard.press("ArrowLeft")
    assert card.is_visible() and first["placeholder"] in card.text_content()


def test_types_are_told_by_words_and_lines_too(visit, echo):
    page = visit(echo)
    write(page, TEXT)
    assert [text.rstrip("0123456789") for text in page.locator("#legend li").all_text_contents()] == ["NAME", "EMAIL"]
    styles = page.eval_on_selector_all("#under mark", "all => all.map(e => getComputedStyle(e).textDecorationStyle)")
    assert len(set(styles)) == 2
    assert page.locator("#findings").get_attribute("aria-label")
    page.wait_for_function("() => document.querySelector('#announce').textContent.includes('2 findings')")


def test_late_answers_for_an_older_text_are_not_shown(visit, echo):
    page = visit(echo)
    settled(page)
    held = []
    page.route("**/v1/pii/detect", lambda route: held.append(route) if "Jane" in route.request.post_data else route.continue_())
    page.fill("#text", "My name is Jane Roe")
    page.wait_for_timeout(500)
    assert len(held) == 1
    page.fill("#text", "Write to john.doe@example.com")
    page.wait_for_function("() => document.querySelector('#under mark')?.textContent === 'john.doe@example.com'")
    assert held[0].request.failure
    assert marks(page) == ["john.doe@example.com"]


def test_findings_move_with_the_text_while_one_writes(visit, echo):
    page = visit(echo)
    write(page, TEXT)
    page.route("**/v1/**", lambda route: None)
    page.evaluate("document.querySelector('#text').setSelectionRange(0, 0)")
    page.focus("#text")
    page.keyboard.type("Yes. ")
    assert marks(page) == ["Jane Roe", "jane.roe@example.com"]
    assert page.locator("#under").text_content().startswith("Yes. My name is Jane Roe")


# --- what the provider receives ---


def test_the_provider_receives_what_is_shown(visit, gateways, upstream):
    page = visit(gateways())
    model = upstream.script(say("Yes."))
    choose(page, model)
    write(page, TEXT)
    shown = sent(page)
    text = page.locator("#sent").text_content()
    assert "Jane" not in text and "jane.roe" not in text
    assert shown["messages"][-1]["content"].startswith("My name is [NAME_1]")
    assert {"[NAME_1]", "[EMAIL_1]"} <= set(marks(page, "#sent"))
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => document.querySelector('#answer').textContent === 'Yes.'")
    received = upstream.of(model)[-1].json
    assert received["messages"] == shown["messages"] and received["model"] == shown["model"] == model


def test_the_hint_to_the_model_is_folded_and_all_there(visit, echo):
    page = visit(echo)
    write(page, TEXT)
    hint = sent(page)["messages"][0]
    assert hint["role"] == "system" and "placeholders" in hint["content"]
    fold = page.locator("#sent details")
    assert "placeholders such as" not in page.locator("#sent").inner_text()
    fold.locator("summary").focus()
    page.keyboard.press("Enter")
    assert "placeholders such as" in page.locator("#sent").inner_text()
    # With nothing to replace there is none.
    write(page, "Nothing of interest.")
    assert fold.count() == 0 and len(sent(page)["messages"]) == 1


def test_switches_and_own_terms_decide_what_is_replaced(visit, echo):
    page = visit(echo)
    text = "Jane Roe of Acme Holdings LLC leads Project Falcon. My name is Jane Roe."
    write(page, text)
    assert "[ORG_1]" in marks(page, "#sent")
    page.locator("#oii").uncheck()
    settled(page)
    assert "Acme Holdings LLC" in page.locator("#sent").text_content() and "Acme Holdings LLC" not in marks(page)
    page.locator("#pii").uncheck()
    settled(page)
    assert sent(page)["messages"][-1]["content"] == text and marks(page) == []
    assert "leaves as it is" in page.locator("#sent-told").text_content()
    page.locator("#pii").check()
    page.click("#mapping-button")
    page.fill("#mapping", '{"Project Falcon": "PROJECT", "Jürgen": "NAME"}')
    settled(page)
    assert "[PROJECT_1]" in sent(page)["messages"][-1]["content"] and "Project Falcon" in marks(page)
    page.fill("#mapping", '{"Project')
    assert "JSON" in page.locator("#mapping-wrong").text_content()
    assert page.locator("#mapping").get_attribute("aria-invalid") == "true"


def test_the_request_can_be_had_as_curl(visit, echo):
    if not shutil.which("curl"):
        pytest.skip("there is no curl")
    page = visit(echo)
    write(page, "It's me: my name is Jane Roe")
    page.click("#copy-curl")
    page.wait_for_function("() => document.querySelector('#copy-curl').textContent === 'Copied'")
    command = page.evaluate("navigator.clipboard.readText()")
    output = subprocess.run(["bash", "-c", command + " -sS"], capture_output=True, text=True, timeout=20)
    assert output.returncode == 0 and "data: [DONE]" in output.stdout


# --- the answer ---


def test_the_answer_streams_and_marks_what_came_back(visit, gateways, upstream):
    page = visit(gateways())
    gate = Gate()
    choose(page, upstream.script(stream([
        chunk("", role="assistant"), chunk("Dear "), chunk("[NA"), gate, chunk("ME_1"), chunk("], your address is **[emai"),
        chunk("l_1]**."), chunk(finish="stop")])))
    write(page, TEXT)
    page.click("#send")
    page.wait_for_function("() => document.querySelector('#answer').textContent === 'Dear '")
    assert page.locator("#send").text_content().startswith("Stop")
    assert page.locator("#answer").get_attribute("aria-busy") == "true"
    gate.open()
    page.wait_for_function("() => document.querySelector('#answer').getAttribute('aria-busy') === 'false'")
    assert page.locator("#answer").text_content() == "Dear Jane Roe, your address is **jane.roe@example.com**."
    assert marks(page, "#answer") == ["Jane Roe", "jane.roe@example.com"]
    assert "2 values put back" in page.locator("#answer-say").text_content()
    page.wait_for_function("() => document.querySelector('#announce').textContent.includes('complete')")
    page.locator("#answer mark").first.hover()
    assert "[NAME_1]" in page.locator("#card").text_content()


def test_the_answer_can_be_left_as_the_model_wrote_it(visit, gateways, upstream):
    page = visit(gateways())
    choose(page, upstream.script(say("Dear [NAME_1].")))
    write(page, TEXT)
    page.locator("#restore").uncheck()
    page.click("#send")
    page.wait_for_function("() => document.querySelector('#answer').getAttribute('aria-busy') === 'false'")
    assert page.locator("#answer").text_content() == "Dear [NAME_1]." and marks(page, "#answer") == ["[NAME_1]"]


def test_escape_stops_the_stream_and_the_request_upstream(visit, gateways, upstream):
    page = visit(gateways())
    model = upstream.script(stream([chunk("One "), Gate(), chunk("two")]))
    choose(page, model)
    page.focus("#text")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => document.querySelector('#answer').textContent === 'One '")
    page.keyboard.press("Escape")
    page.wait_for_function("() => document.querySelector('#answer-say').textContent === 'Stopped.'")
    assert page.locator("#answer").text_content() == "One "
    assert page.locator("#send").text_content().startswith("Send")
    assert upstream.of(model)[-1].closed.wait(10)


def test_an_answer_that_breaks_off_is_an_error(visit, gateways, upstream):
    page = visit(gateways(), expects_errors=True)
    choose(page, upstream.script(stream([chunk("One ")], done=False)))
    page.click("#send")
    page.wait_for_selector("#answer-told .error")
    assert page.locator("#answer").text_content() == "One "
    assert page.locator("#answer-told").get_attribute("role") == "alert"


def test_a_whole_visit_with_the_keyboard_alone(visit, echo):
    page = visit(echo)
    settled(page)
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the text"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    order = []
    page.evaluate("document.activeElement.blur(); window.scrollTo(0, 0)")
    page.focus(".skip")
    for _ in range(40):
        page.keyboard.press("Tab")
        order.append(page.evaluate("(e => e.id || (e.getAttribute('role') === 'option' ? 'option' : e.tagName + ':' + e.textContent.trim()))(document.activeElement)"))
        outline = page.evaluate("(e => getComputedStyle(e).outlineStyle + getComputedStyle(e.closest('.editor') ?? e).outlineStyle)(document.activeElement)")
        assert "solid" in outline or "auto" in outline, order[-1]
        if order[-1] == "answer":
            break
    wanted = ["A:Use it", "A:API", "model", "key", "pii", "oii", "restore", "mapping-button", "clear", "text", "option", "sent", "send", "answer"]
    assert [one for one in order if one in wanted] == wanted
    page.focus("#text")
    page.keyboard.press("Control+A")
    page.keyboard.type("My name is Jane Roe")
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => document.querySelector('#answer').getAttribute('aria-busy') === 'false' && document.querySelector('#answer mark')")
    assert "Jane Roe" in marks(page, "#answer")


def test_examples_have_findings_of_several_types(visit, echo):
    page = visit(echo)
    buttons = page.locator("#examples button")
    assert buttons.count() >= 4
    for number in range(buttons.count()):
        buttons.nth(number).click()
        settled(page)
        assert page.locator("#legend li").count() >= 3
        for original in set(marks(page)):
            assert not re.search(rf"(?<!\w){re.escape(original)}(?!\w)", page.locator("#sent").text_content())


# --- errors ---


def test_a_refusal_is_shown_in_the_gateways_words(visit, echo):
    page = visit(echo, expects_errors=True)
    page.click("#mapping-button")
    page.fill("#mapping", '{"Jane Roe": "John Doe"}')
    page.wait_for_selector("#sent-told .error")
    with pytest.raises(urllib.error.HTTPError) as refusal:
        call(echo, "/v1/pii/detect", {"text": TEXT, "existing_mapping": {"Jane Roe": "John Doe"}})
    with pytest.raises(urllib.error.HTTPError) as other:
        call(echo, "/v1/pseudonymize", {"text": TEXT}, {"X-Pii-Mapping": '{"Jane Roe": "John Doe"}'})
    messages = [json.load(one.value)["error"]["message"] for one in (refusal, other)]
    assert page.locator("#sent-told").text_content() in messages
    page.fill("#mapping", "")
    settled(page)
    assert page.locator("#sent-told").text_content() == ""


def test_a_gateway_with_callers_asks_for_a_key(visit, gateways):
    gateway = gateways(upstreams=[], callers=[{"name": "one", "key_sha256": hashlib.sha256(KEY.encode()).hexdigest()}])
    page = visit(gateway, expects_errors=True)
    page.wait_for_selector("#page-told .note")
    assert "key" in page.locator("#page-told").text_content()
    page.fill("#key", "wrong-key-" + KEY)
    page.keyboard.press("Tab")
    page.wait_for_function("() => document.querySelector('#page-told').textContent.includes('does not know')")
    page.fill("#key", KEY)
    page.keyboard.press("Tab")
    settled(page)
    assert page.locator("#page-told").text_content() == ""
    assert page.locator("#key").get_attribute("type") == "password"
    write(page, TEXT)
    page.keyboard.press("Control+Enter")
    page.wait_for_function("() => document.querySelector('#answer mark')")
    assert KEY not in gateway.logs()


def test_a_gateway_that_is_gone_is_said_so(visit, echo):
    page = visit(echo, expects_errors=True)
    settled(page)
    page.route("**/v1/**", lambda route: route.abort())
    page.fill("#text", "My name is John Doe")
    page.wait_for_selector("#sent-told .error")
    assert page.locator("#sent-told").text_content() == "The gateway cannot be reached."
    assert "John" not in page.locator("#sent").text_content()


# --- looks ---

CONTRASTS = """() => {
  const parse = color => { const n = color.match(/[\\d.]+/g).map(Number); return color.startsWith('color(srgb')
      ? [n[0] * 255, n[1] * 255, n[2] * 255, n[3] ?? 1] : [n[0], n[1], n[2], n[3] ?? 1]; };
  const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
      return .2126 * r + .7152 * g + .0722 * b; };
  const ground = element => { const layers = []; for (let e = element; e; e = e.parentElement) layers.push(parse(getComputedStyle(e).backgroundColor));
      return layers.reverse().reduce((below, top) => over(top, below), [255, 255, 255, 1]); };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const worst = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node; node = walker.nextNode();) {
    const element = node.parentElement, style = getComputedStyle(element);
    if (!node.textContent.trim() || ['SCRIPT', 'STYLE', 'NOSCRIPT', 'OPTION'].includes(element.tagName) || !element.checkVisibility()) continue;
    const color = parse(style.color), back = ground(element);
    if (color[3] === 0) continue;
    worst.push([ratio(over(color, back), back), element.tagName + '.' + element.className, node.textContent.trim().slice(0, 30)]);
  }
  for (const element of document.querySelectorAll('input:not([type=checkbox]), select, textarea')) {
    if (!element.checkVisibility()) continue;
    const back = ground(element);
    worst.push([ratio(parse(getComputedStyle(element).color), back), element.id, 'value']);
    if (element.placeholder) worst.push([ratio(over(parse(getComputedStyle(element, '::placeholder').color), back), back), element.id, 'placeholder']);
  }
  return worst.sort((a, b) => a[0] - b[0]).slice(0, 3);
}"""


@pytest.mark.parametrize("path", ["/", "/docs"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everything_can_be_read_in_both_themes(visit, echo, path, scheme):
    page = visit(echo, path, color_scheme=scheme)
    if path == "/":
        settled(page)
        page.keyboard.press("Control+Enter")
        page.wait_for_selector("#answer mark")
        page.click("#mapping-button")
        page.locator("#findings [role=option]").first.hover()
    else:
        page.wait_for_selector(".operation")
        for details in page.locator("details").all():
            details.evaluate("e => { e.open = true }")
        page.wait_for_timeout(300)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    brightness = sum(map(int, re.findall(r"\d+", background)[:3])) / 3
    assert brightness < 60 if scheme == "dark" else brightness > 200
    for ratio, element, text in page.evaluate(CONTRASTS):
        assert ratio >= 4.5, (element, text)


@pytest.mark.parametrize("width", [360, 320])
@pytest.mark.parametrize("path", ["/", "/docs"])
def test_a_narrow_screen_has_one_column_and_no_sideways_scrolling(visit, echo, path, width):
    page = visit(echo, path, viewport={"width": width, "height": 720}, has_touch=True)
    if path == "/":
        write(page, "My name is Jane Roe. " + "x" * 300 + " https://www.example.com/" + "a" * 200)
        page.click("#settings-button")
        page.click("#mapping-button")
        page.click("#send")
        page.wait_for_selector("#answer mark")
        lefts = page.eval_on_selector_all(".pane", "all => all.map(e => e.getBoundingClientRect().left)")
        assert len(set(lefts)) == 1
    else:
        page.wait_for_selector(".operation")
        for details in page.locator(".answers details").all()[:12]:
            details.evaluate("e => { e.open = true }")
        page.wait_for_timeout(300)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    beyond = page.evaluate("""() => [...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && !e.closest('pre, .well, .findings, .unseen, .skip')
        && e.getBoundingClientRect().right > innerWidth + 1).map(e => e.tagName + '.' + e.className).slice(0, 5)""")
    assert beyond == []


def test_nothing_moves_for_those_who_want_that(visit, gateways, upstream):
    page = visit(gateways(), reduced_motion="reduce")
    choose(page, upstream.script(stream([chunk("One "), Gate()])))
    page.click("#send")
    page.wait_for_function("() => document.querySelector('#answer').textContent === 'One '")
    assert page.evaluate("getComputedStyle(document.querySelector('#answer'), '::after').animationName") == "none"
    assert page.evaluate("document.getAnimations().length") == 0
    page.keyboard.press("Escape")


def test_controls_have_names_and_ids_are_unique(visit, echo):
    for path in ("/", "/docs"):
        page = visit(echo, path)
        page.wait_for_timeout(500)
        for role in ("button", "textbox", "combobox", "switch", "link", "listbox", "region"):
            for one in page.get_by_role(role).all():
                assert one.evaluate("e => e.getAttribute('aria-label') || e.labels?.[0]?.textContent || e.textContent.trim() || document.getElementById(e.getAttribute('aria-labelledby'))?.textContent")
        ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
        assert len(ids) == len(set(ids))
        assert page.locator("h1").count() == 1 and page.locator("html[lang=en]").count() == 1


# --- the documents ---


@pytest.mark.parametrize("path", ["/", "/docs"])
def test_pages_are_whole_and_let_nothing_in(echo, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{echo.port}{path}") as response:
        policy = response.headers["content-security-policy"]
        html = response.read().decode()
    assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy
    assert re.search(r"connect-src 'self'", policy)
    assert not re.search(r"""(src|href)=["'](https?:)?//""", html)
    assert "localStorage" not in html and "innerHTML" not in html


@pytest.fixture
def api(echo):
    return call(echo, "/openapi.json")


def test_the_docs_show_all_of_the_description(visit, echo, api):
    page = visit(echo, "/docs")
    page.wait_for_selector(".operation")
    shown = {text.strip() for text in page.locator("main .path").all_text_contents()}
    assert shown == set(api["paths"])
    headers = {one["name"] for one in api["components"]["parameters"].values()}
    chat = page.locator("#post-v1-chat-completions")
    assert headers <= set(chat.locator(".named").all_text_contents())
    statuses = chat.locator(".answers > details > summary .status").all_text_contents()
    assert statuses == list(api["paths"]["/v1/chat/completions"]["post"]["responses"])
    members = chat.locator("details.open", has_text="Members of Message").first
    members.locator("summary").first.click()
    members.locator(".rows").first.wait_for()
    assert {"role", "content", "tool_calls"} <= set(members.locator(".named").all_text_contents())


def test_the_docs_can_be_walked_with_the_keyboard(visit, echo):
    page = visit(echo, "/docs")
    page.wait_for_selector(".operation")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert focused(page).startswith("Veil gateway") or page.evaluate("document.activeElement.id") == "content"
    page.locator("#side a", has_text="/v1/restore").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => document.querySelector('#post-v1-restore').getBoundingClientRect().top < innerHeight / 2")
    assert page.url.endswith("#post-v1-restore")


def test_the_samples_of_the_docs_work(visit, echo):
    if not shutil.which("curl"):
        pytest.skip("there is no curl")
    page = visit(echo, "/docs")
    page.wait_for_selector(".operation")
    commands = page.locator(".code pre[aria-label^='curl']").all_text_contents()
    for button in page.locator(".pick button[aria-pressed=false]").all():
        button.click()
        commands += button.locator("xpath=ancestor::section[1]").locator(".code pre[aria-label^='curl']").all_text_contents()
    for command in sorted(set(commands)):
        output = subprocess.run(["bash", "-c", command + " -sS -o /dev/null -w '%{http_code}'"], capture_output=True, text=True, timeout=20)
        assert output.stdout == "200", command
    page.locator(".copy").first.click()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator(".code pre").first.text_content()


def test_what_is_described_is_there(echo, api):
    for path, item in api["paths"].items():
        for method, operation in item.items():
            request = urllib.request.Request(f"http://127.0.0.1:{echo.port}{path}", method=method.upper(),
                                             data=b"{}" if method == "post" else None, headers={"content-type": "application/json"})
            try:
                status = urllib.request.urlopen(request).status
            except urllib.error.HTTPError as error:
                status = error.code
                assert {"detail", "error"} == set(json.load(error))
            assert str(status) in operation["responses"], (method, path)
            assert status == (200 if method == "get" else 422), (method, path)


def test_the_examples_of_the_description_fit_its_schemas(api):
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    checked = 0

    def check(schema, example, place):
        nonlocal checked
        checked += 1
        jsonschema.Draft202012Validator({**api, **schema} if "$ref" in schema else {"components": api["components"], **schema}).validate(example)

    def walk(value, place):
        if isinstance(value, list):
            for item in value:
                walk(item, place)
        if isinstance(value, dict):
            if "schema" in value:
                for example in [value["example"]] if "example" in value else [one["value"] for one in value.get("examples", {}).values()]:
                    check(value["schema"], example, place)
            for key, item in value.items():
                walk(item, [*place, key])

    walk(api, [])
    assert checked > 30
