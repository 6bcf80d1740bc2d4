"""PDF: passive ones are kept byte by byte, others refused."""

from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from forms_flow.vault.inspect import UploadRefused, inspect_upload
from tests.forms_flow.vault.inspect import corpus

pytestmark = pytest.mark.integration


def refusal(content: bytes) -> str:
    with pytest.raises(UploadRefused) as caught:
        inspect_upload(corpus.a_file(content, "x.pdf"))
    return caught.value.code


def attach(document: Pdf) -> None:
    document.attachments["x.exe"] = b"MZ program"


def hide_in_nested_objects(document: Pdf) -> None:
    nested = Array([Dictionary(A=Array([Dictionary(B=corpus.embedded_file(document))]))])
    document.pages[0].obj["/PieceInfo"] = Dictionary(Odd=nested)


def open_with_script(document: Pdf) -> None:
    document.Root.OpenAction = corpus.script()


def chain_actions(document: Pdf) -> None:
    after = Dictionary(S=Name.GoTo, Next=Array([Dictionary(S=Name.Launch, F="cmd.exe")]))
    document.Root.OpenAction = after


def form_with(**more: object) -> Callable[[Pdf], None]:
    def change(document: Pdf) -> None:
        field = Dictionary(FT=Name.Tx, T="name", Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 9, 9], **more)
        document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]))

    return change


def xfa(document: Pdf) -> None:
    document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=document.make_stream(b"<xdp/>"))


def attachment_note(document: Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[0, 0, 9, 9], FS=corpus.embedded_file(document)
    )
    document.pages[0].Annots = Array([document.make_indirect(note)])


@pytest.mark.parametrize(
    "change",
    [
        attach,
        hide_in_nested_objects,
        open_with_script,
        chain_actions,
        form_with(AA=Dictionary(K=corpus.script())),
        xfa,
        attachment_note,
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_what_can_act_or_carries_files_is_refused(change: Callable[[Pdf], None], packed: bool) -> None:  # noqa: FBT001
    """Packed: the same inside object streams."""
    mode = pikepdf.ObjectStreamMode.generate if packed else pikepdf.ObjectStreamMode.disable
    assert refusal(corpus.pdf(change, object_stream_mode=mode)) == "dangerous"


def view_action(document: Pdf) -> None:
    document.Root.OpenAction = Array([document.pages[0].obj, Name.Fit])
    link = Dictionary(
        Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9], A=Dictionary(S=Name.URI, URI="https://x.sa")
    )
    document.pages[0].Annots = Array([document.make_indirect(link)])


def signature(document: Pdf) -> None:
    value = Dictionary(Type=Name.Sig, Filter=Name("/Adobe.PPKLite"), Contents=b"\0" * 20, ByteRange=[0, 1, 2, 3])
    field = Dictionary(FT=Name.Sig, T="s", V=value, Type=Name.Annot, Subtype=Name.Widget, Rect=[0, 0, 0, 0])
    document.Root.AcroForm = Dictionary(Fields=Array([document.make_indirect(field)]), SigFlags=3)


@pytest.mark.parametrize("change", [None, form_with(V="محمد"), view_action, signature])
def test_a_passive_pdf_is_kept_as_it_is(change: Callable[[Pdf], None] | None) -> None:
    """Plain fields, signatures and view actions do nothing."""
    content = corpus.pdf(change)
    found = inspect_upload(corpus.a_file(content, "تقرير.pdf"))
    assert (found.content, found.kind, found.pages, found.name) == (content, "pdf", 1, "تقرير.pdf")


def test_what_follows_the_end_is_dropped() -> None:
    content = corpus.pdf()
    assert inspect_upload(corpus.a_file(content + corpus.ZIP)).content == content


@pytest.mark.parametrize("password", ["secret", ""])
def test_an_encrypted_pdf_is_refused_in_its_own_words(password: str) -> None:
    """Req 44; an empty password still hides from us what the reader would run."""
    content = corpus.pdf(encryption=pikepdf.Encryption(owner="owner", user=password))
    assert refusal(content) == "password"


def test_fifty_pages_are_enough() -> None:
    assert inspect_upload(corpus.a_file(corpus.pdf(pages=50))).pages == 50
    assert refusal(corpus.pdf(pages=51)) == "too_many_pages"


@pytest.mark.parametrize("content", [b"%PDF-1.7\nnothing", corpus.pdf(pages=0), b"%PDF-" + b"\0" * 1000])
def test_what_is_no_pdf_inside_is_refused(content: bytes) -> None:
    """Req 45."""
    assert refusal(content) == "unreadable"
