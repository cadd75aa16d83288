"""Uploading pictures: what is taken, what becomes of it, and what is refused with words."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.test import Client
from PIL import Image

from apps.publishing.media.encoding import MAX_BYTES
from apps.publishing.media.files import path_of
from apps.publishing.media.models import Picture
from tests.publishing.editors import live_muscle, make_editor, make_muscle, signed_in
from tests.publishing.pictures import HOME, image_bytes, make_picture, upload

pytestmark = pytest.mark.django_db

ADD, CHANGE = "publishing.add_picture", "publishing.change_picture"
VIEW, DELETE = "publishing.view_picture", "publishing.delete_picture"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path: Path) -> Path:
    """A folder for this test's media."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return tmp_path / "media"


@pytest.fixture
def editor() -> Client:
    """A browser in which somebody is signed in who may upload pictures and nothing else."""
    return signed_in(make_editor("ed@example.org", ADD, CHANGE, VIEW))


def values(data: bytes, name: str = "chair.png", **changes: object) -> dict[str, object]:
    return {"file": upload(data, name), "slug": "chair", "alt": "A chair with a cushion", "_save": "1", **changes}


def refused(editor: Client, sent: dict[str, object]) -> dict[str, list[str]]:
    """Send an upload that has to be refused, and return what is said by field."""
    response = editor.post(f"{HOME}add/", sent)
    assert (response.status_code, Picture.objects.count()) == (200, 0)
    return {name: list(messages) for name, messages in response.context["adminform"].form.errors.items()}


def png_head(width: int, height: int) -> bytes:
    """Return the head of a PNG that claims to be as large as that, with next to nothing in it."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("file_format", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_picture_becomes_webp_in_two_widths(editor, file_format):
    response = editor.post(f"{HOME}add/", values(image_bytes(file_format, (2000, 1000))))

    picture = Picture.objects.get()
    assert response["Location"] == f"{HOME}{picture.pk}/change/"
    assert [(one["width"], one["height"]) for one in picture.files] == [(480, 240), (960, 480)]
    for one in picture.files:
        with Image.open(BytesIO(path_of(one["name"]).read_bytes())) as image:
            assert (image.format, image.size) == ("WEBP", (one["width"], one["height"]))


def test_small_picture_keeps_its_size(editor):
    editor.post(f"{HOME}add/", values(image_bytes(size=(300, 200))))

    assert [(one["width"], one["height"]) for one in Picture.objects.get().files] == [(300, 200)]


def test_where_and_with_what_it_was_taken_is_removed(editor):
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    data = image_bytes("JPEG", exif=exif, comment=b"SecretComment", icc_profile=b"SecretProfile")

    editor.post(f"{HOME}add/", values(data))

    for one in Picture.objects.get().files:
        stored = path_of(one["name"]).read_bytes()
        with Image.open(BytesIO(stored)) as image:
            assert dict(image.getexif()) == {}
        assert not any(word in stored for word in (b"Secret", b"EXIF", b"Exif", b"ICCP", b"XMP"))


def test_picture_is_turned_as_its_camera_says(editor):
    exif = Image.Exif()
    exif[0x0112] = 6

    editor.post(f"{HOME}add/", values(image_bytes("JPEG", (400, 200), exif=exif)))

    assert [(one["width"], one["height"]) for one in Picture.objects.get().files] == [(200, 400)]


@pytest.mark.parametrize("options", [{"mode": "P", "colour": 0}, {"mode": "LA", "colour": 9}, {"mode": "CMYK"}])
def test_unusual_colours_are_taken(editor, options):
    file_format = "JPEG" if options["mode"] == "CMYK" else "PNG"

    editor.post(f"{HOME}add/", values(image_bytes(file_format, (300, 200), **options)))

    assert Picture.objects.count() == 1


def test_upload_ends_on_a_page_that_shows_the_picture_and_how_to_use_it(editor):
    response = editor.post(f"{HOME}add/", values(image_bytes()), follow=True)

    picture = Picture.objects.get()
    assert f'src="{picture.url}" alt="A chair with a cushion" width="960" height="480"' in response.text
    assert "<code>![A chair with a cushion](media:chair)</code>" in response.text


@pytest.mark.parametrize(
    ("data", "name", "message"),
    [
        (SVG, "x.svg", "SVG is not taken: it can carry scripts. Save the picture as PNG, JPEG or WebP."),
        (SVG, "x.png", "SVG is not taken: it can carry scripts. Save the picture as PNG, JPEG or WebP."),
        (b'<?xml version="1.0"?><!-- x -->' + SVG, "x.png", "SVG is not taken: it can carry scripts. Save the"),
        (b"\xef\xbb\xbf  \n" + SVG, "x.jpg", "SVG is not taken: it can carry scripts. Save the picture as PNG, JPEG"),
        (b"<html><script>alert(1)</script>", "x.png", "This is no picture that can be taken."),
        (b"%PDF-1.7 x", "x.png", "This is no picture that can be taken. Use JPEG, PNG, WebP or AVIF."),
        (b"GIF89a" + b"\0" * 40, "x.gif", "This is no picture that can be taken. Use JPEG, PNG, WebP or AVIF."),
        (b"\0" * 2000, "x.png", "This is no picture that can be taken. Use JPEG, PNG, WebP or AVIF."),
        (b"", "x.png", "The submitted file is empty."),
        (image_bytes()[:200], "x.png", "The picture is damaged or not whole. Save it again, or choose another."),
        (image_bytes("JPEG")[:900], "x.jpg", "The picture is damaged or not whole. Save it again, or choose another."),
        (image_bytes("WEBP")[:300], "x.webp", "The picture is damaged or not whole. Save it again, or choose another."),
        (image_bytes("AVIF")[:300], "x.avif", "The picture is damaged or not whole. Save it again, or choose another."),
        (png_head(7000, 7000), "x.png", "The picture is too large. Use at most 12000 points a side and 40 million in"),
        (png_head(13000, 10), "x.png", "The picture is too large. Use at most 12000 points a side and 40 million in"),
        (png_head(10000, 10000), "x.png", "The picture is too large. Use at most 12000 points a side and 40 million"),
        (png_head(60000, 60000), "x.png", "The picture is too large. Use at most 12000 points a side and 40 million"),
        (png_head(0, 0), "x.png", "This is no picture that can be taken. Use JPEG, PNG, WebP or AVIF."),
        (image_bytes() + b"\0" * MAX_BYTES, "x.png", "The file has 8.0 MB. Use at most 8 MB."),
    ],
)  # fmt: skip
def test_what_is_no_picture_is_refused_at_the_field(editor, data, name, message):
    said = refused(editor, values(data, name))

    assert [(field, words[: len(message)]) for field, [words] in said.items()] == [("file", message)]


def test_moving_picture_is_refused(editor):
    frames = [Image.new("RGB", (20, 20), colour) for colour in ("red", "blue")]
    buffer = BytesIO()
    frames[0].save(buffer, "PNG", save_all=True, append_images=frames[1:])

    assert refused(editor, values(buffer.getvalue())) == {
        "file": ["Moving pictures are not taken. Save one of its pictures by itself."]
    }


def test_compressed_text_bomb_is_refused(editor):
    from PIL.PngImagePlugin import PngInfo  # noqa: PLC0415 (only here)

    info = PngInfo()
    info.add_text("bomb", "x" * 3_000_000, zip=True)

    assert list(refused(editor, values(image_bytes(pnginfo=info)))) == ["file"]


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"alt": ""}, "alt", "This field is required."),
        ({"alt": "  "}, "alt", "This field is required."),
        ({"alt": "IMG_2031.jpg"}, "alt", "Say what the picture shows; this is the name of a file."),
        ({"alt": "<script>alert(1)</script>"}, "alt", "Leave out “<” and “>”. Use plain words."),
        ({"alt": "x" * 251}, "alt", "Ensure this value has at most 250 characters (it has 251)."),
        ({"alt": "NUL \x00"}, "alt", "Null characters are not allowed."),
        ({"slug": ""}, "slug", "This field is required."),
        ({"slug": "../../etc"}, "slug", "Use small letters, digits and hyphens, such as “rolled-towel”."),
        ({"slug": "Big_Chair"}, "slug", "Use small letters, digits and hyphens, such as “rolled-towel”."),
    ],
)
def test_wrong_words_are_refused_and_the_picture_asked_for_again(editor, changes, field, message):
    assert refused(editor, values(image_bytes(), **changes)) == {
        field: [message],
        "file": ["The picture is fine. Choose it once more: browsers do not keep files."],
    }


@pytest.mark.parametrize("sent", [{}, {"file": "no file"}])
def test_upload_without_a_file_is_refused(editor, sent):
    said = refused(editor, {"slug": "chair", "alt": "A chair", **sent})

    assert said == {"file": ["Choose a picture."]}


def test_name_that_is_taken_is_refused(editor):
    make_picture("chair")

    response = editor.post(f"{HOME}add/", values(image_bytes()))

    assert response.context["adminform"].form.errors["slug"] == ["Picture with this Name already exists."]


def test_words_are_changed_and_name_and_file_stay(editor):
    picture = make_picture("chair", "A chair")

    editor.post(f"{HOME}{picture.pk}/change/", values(image_bytes(colour="red"), slug="other", alt="An office chair"))

    changed = Picture.objects.get()
    assert (changed.slug, changed.alt, changed.files) == ("chair", "An office chair", picture.files)


def test_list_costs_as_many_queries_for_one_as_for_three(editor, django_assert_num_queries):
    make_picture("one")
    with django_assert_num_queries(6):
        editor.get(HOME)
    make_picture("two")
    make_picture("three")
    with django_assert_num_queries(6):
        editor.get(HOME)


@pytest.mark.parametrize(
    ("rights", "statuses"),
    [
        ((VIEW,), [200, 403, 403, 403, 403]),
        ((VIEW, ADD), [200, 200, 200, 403, 403]),
        ((VIEW, CHANGE), [200, 403, 403, 302, 403]),
        ((VIEW, DELETE), [200, 403, 403, 403, 302]),
        (("library.change_muscle",), [403, 403, 403, 403, 403]),
    ],
)
def test_each_right_allows_its_act_alone_by_direct_request(rights, statuses):
    picture = make_picture()
    somebody = signed_in(make_editor("s@example.org", *rights))

    answers = [
        somebody.get(HOME),
        somebody.get(f"{HOME}add/"),
        somebody.post(f"{HOME}add/", {"slug": "x"}),
        somebody.post(f"{HOME}{picture.pk}/change/", {"alt": "Other words", "_save": "1"}),
        somebody.post(f"{HOME}{picture.pk}/delete/", {"post": "yes"}),
    ]

    assert [answer.status_code for answer in answers] == statuses


def test_stranger_uploads_nothing(client):
    assert client.post(f"{HOME}add/", values(image_bytes())).status_code == 302
    assert Picture.objects.count() == 0


@pytest.mark.parametrize("make", [make_muscle, live_muscle])
def test_picture_that_is_used_is_named_and_not_deleted(make):
    picture = make_picture("chair")
    make(body="See ![a chair](media:chair).")
    editor = signed_in(make_editor())

    page = editor.get(f"{HOME}{picture.pk}/change/").text
    answer = editor.post(f"{HOME}{picture.pk}/delete/", {"post": "yes"})

    assert '<div class="readonly">Psoas</div>' in page
    assert (answer.status_code, Picture.objects.count()) == (403, 1)


def test_picture_with_a_longer_name_is_another_one():
    picture = make_picture("chair")
    make_muscle(body="See ![a chair](media:chair-large).")

    assert signed_in(make_editor()).post(f"{HOME}{picture.pk}/delete/", {"post": "yes"}).status_code == 302


def test_deleted_pictures_files_go_unless_another_has_the_same(django_capture_on_commit_callbacks):
    first, second, alone = make_picture("first"), make_picture("second"), make_picture("alone", colour="red")
    editor = signed_in(make_editor())

    with django_capture_on_commit_callbacks(execute=True):
        for picture in (first, alone):
            editor.post(f"{HOME}{picture.pk}/delete/", {"post": "yes"})

    assert all(path_of(one["name"]) for one in second.files)
    assert not any(path_of(one["name"]) for one in alone.files)
