"""Looking for clothes by words and by photos."""

from tests.stories.walks import words_on
from tests.support.house import AMANI, PWANI, OpenHouse, photo_of


def test_words_with_occasion_and_budget_find_what_fits_them(house: OpenHouse) -> None:
    with house.customer() as phone:
        found = phone.says("red dress for a wedding under 3k")
    assert "Wambui wrap midi dress, red" in found.text
    assert "Makena polka swing dress, red" in found.text
    assert "6,500" not in found.text


def test_swahili_words_are_answered_in_swahili(house: OpenHouse) -> None:
    with house.customer() as phone:
        found = phone.says("nataka gauni nyekundu")
        assert "rangi nyekundu" in found.text
        assert "namba" in words_on(found).casefold()
        assert "number" not in words_on(found).casefold()
        assert "saizi" in phone.taps("Namba 1").text


def test_sheng_with_typos_is_understood_as_clean_words_are(house: OpenHouse) -> None:
    with house.customer() as clean, house.customer() as rough:
        expected = clean.says("black dress").text.splitlines()[1:]
        got = rough.says("niaje mko na dres blak").text.splitlines()[1:]
    assert "Nyambura" in expected[0]
    assert "Nyambura" in got[0]


def test_what_is_not_there_is_said_honestly(house: OpenHouse) -> None:
    with house.customer() as phone:
        found = phone.says("do you have a yellow jacket")
    assert "1." not in found.text or "exactly" in found.text


def test_a_picture_that_is_no_picture_is_asked_for_again(house: OpenHouse) -> None:
    with house.customer() as phone:
        answer = phone.shows(photo_of("AM-102-RED")[:900])
    assert "couldn't open that photo" in answer.text


def test_the_price_is_asked_and_told(house: OpenHouse) -> None:
    with house.customer(PWANI) as phone:
        phone.says("kanga")
        assert "KSh 650" in phone.says("how much is the first one").text


def test_the_shop_answers_for_itself(house: OpenHouse) -> None:
    with house.customer() as phone:
        assert AMANI.profile.areas[0].name in phone.says("where do you deliver?").text
        assert AMANI.profile.town in phone.says("where is your shop?").text
        assert "assistant" in phone.says("are you a bot?").text.casefold()
        assert phone.says("can I return it if it does not fit?").text == AMANI.profile.returns
