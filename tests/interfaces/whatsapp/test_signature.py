"""Only what Meta signed with our app's secret is believed."""

import json

import pytest

from interfaces.whatsapp.signature import is_signed, sign

SECRET = b"the app's secret"
BODY = b'{"text":"\\u00e4\\u00f6\\u00e5 \\ud83d\\ude00 a\\/b"}'


def test_a_body_signed_with_the_secret_is_believed() -> None:
    assert is_signed((SECRET,), BODY, sign(SECRET, BODY).encode())


def test_a_known_signature_is_reproduced() -> None:
    expected = "sha256=f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8"
    assert sign(b"key", b"The quick brown fox jumps over the lazy dog") == expected


def test_a_body_written_again_from_what_was_read_is_not_what_was_signed() -> None:
    rewritten = json.dumps(json.loads(BODY), ensure_ascii=False).encode()

    assert not is_signed((SECRET,), rewritten, sign(SECRET, BODY).encode())


def test_the_old_secret_is_believed_beside_the_new_one() -> None:
    assert is_signed((b"new", SECRET), BODY, sign(SECRET, BODY).encode())


@pytest.mark.parametrize(
    "header",
    [
        None,
        b"",
        b"sha256=",
        b"sha1=" + b"0" * 40,
        sign(b"another", BODY).encode(),
        sign(SECRET, BODY).encode()[:-1],
        sign(SECRET, BODY).encode() + b"0",
        sign(SECRET, BODY).removeprefix("sha256=").encode(),
        "sha256=é☃".encode(),
        b"sha256=\xff\xfe\x00",
    ],
)
def test_any_other_header_is_not_believed(header: bytes | None) -> None:
    assert not is_signed((SECRET,), BODY, header)


def test_without_a_secret_nothing_is_believed() -> None:
    assert not is_signed((), BODY, sign(b"", BODY).encode())
