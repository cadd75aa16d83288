"""The working copies of what is there to read. Other pages are named by the last part of their address."""

from __future__ import annotations

from typing import Any

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from apps.guides.documents import reading
from apps.guides.enums import FaqTopic, GuideTopic, Verdict
from apps.publishing.fields import CodesField, LinesField, MarkdownField
from apps.publishing.models import WorkingCopy


class ReadByClinician(WorkingCopy):
    """A working copy that says which clinician has read it; nobody until one has."""

    clinical_reviewer = models.CharField(
        _("reviewed by a clinician"),
        max_length=120,
        blank=True,
        help_text=_("Leave empty unless a clinician has read this page."),
    )

    class Meta(WorkingCopy.Meta):
        abstract = True


class Guide(ReadByClinician):
    """A page to read."""

    kind = "guide"
    document_class = reading.GuideDocument
    plain_fields = (
        "code", "topic", "in_short", "known", "unsure", "see_someone", "stretches", "routines", "positions",
        "guides", "claims", "safety_only", "author", "clinical_reviewer",
    )  # fmt: skip

    code = models.CharField(_("code"), max_length=8, validators=[RegexValidator(r"^G-\d\d$", _("Use the form G-01."))])
    topic = models.CharField(_("topic"), max_length=20, choices=GuideTopic.choices)
    in_short = LinesField(_("in short"), blank=False, help_text=_("Two to six sentences, one a line."))
    known = LinesField(_("what is known"), blank=False)
    unsure = LinesField(_("what is not known"), blank=False)
    see_someone = LinesField(_("when to see someone"))
    stretches = LinesField(_("stretches"))
    routines = LinesField(_("routines"))
    positions = LinesField(_("sitting positions"))
    guides = LinesField(_("other guides"))
    claims = LinesField(_("claims"), help_text=_("Codes such as C-01, one a line."))
    safety_only = models.BooleanField(_("offers no moves"), default=False)
    author = models.CharField(_("author"), max_length=120, blank=True)

    class Meta(WorkingCopy.Meta):
        verbose_name = _("guide")
        verbose_name_plural = _("guides")
        ordering = ["code"]

    def document_values(self) -> dict[str, Any]:
        """Return the guide's own values, with its sections in order."""
        sections = [{"id": row.anchor, "heading": row.heading, "body": row.body} for row in self.sections.all()]
        return {**super().document_values(), "sections": sections}

    def save_related(self, document: reading.GuideDocument) -> None:
        """Take over the sections."""
        self.sections.all().delete()
        GuideSection.objects.bulk_create(
            GuideSection(guide=self, order=order, anchor=part.id, heading=part.heading, body=part.body)
            for order, part in enumerate(document.sections)
        )


class GuideSection(models.Model):
    """A headed part of a guide."""

    guide = models.ForeignKey(Guide, on_delete=models.CASCADE, related_name="sections")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    anchor = models.SlugField(_("anchor"), max_length=80, help_text=_("Links to this section end in it."))
    heading = models.CharField(_("heading"), max_length=100)
    body = MarkdownField(_("text"), max_length=4000, help_text=_("Markdown, without headings."))

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.heading


class Faq(ReadByClinician):
    """A question and its answer; the title is the question."""

    kind = "faq"
    document_class = reading.FaqDocument
    plain_fields = (
        "number", "topic", "answer", "stretches", "routines", "guides", "claims", "safety_first", "clinical_reviewer",
    )  # fmt: skip

    number = models.PositiveSmallIntegerField(_("number"))
    topic = models.CharField(_("topic"), max_length=20, choices=FaqTopic.choices)
    answer = MarkdownField(_("answer"), max_length=4000, help_text=_("Markdown."))
    stretches = LinesField(_("stretches"))
    routines = LinesField(_("routines"))
    guides = LinesField(_("guides"))
    claims = LinesField(_("claims"))
    safety_first = models.BooleanField(_("danger signs above the answer"), default=False)

    class Meta(WorkingCopy.Meta):
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        ordering = ["number"]


class Term(ReadByClinician):
    """A word of the glossary; the summary is its short meaning."""

    kind = "term"
    document_class = reading.TermDocument
    plain_fields = ("also", "more", "in_place", "guides", "clinical_reviewer")

    also = LinesField(_("other forms"))
    more = models.TextField(_("more"), max_length=1000, blank=True)
    in_place = models.BooleanField(
        _("explained in place"),
        default=True,
        help_text=_("Its first use on a page leads to the glossary. Untick for everyday words."),
    )
    guides = LinesField(_("guides"))

    class Meta(WorkingCopy.Meta):
        verbose_name = _("glossary word")
        verbose_name_plural = _("glossary")


class Claim(ReadByClinician):
    """What is said, what is known, and what hipcare does about it."""

    kind = "claim"
    document_class = reading.ClaimDocument
    plain_fields = ("code", "verdict", "said", "known", "we_do", "guides", "clinical_reviewer")

    code = models.CharField(_("code"), max_length=8, validators=[RegexValidator(r"^C-\d\d$", _("Use the form C-01."))])
    verdict = CodesField(_("verdict"), codes=Verdict, blank=False)
    said = MarkdownField(_("what is said"), max_length=4000)
    known = MarkdownField(_("what is known"), max_length=4000)
    we_do = MarkdownField(_("what hipcare does"), max_length=4000)
    guides = LinesField(_("guides"))

    class Meta(WorkingCopy.Meta):
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        ordering = ["code"]


class Condition(ReadByClinician):
    """A card about another condition."""

    kind = "condition"
    document_class = reading.ConditionDocument
    plain_fields = (
        "also_called", "what", "people_notice", "what_helps", "ask", "urgent", "guides", "claims", "clinical_reviewer",
    )  # fmt: skip

    also_called = LinesField(_("also called"))
    what = MarkdownField(_("what it is"), max_length=4000)
    people_notice = LinesField(_("what people notice"))
    what_helps = LinesField(_("what may help"))
    ask = models.CharField(_("whom to ask"), max_length=300)
    urgent = LinesField(_("when it is urgent"))
    guides = LinesField(_("guides"))
    claims = LinesField(_("claims"))

    class Meta(WorkingCopy.Meta):
        verbose_name = _("condition")
        verbose_name_plural = _("conditions")


class Check(ReadByClinician):
    """A self-check."""

    kind = "check"
    document_class = reading.CheckDocument
    plain_fields = ("intro", "closing", "claims", "clinical_reviewer")

    intro = MarkdownField(_("introduction"), max_length=4000)
    closing = MarkdownField(_("closing words"), max_length=4000)
    claims = LinesField(_("claims"))

    class Meta(WorkingCopy.Meta):
        verbose_name = _("self-check")
        verbose_name_plural = _("self-checks")

    def document_values(self) -> dict[str, Any]:
        """Return the check's own values, with its items in order."""
        return {**super().document_values(), "items": [row.values() for row in self.items.all()]}

    def save_related(self, document: reading.CheckDocument) -> None:
        """Take over the items."""
        self.items.all().delete()
        for order, item in enumerate(document.items):
            row = CheckItem(check_page=self, order=order, text=item.text, danger=item.danger, say=item.say)
            row.guides, row.stretches, row.routines = list(item.guides), list(item.stretches), list(item.routines)
            row.save()


class CheckItem(models.Model):
    """Something to tick, and what it leads to."""

    check_page = models.ForeignKey(Check, on_delete=models.CASCADE, related_name="items")
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    text = models.CharField(_("text"), max_length=300)
    danger = models.BooleanField(_("leads to the danger signs"), default=False)
    say = models.CharField(_("what is said when ticked"), max_length=300, blank=True)
    guides = LinesField(_("guides"))
    stretches = LinesField(_("stretches"))
    routines = LinesField(_("routines"))

    class Meta:
        verbose_name = _("item")
        verbose_name_plural = _("items")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.text

    def values(self) -> dict[str, Any]:
        """Return the row as the values of a check's item."""
        names = ("text", "danger", "say", "guides", "stretches", "routines")
        return {name: getattr(self, name) for name in names}
