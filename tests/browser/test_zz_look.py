from tests.browser.test_figure_editor import *


def test_look(own_site, browser, faults):
    page = enter(own_site, browser, faults)
    out = "/tmp/fig/"
    page.goto("/admin/library/stretch/")
    page.get_by_role("link", name="Pigeon pose", exact=True).click()
    page.locator(".figure-kept").screenshot(path=out + "kept.png")
    page.get_by_role("link", name="Edit the figure").click()
    page.wait_for_load_state("networkidle")
    ed = page.url
    for w, h in ((360, 740), (1280, 800)):
        for s in ("light", "dark"):
            page.set_viewport_size({"width": w, "height": h})
            page.emulate_media(color_scheme=s)
            page.goto(ed)
            page.wait_for_load_state("networkidle")
            page.screenshot(path=f"{out}ed-{w}-{s}.png")
            for path in ("/muscles/", "/muscles/psoas/", "/stretches/pigeon-pose/"):
                page.goto(path)
                page.wait_for_load_state("load")
                page.wait_for_timeout(300)
                page.screenshot(
                    path=f"{out}{path.strip('/').replace('/', '_')}-{w}-{s}.png", full_page=(path == "/muscles/")
                )
    page.emulate_media(color_scheme="light")
    page.goto(ed)
    page.screenshot(path=out + "ed-full.png", full_page=True)
    page.goto("/admin/styleguide/figures/?theme=dark")
    page.screenshot(path=out + "sheet-dark.png", full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": 2000})
    print(len(page.content()), page.evaluate("document.querySelectorAll('svg.figure').length"))
