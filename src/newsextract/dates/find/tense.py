"""The tense of the words around a date: whether the verb speaks of what is to come or of what is over.

"They met on Tuesday" and "they will meet on Tuesday" are two Tuesdays. No parser of sentences: the last verb form that
is known before the date decides, and where a sentence or clause begins with the date the first one behind it.
"""

from __future__ import annotations

import re
from typing import Literal

from ..expression import Tense
from ..vocabulary.lexicon import Lexicon

__all__ = ["Tenses"]

#: A verb form so far from a date still says whether it is to come.
_REACH = 90
#: So many characters before a date are looked at where words stand without spaces.
_NEAR = 16
_CLAUSE, _SENTENCE = re.compile("[，、,。；;！？!?]"), re.compile("[。；;！？!?]")
#: So many words may lead up to a date that its sentence begins with: "But on Tuesday", "Und am Dienstag".
_LEADING = 2
_STOPS, _ENDS = ".,:;!?।؟؛", ".!?;।؟؛"
_SENTENCE_END = re.compile(r"[.!?;](?=\s)")
#: A stop behind it ends no sentence: "Mr.", "P.", "U.S."
_ABBREVIATION = re.compile(r"(?:[^\W\d_]\.)+|[A-Z][a-z]{1,2}\.")
#: A participle: what stands before it decides ("will be released").
_AUXILIARIES = frozenset({"be", "been", "being", "have"})
#: Behind them a form of the present is an infinitive: "they came to meet on Tuesday".
_NO_PRESENT_BEHIND = frozenset({"to", "not"})
#: A shorter word is no verb by its ending ("red"), nor is one that ends so ("need", "speed").
_SHORTEST, _NO_VERB = 4, "eed"
#: Words of the future that are none before others: "next to the door", "he could not be reached on Tuesday".
_OTHERWISE = frozenset({("next", "to"), ("could", "not")})
#: A sentence with a verb before the date is longer than what may lead up to one.
_MANY = _LEADING + 1
#: So many words before a date what goes on until then is told of: "is closed until", "wants the law passed by".
_FAR_FROM_END = 5
#: Behind a date that is all that was to be said of something: "Start ist im September."
_CLOSED = frozenset(("", ".", ";", ")", "!", "?", "\n"))
#: The codes of words before a day that is moved to, or ends something.
_LEADING_TO_DAYS = frozenset("PI")
#: The codes of words that a range may begin with: "from January through March".
_DATES = frozenset("MmjWw")


_POSSESSIVE, _ARTICLE, _DIGIT = "'s ", "l'", re.compile(r"\d")
_NO_WORD = ("", None)


class Tenses:
    """Reads the tense around dates in one language."""

    def __init__(self, lexicon: Lexicon) -> None:
        verbs = lexicon.verbs
        self._modal, self._modal_endings = _split(verbs["modal"])
        self._future, self._future_endings = _split(verbs["modal"] | verbs["future"])
        past, self._past_endings = _split(verbs["past"])
        self._past = past
        self._endings = self._future_endings + self._past_endings
        self._last_letters = frozenset(ending[-1] for ending in self._endings)
        # A sentence begins with one of them where the subject is left out: "Dijo el martes que lo hará".
        said = verbs["said"] | {word.capitalize() for word in verbs["said"]}
        roles = (
            ("past", past),
            ("said", said),
            ("present", verbs["present"]),
            ("perhaps", verbs["perhaps"]),
            ("plural", verbs["plural"]),
            ("fixture", verbs["fixture"]),
            ("future", self._future),
        )
        self._roles = {word: role for role, words in roles for word in words}
        if verbs["plans"]:
            self._roles["to"] = "to"
        self._until, self._by, self._not_until = verbs["until"], verbs["by"], verbs["not_until"]
        self._deadline, self._holds, self._granted = verbs["deadline"], verbs["holds"], verbs["granted"]
        self._planned, self._held, (_, self._participles) = verbs["planned"], verbs["held"], _split(verbs["participle"])
        self._fixes = bool(self._planned or self._held)
        leading = self._until | self._by | verbs["ends"]
        self._lead = frozenset(word for word in leading if "_" not in word)
        self._pairs = frozenset(tuple(word.split("_")) for word in leading if "_" in word)
        self._openings = self._lead | {pair[0] for pair in self._pairs}
        self._subjects = _split(verbs["subjects"])
        self._listed = frozenset(word.capitalize() for word in verbs["listed"])
        self._ends, self._state, self._wants = verbs["ends"], verbs["state"], verbs["wants"]
        self._ends_behind = tuple(self._ends)
        self._perfect, self._plans = verbs["perfect"], verbs["plans"]
        self._within, self._cases = _split(verbs["within"])
        self._surely, self._due = verbs["surely_future"], verbs["due"]
        self._coming, self._not_coming = _split(verbs["coming"])
        self._on_day, self._words = verbs["on_day"], lexicon.words
        self._starts_with_verb = not lexicon.capitals
        self._before_event = frozenset(word.replace("_", " ") for word in verbs["before_event"])
        self._over = verbs["since_day"] | {word.capitalize() for word in verbs["since_day"]}
        self._no_verb_behind = _AUXILIARIES | verbs["determiner"]
        self._ahead = self._future | self._listed
        self._ahead |= {word for role in ("present", "perhaps", "plural", "fixture") for word in verbs[role]}
        self._no_present_behind = verbs["determiner"] | _NO_PRESENT_BEHIND
        self._names = frozenset(word for word, (code, _) in lexicon.words.items() if code in _DATES)
        self._dates = frozenset(word for word, (code, _) in lexicon.words.items() if code != "!")
        self.known = bool(self._future or self._future_endings)
        self._spaceless, self._verb_last = lexicon.spaceless, lexicon.verb_last

    def around(
        self,
        text: str,
        start: int,
        end: int,
        low: int,
        high: int,
        *,
        month: bool,
        past: bool = False,
        day: bool = False,
    ) -> Tense:
        """The tense around `text[start:end]`, within `low` and `high`.

        Of a `month` the past is told only where it stands for when something was: "they met in May", not "they moved
        it to May", and so it is of the `day` of a month. Of a weekday it is told where `past`, else only where it costs
        nothing.
        """
        if self._spaceless:
            return self._in_clause(text, start, end, low, high, past)
        if self._verb_last:
            behind = text[end : min(high, end + _REACH)].split()
            near = text[max(low, start - _NEAR) : start].split()[-_LEADING:] if month or day else []
            ends = (month or day) and not self._ends.isdisjoint(behind[:_LEADING])
            if ends and near:  # not Mart'tan Mayıs'a kadar, 1월부터 2월까지
                ends = near[-1].partition("'")[0].lower() not in self._names and not _DIGIT.search(near[-1])
            ends = ends or not self._until.isdisjoint(near)  # تا اکتبر
            told = self._first_verb(behind, month or past or ends)
            return "future" if ends and told is None else told
        written = text[start - _REACH if start - low > _REACH else low : start]
        words = (written.lower() if written.isupper() else written).split()
        if words and (
            words[-1] in self._over or (words[-2:-1] and words[-2] in self._over and self._leads_up(words[-1:]))
        ):
            return "over"  # since May, since early May
        if (self._due or self._coming) and self._says_itself(words, text[start:end].lower(), month or day):
            behind = text[end : min(high, end + _REACH)].split()
            return None if "past" in (self._last_verb(words)[0], self._first_verb(behind, True)) else "until"
        if text.startswith(_POSSESSIVE, end) and " ".join(words[-_LEADING:]).lower() in self._before_event:
            return "until"  # ahead of Sunday's vote
        if month and words[-1:] and " ".join(words[-_LEADING - 1 : -1]).lower() in self._before_event:
            last, count = self._last_verb(words)
            if count <= _MANY and last is None:  # Ahead of the November election he resigned
                behind = text[end : min(high, end + _REACH)].split()
                if self._first_verb(behind, True) == "past":
                    return None
            return "until" if last == "past" else "future"  # ahead of the November election
        on = day and self._is_on(words)
        if not month and not past and not on and self._says_nothing(words):
            far = len(words) > _LEADING and words[-2][-1] not in _STOPS and words[-3][-1] not in _STOPS
            if far and words[-_MANY].lower() not in self._dates:
                return None
            behind = text[end : min(high, end + _REACH)].split()
            if not self._has_modal(behind) and not self._is_planned(behind):
                return None
        last, count = self._last_verb(words)
        if last == "perhaps":
            behind = text[end : min(high, end + _REACH)].split()
            last = "future" if self._first_verb(behind, True) != "past" else None
        tense: Tense = last
        if tense is None and self._fixes and (month or day) and self._is_fixed(words, text, end, high):
            return "future"
        if words and words[-1] == _ARTICLE:
            words.pop()  # à partir de l'automne
        if self._is_led(words):
            behind = text[end : min(high, end + _REACH)].split()
            if (month or day) and self._is_ended(words) and self._is_state(words, behind):
                return "future"
            if (month or day) and self._holds and self._is_left(words, behind):
                return "future"
            until = self._until_tense(words, behind, tense, day) if self._is_until(words, tense) else None
            if until is not None:
                return until
        if count <= _LEADING or (tense is None and self._leads_up(words[-count:])):
            tense = self._first_verb(text[end : min(high, end + _REACH)].split(), month or past or on)
        elif any(word[-1] in ",:" for word in words[-_LEADING - 1 : -1]) and not text.startswith(",", end):
            # Another clause: "They will meet, but on Monday they met".
            clause = text[end : min(high, end + _REACH)].partition(",")[0]
            tense = self._first_verb(clause.split(), month or past or on or tense == "future") or tense
        if tense == "past" and ((day and not on) or (month and not self._is_within(words, text[start:end]))):
            return None
        return tense

    def lent(self, text: str, start: int, end: int, low: int, high: int) -> int:
        """To where a year `text[start:end]` alone is that of what is told: to the end of the sentence that it opens
        with no more than words of dates before it ("In 1921 the mill was built"), to `high` if it opens that part of
        the text; else, or if it tells nothing of the past, 0."""
        words = text[low:start].split() if start - low < _REACH else text[start - _REACH : start].split()[1:]
        count = next((at for at, word in enumerate(reversed(words)) if word[-1] in _ENDS), len(words))
        if count > _LEADING or not self._leads_up(words[len(words) - count :]):
            return 0
        if self.around(text, start, end, low, high, month=True) != "past":
            return 0
        if count == len(words) and start - low < _REACH:
            return high
        sentence = _SENTENCE_END.search(text, end, high)
        return sentence.start() if sentence else high

    def _in_clause(self, text: str, start: int, end: int, low: int, high: int, past: bool) -> Tense:
        """The tense where words stand without spaces: by what is before the date in its clause (将于五月), or behind it
        up to the end of the sentence (5月に開く予定だ)."""
        before = _CLAUSE.split(text[max(low, start - _NEAR) : start])[-1]
        if before.endswith(self._future_endings) or any(word in before for word in self._future - self._modal):
            return "future"
        behind = _SENTENCE.split(text[end : min(high, end + _REACH)], maxsplit=1)[0]
        if any(word in behind for word in self._modal):
            return "future"
        if behind.startswith(self._ends_behind) and not behind.endswith(self._past_endings):
            return "future" if not any(word in behind for word in self._past) else None  # 10月までに開く
        return "past" if past and behind.endswith(self._past_endings) else None

    def _leads_up(self, words: list[str]) -> bool:
        """Whether they are all words of dates, or numbers: "Morgen und am Samstag wird gespielt"."""
        return all((bare := word.strip(_STOPS).lower()) in self._dates or bare.isdigit() for word in words)

    def _says_itself(self, words: list[str], date: str, other: bool) -> bool:
        """Whether the form of a date, or the word before a weekday, puts it into the future: "reedeks", "på måndag";
        not "jaanuarist reedeks" nor "på måndagen"."""
        before = words[-1].lower() if words else ""
        if date in self._due:
            return before not in self._names
        return not other and before in self._coming and not (self._not_coming and date.endswith(self._not_coming))

    def _says_nothing(self, words: list[str]) -> bool:
        """Whether it can be told at a glance that nothing before a weekday puts it into the future."""
        return (
            self._ahead.isdisjoint(words)
            and not self._is_led(words)
            and ("to" not in words or not self._plans or not self._is_planned(words))
            and (not self._future_endings or not any(word.endswith(self._future_endings) for word in words))
        )

    def _is_within(self, words: list[str], month: str) -> bool:
        """Whether something was in the month, by the word before it or by its case: "in May", "toukokuussa", "τον
        Μάιο"; not "για τον Μάιο"."""
        if words and words[-1].lower() in self._within:
            return len(words) < _LEADING or words[-_LEADING].lower() not in self._by
        return bool(self._cases) and any(word.endswith(self._cases) for word in month.lower().split())

    def _has_modal(self, words: list[str]) -> bool:
        """Whether a verb may be among the words behind a date that puts it into the future; where it ends the sentence,
        it is one of the next: "a koncert péntek este lesz"."""
        if self._modal_endings or not self._modal.isdisjoint(words):
            return True
        return any(word.rstrip(_STOPS) in self._modal for word in words[:_LEADING])

    def _is_led(self, words: list[str]) -> bool:
        """Whether the last words may put a date behind them into the future by themselves."""
        last = words[-_LEADING:]
        if not self._lead.isdisjoint(last) or tuple(last) in self._pairs:
            return True
        return not self._openings.isdisjoint([word.lower() for word in last if word[0].isupper()])

    def _is_on(self, words: list[str]) -> bool:
        """Whether something was on the day behind the words: "on", "am", "le". Where a language has no word for that,
        no other may stand there: "8 сентября"."""
        if not words:
            return True
        last = words[-1].lower()
        return last in self._on_day if self._on_day else self._words.get(last, _NO_WORD)[0] not in _LEADING_TO_DAYS

    def _until_tense(self, words: list[str], behind: list[str], tense: Tense, day: bool) -> Tense:
        """The tense of what "until" and the like lead to, `tense` being that of the verb before; None: it tells of what
        was."""
        count = _leading(words)
        if count > _LEADING:
            surely = tense is None and (self._is_end(words) if day else self._is_deadline(words, behind))
            return "future" if surely or tense == "future" else "until"
        # "Until Tuesday it was open", "Bis Freitag muss er zahlen".
        opens = count and (words[-count].lower() in self._openings or words[-1] in self._until)
        first = self._first_verb(behind, True) if opens else "past"
        if first and first != "past" and (self._is_ended(words) or self._is_deadline(words, behind)):
            return "future"
        return None if first == "past" else "until"

    def _is_deadline(self, words: list[str], behind: list[str]) -> bool:
        """Whether the last words lead to what is ahead, where no verb speaks of the past: "needs repair by October",
        "à partir d'octobre"; not "the toll by October was 50". Words that sum up as often ("sales until October") say
        it only with a verb."""
        last, pair = words[-1].lower(), "_".join(words[-_LEADING:]).lower()
        leads = {last, pair}
        if self._words.get(last, _NO_WORD)[0] == "F":  # ab dem Herbst
            leads.add(pair.partition("_")[0])
        if leads.isdisjoint(self._deadline):
            return "_".join(words[-_LEADING:]) in self._by
        near = words[-_FAR_FROM_END:]
        del near[: max((at for at, word in enumerate(near, 1) if word[-1] in _ENDS), default=0)]
        if self._state.isdisjoint(near) and any(word.endswith(self._participles) for word in near):
            return False  # muertes registradas a partir de octubre
        return self._first_verb(behind, True) != "past"

    def _is_left(self, words: list[str], behind: list[str]) -> bool:
        """Whether somebody has time to the date: "they have until October", "haben bis November Zeit". A verb between
        them or behind speaks of the past: "have worked until October", "haben bis November Zeit gehabt"."""
        last = words[-1].lower()
        at = 1 if last in self._until else 2
        if len(words) <= at or words[-at].lower() not in self._until or words[-at - 1].lower() not in self._holds:
            return False
        if not self._granted or not behind or behind[0][0] in _STOPS:
            return True
        at = next((at for at, word in enumerate(behind[:_MANY], 1) if word.strip(_STOPS) in self._granted), 0)
        return at > 0 and self._role(behind[at].strip(_STOPS) if at < len(behind) else "") != "past"

    def _is_fixed(self, words: list[str], text: str, end: int, high: int) -> bool:
        """Whether a participle behind the date says that it is to come, or nothing does that it is over: "ist für
        Oktober angesetzt", "Start ist im September."; not "ist im September gestorben"."""
        if self._planned:
            behind = text[end : min(high, end + _REACH)].split(maxsplit=1)
            if behind and behind[0].strip(_STOPS) in self._planned:
                return True
        return bool(self._held) and "_".join(words[-_LEADING:]) in self._held and text[end : end + 1] in _CLOSED

    def _is_state(self, words: list[str], behind: list[str]) -> bool:
        """Whether what "until" and the like end goes on, or is wanted: "is closed until December", "we want a deal by
        December". Only a form of the present says so: a verb that is not known may be one of the past."""
        past = False
        for index in range(len(words) - 1, max(-1, len(words) - 1 - _FAR_FROM_END), -1):
            word, before = words[index], words[index - 1] if index else ""
            if word[-1] in _ENDS and not _ABBREVIATION.fullmatch(word):
                return False
            if word in self._wants and before.lower() not in self._no_present_behind:
                return not past or self._until.isdisjoint(words[-_LEADING:])  # wants it passed by December
            if word in self._state:
                return not past and "past" not in (self._role(before), self._first_verb(behind, True))
            passive = word not in self._roles and not self._state.isdisjoint(words[max(0, index - _LEADING) : index])
            past = past or (self._role(word) == "past" and not passive)
        return False

    def _is_ended(self, words: list[str]) -> bool:
        """Whether the last words lead to the end of something, and not to what is summed up: "sales through March"."""
        before, last = ("", *(word.lower() for word in words[-_LEADING:]))[-_LEADING:]
        leads = before in self._ends and last in self._dates  # until early
        if not leads and last not in self._ends and f"{before}_{last}" not in self._ends:
            return False
        return not any(word.strip(",.").lower() in self._names for word in words[-_MANY:])

    def _is_end(self, words: list[str]) -> bool:
        """Whether something goes on to the day behind the words: "remains shut until Jan. 11", "bis zum 15. Januar". (A
        month is as often the one that sums up: "sales through March".)"""
        return any(self._words.get(word.lower(), _NO_WORD)[1] == "to" for word in words[-_LEADING:])

    def _is_planned(self, words: list[str]) -> bool:
        """Whether an infinitive in the words is to come."""
        return any(
            word == "to" and index and self._is_plan(words[index - 1], *words[index + 1 : index + 2])
            for index, word in enumerate(words)
        )

    def _is_until(self, words: list[str], tense: Tense) -> bool:
        """Whether the last words are "until", "until the", "as early as"; no date before them begins a range."""
        before, last = ("", *(word.lower() for word in words[-2:]))[-2:]
        over = tense == "past"
        if last in self._until or (last in self._by and not over):
            other = before
        elif (pair := f"{before}_{last}") in self._until or before in self._until or (pair in self._by and not over):
            other = words[-3] if len(words) > _LEADING else ""
        else:
            return False
        if other[-1:] in _ENDS:
            return True  # a sentence begins with it
        return other not in self._not_until and other.strip(",.").lower() not in self._names

    def _last_verb(self, words: list[str]) -> tuple[Tense | Literal["perhaps"], int]:
        """The tense of the last verb form that is known in the last sentence; where there is none, how many words it
        has. "perhaps": it has only what may be one to come, or a noun ("votes")."""
        roles, letters = self._roles, self._last_letters
        count, perhaps = len(words), False
        for index in range(count - 1, -1, -1):
            word = words[index]
            last = word[-1]
            if last in _ENDS and not _ABBREVIATION.fullmatch(word):
                return ("perhaps", _MANY) if perhaps else (None, count - 1 - index)
            role = roles.get(word)
            if role is None and word in self._listed and index and words[index - 1][-1] == ":":
                perhaps = perhaps or _is_of_names(words[index + 1 :])  # Lakers: At New York on Tuesday
            if role is None and last in letters:
                role = self._role(word)
                if role is None and self._starts_with_verb and word[0].isupper() and _begins(words, index):
                    role = self._role(word[0].lower() + word[1:])  # Murió en agosto
            if role is not None:
                before = words[index - 1] if index else ""
                if role == "perhaps":
                    perhaps = perhaps or (before.lower() not in self._no_present_behind and before != "of")
                    continue
                if role in ("plural", "fixture"):
                    perhaps = perhaps or self._is_said_of(role, before, words[index + 1 : index + 1 + _MANY])
                    continue
                tense = self._verb(role, before, word, words[index + 1] if index + 1 < count else "")
                if tense != "none":
                    return "perhaps" if perhaps and tense is None else tense, _MANY
        return ("perhaps", _MANY) if perhaps else (None, count)

    def _is_said_of(self, role: str, before: str, behind: list[str]) -> bool:
        """Whether a form is a verb of the present and no noun or infinitive, by its subject and what is behind it:
        "ministers vote", "Boston visits Miami", "the Jets play at Miami"."""
        words, endings = self._subjects
        if role == "fixture" and len(behind) > 1 and not any(word[0].isupper() for word in behind[:_LEADING]):
            return False
        if role == "plural" and behind and behind[0].islower() and behind[0] not in self._dates:
            return False  # stocks open lower
        if before.lower() in words or (role == "fixture" and before[:1].isupper() and before[-1].isalpha()):
            return before.lower() not in self._no_present_behind
        plural = before.endswith(endings) and len(before) > _LEADING and "'" not in before
        return plural and self._role(before) is None and before not in self._state | self._no_present_behind

    def _verb(self, role: str, before: str, word: str, behind: str) -> Tense | Literal["none"]:
        """The tense of a form, by what stands beside it; "none" where it is no verb."""
        if role == "future" and (word, behind) not in _OTHERWISE:
            return "past" if before in self._perfect else "future"
        if role == "to" and self._is_plan(before, behind):
            return "future"
        if role == "said":
            return None
        if role == "present":
            return "none" if before in self._no_present_behind else "future"
        if role != "past" or before in self._no_verb_behind:
            return "none"
        if before in self._surely and word in _AUXILIARIES:
            return "future"  # they will have met
        # "They will have a meeting" is to come, "they could have met" is over.
        could = before in self._future and word not in self._perfect  # должен был
        return "none" if could and self._role(behind) != "past" else "past"

    def _first_verb(self, words: list[str], past: bool) -> Tense:
        """The tense of the first verb form that is known, in the sentence that the date begins.

        `past`: that of the past matters too.
        """
        if not past and not self._has_modal(words) and not self._is_planned(words):
            return None
        for index, written in enumerate(words):
            word = written.rstrip(_STOPS)
            if word == "to" and index and self._is_plan(words[index - 1], *words[index + 1 : index + 2]):
                return "future"
            if word in self._modal or (word.endswith(self._modal_endings) and word == word.lower()):
                return "future"
            role = self._role(word)
            if role == "past":
                return "past"
            if role == "said" or written[-1] in _ENDS:
                return None
        return None

    def _role(self, word: str) -> str | None:
        role = self._roles.get(word)
        if role is None and word.endswith(self._endings) and len(word) >= _SHORTEST and word == word.lower():
            if word.endswith(self._future_endings):
                return "future"
            return None if word.endswith(_NO_VERB) else "past"
        return role

    def _is_plan(self, before: str, behind: str = "") -> bool:
        """Whether the infinitive with "to" between them is to come: "they plan to meet", "rules to be published"."""
        return before in self._plans or (behind == "be" and bool(self._plans))


def _is_of_names(words: list[str]) -> bool:
    """Whether all but the last, which leads to the date, have a capital: "New York on"."""
    return len(words) > 1 and all(word[0].isupper() for word in words[:-1])


def _begins(words: list[str], index: int) -> bool:
    """Whether a sentence begins with a word, or what is looked at of it."""
    return not index or words[index - 1][-1] in _ENDS


def _leading(words: list[str]) -> int:
    """How many words stand before the date in its sentence, three where there are more."""
    count = 0
    for word in reversed(words[-_LEADING - 1 :]):
        if word[-1] in _ENDS and not _ABBREVIATION.fullmatch(word):
            break
        count += 1
    return count


def _split(words: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words, and the endings, which are written behind a "*".

    >>> _split(frozenset({"was", "*ed"}))
    (frozenset({'was'}), ('ed',))
    """
    endings = tuple(sorted(word[1:] for word in words if word[0] == "*"))
    return frozenset(word for word in words if word[0] != "*"), endings
