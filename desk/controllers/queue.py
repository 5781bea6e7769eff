"""The Queue: what burns first, narrowed by filters and the search, with one case to read.

The search field belongs to the window; `search` and `scan` are called with what stands in it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from desk.app.commands import Command
from desk.app.desk import Desk
from desk.controllers import queue_words
from desk.controllers.case_page import Around, CasePage, case_page
from desk.controllers.queue_drafts import NOTE, WITHDRAW, QueueDrafts
from desk.controllers.queue_pages import Pages
from desk.controllers.queue_words import Nothing
from desk.journal.queue import Filter, QueueRow, Wanted
from desk.rules.complaint import Complaint
from desk.rules.errors import DeskError
from desk.rules.number import parse_number
from desk.rules.people import Action
from desk.words import Text
