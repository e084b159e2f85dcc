"""What the forms of the grammar (`patterns.py`) say: by a form's name its builder.

A builder makes of codes and tokens the name of a meaning (`meaning/forms.py`) and what that needs, or None where it is
no date after all, as 30 February is not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from . import counted, periods, written
from .fields import Builder, Built
from .tokens import Token

__all__ = ["BEGINNINGS", "BUILDERS", "BY_PLACE"]

#: Builders that need what stands before or behind their form.
BY_PLACE: dict[str, Callable[[str, Sequence[Token], int], Built]] = {
    "shared": written.shared,
    "sharing": written.sharing,
    "listed": written.listed,
    "decadealone": periods.decade_alone,
    "dayfigures": written.day_figures,
    "numberedday": counted.numbered_day,
    "quarterended": periods.quarter_ended,
    "quarterbefore": periods.quarter_before,
    "quarterbehind": periods.quarter_behind,
    "weekfirst": periods.first_week,
    "weeklast": periods.last_week,
    "decadebefore": periods.decade_before,
    "decadebehind": periods.decade_behind,
    "whole": counted.whole,
    "weekbehind": counted.week_behind,
}
BUILDERS: dict[str, Builder] = {
    "span": written.span,
    "days": written.days,
    "monthdays": written.days,
    "months": written.months,
    "yearedge": written.year_edge,
    "countedfigures": counted.figures,
    "shiftedday": counted.shifted_day,
    "figures": written.figures,
    "weekdayfigures": written.weekday_figures,
    "solardate": written.solar_date,
    "date": written.date,
    "month": written.date,
    "monthday": written.date,
    "monthdate": written.date,
    "yeardate": written.date,
    "worddate": written.date,
    "daymonth": written.date,
    "feast": written.feast,
    "ofyear": written.of_year,
    "ofmonth": written.of_month,
    "oftold": written.of_told,
    "quarter": periods.quarter,
    "monthquarter": periods.month_quarter,
    "same": counted.same,
    "season": periods.season,
    "weeknumber": periods.week_number,
    "weekinyear": periods.week_in_year,
    "yearseason": periods.year_season,
    "seasonoffigures": periods.year_season,
    "century": periods.century,
    "decade": periods.decade,
    "yeardecade": periods.decade,
    "decadecased": periods.cased_decade,
    "numberedunit": periods.numbered_unit,
    "shift": counted.shift,
    "ago": counted.ago,
    "agotoday": counted.ago_today,
    "centuries": periods.centuries,
    "agoalone": counted.ago_alone,
    "later": counted.later,
    "following": counted.following,
    "followingday": counted.following_day,
    "weekdayofmonth": written.weekday_of_month,
    "partofmonth": written.part_of_month,
    "dayinmonth": written.day_in_month,
    "compared": counted.compared,
    "partofday": counted.part_of_day,
    "edge": counted.edge,
    "weekon": counted.week_on,
    "weekend": counted.weekend,
    "weekendalone": counted.weekend_alone,
    "ahead": counted.ahead,
    "dayof": counted.day_of_month,
    "dayofweek": counted.day_of_week,
    "weekandday": counted.week_and_day,
    "weekday": counted.weekday,
    "today": counted.today,
    "plain": counted.weekday,
    "years": periods.years,
    "year": periods.year,
    "set": counted.recurring,
    "length": counted.length,
}
#: Builders of what a form begins with, "last" or "next" before it, where that is no date as a whole.
BEGINNINGS: dict[str, Builder] = {
    "monthday": written.first_month,
    "yeardecade": periods.year_of_decade,
    "decadecased": periods.year_of_decade,
    "ofyear": counted.first_shift,
    "weekandday": counted.first_shift,
    "partofmonth": written.first_figures,
    "quarter": periods.first_of_half,
    "shiftedday": counted.first_shift,
    "years": periods.first_year,
    "yearedge": written.first_figures,
    "seasonoffigures": written.first_figures,
    "feast": counted.first_weekday,
    "weekdayfigures": counted.first_weekday,
    "dayof": counted.first_weekday,
    "weekday": counted.first_weekday,
    "today": counted.first_day,
    "ofmonth": counted.first_day,
    "oftold": counted.following,
}
