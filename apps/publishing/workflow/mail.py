"""Notices by e-mail, sent when the act is stored; who does not want them switches them off."""

from __future__ import annotations

import logging
from functools import partial
from typing import Any

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from apps.core.models import User
from apps.publishing.models import Stage, Standing, WorkingCopy
from apps.publishing.workflow.queries import reviewers

log = logging.getLogger("hipcare.publishing")


def tell_reviewers(working_copy: WorkingCopy, by: User, words: str) -> None:
    """Tell everybody who may review, but not the one who has submitted."""
    addresses = list(reviewers(but=by).values_list("email", flat=True))
    _send(addresses, "submitted", working_copy, {"by": by, "words": words})


def tell_author(working_copy: WorkingCopy, standing: Standing, by: User, words: str) -> None:
    """Tell who has submitted what became of it."""
    author = standing.submitted_by
    if author and author.is_active and author.review_mail:
        _send([author.email], Stage(standing.stage).value, working_copy, {"by": by, "words": words})


def _send(addresses: list[str], name: str, working_copy: WorkingCopy, values: dict[str, Any]) -> None:
    """Send each person a mail of their own after the transaction; a mail that does not go stops nothing."""
    opts = working_copy._meta
    page = reverse(f"admin:{opts.app_label}_{opts.model_name}_change", args=[working_copy.pk])
    context = {
        **values,
        "page": working_copy,
        "address": f"{settings.PUBLIC_URL}{page}",
        "switch_off": f"{settings.PUBLIC_URL}{reverse('publishing:notices')}",
    }
    with translation.override(settings.LANGUAGE_CODE):
        subject = render_to_string(f"publishing/mail/{name}_subject.txt", context).strip()
        text = render_to_string(f"publishing/mail/{name}.txt", context)
    for address in addresses:
        transaction.on_commit(partial(_send_one, subject, text, address))


def _send_one(subject: str, text: str, address: str) -> None:
    try:
        send_mail(" ".join(subject.split()), text, None, [address])
    except OSError:
        log.exception("a notice about a review was not sent")
