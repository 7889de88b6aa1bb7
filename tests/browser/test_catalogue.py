"""An owner puts a piece into her shop from a photo, in under a minute, and keeps it right afterwards."""

from playwright.sync_api import FilePayload, expect

from tests.browser.phones import Street
from tests.support.browser import PHONE, Dashboard
from tests.support.house import AMANI, photo_of

pytest_plugins = ["tests.browser.town"]


def test_a_piece_is_listed_from_its_photo_on_one_page(street: Street) -> None:
    owner = street.owner(AMANI, PHONE).go_to("Products")
    owner.follow("Add a piece").sees("A new piece")
    owner.page.locator("input[type=file]").set_input_files(
        {"name": "dress.jpg", "mimeType": "image/jpeg", "buffer": photo_of("AM-103-RED")}
    )
    owner.sees("Shown first")
    looks_right(owner, "product-new-phone")
    whole = owner.page.locator("img[src*='/api/pictures/']").first.get_attribute("src")
    owner.press("Crop").sees("Which part")
    looks_right(owner, "product-crop-phone")
    owner.choose("Crop", "Upright").press("Use it").sees_nothing_of("Which part")
    expect(owner.page.locator(f"img[src='{whole}']")).to_have_count(0)
    owner.sees("Shown first")
    title = owner.page.get_by_label("Name of the piece")
    expect(title).not_to_have_value("")
    plain = owner.page.get_by_role("button", name="Plain", exact=True)
    expect(plain).to_have_attribute("aria-pressed", "false")
    if owner.page.get_by_label("Kind").input_value() == "":
        owner.page.get_by_label("Kind").select_option("dress")
    plain.click()
    title.fill("Halima sunset dress")
    owner.write("Price in shillings", "2,900")
    for size in ("M", "L"):
        owner.page.get_by_role("button", name=size, exact=True).click()
    owner.press("Pieces in size L +1")
    looks_right(owner, "product-new-filled-phone", whole=True)
    owner.press("Put it in the shop").sees("It is in the shop")

    owner.follow("Open Halima sunset dress").sees("KSh 2,900").sees("2 available")
    looks_right(owner, "product-phone", whole=True)
    owner.press("Came in: M").write("Pieces", "4").press("Save").sees("5 available")
    owner.press("Lost or found: L").press("Save").sees("1 available")
    owner.press("Mark as new in for 14 days").sees("New in")
    owner.press("Count all").write("Counted in size M", "3").press("Save").sees("3 available")
    owner.press("Take out of the shop").sees("Customers are not shown this piece.")
    owner.press("Offer again").sees_nothing_of("Customers are not shown this piece.")
    owner.page.get_by_text("What happened to it").click()
    owner.sees("-1 · torn").sees("The piece was taken out of the shop")
    looks_right(owner, "product-history-phone", whole=True)
    owner.press("Undo: Stock was corrected, L").sees("+1 · taken back").sees("2 available")
    owner.follow("Add in another colour")
    expect(owner.page.get_by_label("Price in shillings")).to_have_value("2900")


def test_prices_of_several_pieces_change_and_change_back(street: Street) -> None:
    owner = street.owner(AMANI).go_to("Products")
    owner.write("Title or code", "AM-10").sees("Wambui wrap midi dress, red")
    red = owner.page.get_by_role("region", name="Wambui wrap midi dress, red (Quorlax)")
    before = red.locator(".font-display").inner_text()
    owner.press("Choose several")
    owner.page.get_by_role("checkbox", name="Wambui wrap midi dress, red (Quorlax)").check()
    owner.page.get_by_role("checkbox", name="Wambui wrap midi dress, navy (Quorlax)").check()
    owner.write("Percent", "-10")
    looks_right(owner, "products-bulk-desk")
    owner.press("Apply").sees("2 pieces changed")
    expect(red.locator(".font-display")).not_to_have_text(before)
    owner.press("Undo").sees("Taken back for 2 pieces")
    expect(red.locator(".font-display")).to_have_text(before)
    owner.page.set_viewport_size({"width": PHONE[0], "height": PHONE[1]})
    owner.page.get_by_label("What to change").select_option("mark")
    looks_right(owner, "products-bulk-phone")
    assert owner.small_targets() == []
    owner.press("Apply").sees("2 pieces changed")
    expect(red).to_contain_text("New in")
    owner.press("Undo").sees("Taken back for 2 pieces")
    expect(red).not_to_contain_text("New in")
    with owner.page.expect_download() as file:
        owner.page.get_by_role("link", name="Download these as CSV").click()
    rows = file.value.path().read_text("utf-8-sig").splitlines()
    assert rows[0].startswith("code,title,")
    assert {row.split(",")[0][:5] for row in rows[1:]} == {"AM-10"}


def looks_right(dashboard: Dashboard, name: str, *, whole: bool = False) -> None:
    """Looked at from its top, where the bar at the foot covers the same things in every run."""
    dashboard.page.evaluate("window.scrollTo(0, 0)")
    for look in ("light", "dark"):
        dashboard.page.emulate_media(color_scheme=look, reduced_motion="reduce")
        dashboard.picture(f"{name}-{look}", whole=whole)
        assert dashboard.offences() == []
    assert not dashboard.scrolls_sideways()
    dashboard.page.emulate_media(color_scheme="light", reduced_motion="reduce")


LIST = (
    "Namba,Jina,Aina,Rangi,Bei,Saizi,Idadi\r\n"
    'LST-1,Gauni la harusi,gauni,nyeupe,"4,500",M,2\r\n'
    "LST-1,,,,,L,1\r\n"
    "LST-2,Sketi fupi,sketi,nyeusi,bei nzuri,S,4\r\n"
)


def test_a_list_is_looked_through_taken_over_and_changes_nothing_again(street: Street) -> None:
    owner = street.owner(AMANI, PHONE).go_to("Products").follow("Import a list").sees("Choose a list")
    looks_right(owner, "import-phone")
    chosen: FilePayload = {"name": "bidhaa.csv", "mimeType": "text/csv", "buffer": LIST.encode()}
    owner.page.get_by_label("Choose a list").set_input_files(chosen)
    owner.sees("1 new piece").sees("1 piece left out").sees("Write whole shillings, such as 2500")
    looks_right(owner, "import-checked-phone", whole=True)
    owner.press("Take over the rest, leave out 1 piece").sees("The list is taken over")
    owner.page.get_by_label("Another list").set_input_files(chosen)
    owner.sees("Nothing would change.")
    looks_right(owner, "import-again-phone", whole=True)
    owner.go_to("Products").write("Title or code", "LST-").sees("Gauni la harusi").sees("KSh 4,500")
    owner.sees_nothing_of("Sketi fupi")
