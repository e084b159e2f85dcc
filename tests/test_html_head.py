"""The head of an article's page: its standfirst, byline and time."""

from __future__ import annotations

import pytest

from invariants import check
from newsextract import Article, parse_html, to_text

PROSE = [
    f"<p>The {place} stays shut for a second week, since the river has taken the bank away beneath it at night.</p>"
    for place in ("lower road", "old mill", "market", "north quay", "school", "bridge", "station", "bakery", "chapel")
]
SUMMARY = "The council says that repairs will take until June at least"


def page(head: str, body: str = "".join(PROSE)) -> Article:
    return parse_html(f"<title>Flood shuts the lower road</title><article>{head}{body}</article>")


def headings(article: Article) -> list[str]:
    return [section.heading.text for section in article.sections if section.heading]


@pytest.mark.parametrize(
    "under",
    [
        f"<h2>{SUMMARY}</h2><p class='byline'>By Ana Prior</p>",
        f"<h2>{SUMMARY}</h2><time>7 May 2024</time>",
        f"<h3>{SUMMARY}</h3><div><span>By Ana Prior</span></div><div>7 May 2024</div>",
        f"<h2 class='article-subtitle'>{SUMMARY}</h2>",
        f"<h2 class='Untertitel'>{SUMMARY}</h2>",
    ],
)
def test_a_heading_between_headline_and_byline_sums_up(under: str) -> None:
    article = page(
        f"<h1>Flood shuts the lower road</h1>{under}", f"{PROSE[0]}<p><b>What next</b></p>{''.join(PROSE[1:])}"
    )
    assert article.standfirst is not None
    assert article.standfirst.text == SUMMARY
    assert headings(article) == ["What next"]


@pytest.mark.parametrize(
    "under",
    [
        "<h2>What the river did at night</h2>",
        f"<h2>What the river did at night</h2>{PROSE[0]}<p>By Ana Prior</p>",
        "<p>By Ana Prior</p><h2>What the river did at night</h2>",
    ],
)
def test_the_first_section_keeps_its_heading(under: str) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1>{under}")
    assert article.standfirst is None
    assert headings(article) == ["What the river did at night"]


def test_a_name_under_the_headline_is_no_standfirst() -> None:
    assert (
        page("<h1>Flood shuts the lower road</h1><h2>Bartholomew Prior</h2><time>7 May 2024</time>").standfirst is None
    )


@pytest.mark.parametrize("count", [3, 9], ids=["small", "page"])
def test_a_page_of_lines_and_breaks_has_a_head(count: int) -> None:
    """As pages were written before style sheets: no block, and bold for what a heading is."""
    lines = [paragraph[3:-4] for paragraph in PROSE[:count] * 2]
    body = f"{'<br><br>'.join(lines[:count])}<br><br><b>What comes next</b><br>{'<br><br>'.join(lines[count:]).upper()}"
    head = "<b>Flood shuts the lower road</b><br><i>By Ada Moss, 7 May 2024</i><br><br>"
    article = parse_html(f"<title>Flood shuts the lower road</title><body>{head}{body}")
    assert article.headline is not None
    assert (article.headline.text, article.headline.origin) == ("Flood shuts the lower road", "line")
    assert article.authors == ("Ada Moss",)
    assert article.published is not None
    assert article.published.value == "2024-05-07"
    assert headings(article) == ["What comes next"]


def test_a_bold_line_of_a_script_without_capitals_is_a_heading() -> None:
    text = "青河市交通局宣布，青河大桥将于本周五上午九时恢复通车，届时两岸居民不必再绕行三十公里。"
    article = parse_html(
        f"<title>青河大桥恢复通车</title><h1>青河大桥恢复通车</h1>{text}<br><br><b>后续安排</b><br>{text[3:]}"
    )
    assert headings(article) == ["后续安排"]
    assert [paragraph.text for paragraph in article.paragraphs] == [text, text[3:]]


@pytest.mark.parametrize("count", [3, 11], ids=["small", "page"])
@pytest.mark.parametrize(
    "line",
    [
        "2024-10-08 09:15 来源：青河日报 <span>字号：大 中 小</span>",
        "来源：青河日报 2024-10-08 09:15",
        "发布时间：2024-10-08 09:15 来源：青河日报 点击：123次",
    ],
)
def test_a_line_of_labels_and_a_moment_is_a_timestamp(line: str, count: int) -> None:
    days = ("周一", "周二", "周三", "周四", "周五", "周六", "周日", "昨天", "今天", "前天", "明天")[:count]
    prose = "".join(
        f"<p>{day}，青河市交通局宣布，青河大桥将于上午九时恢复通车，届时两岸居民不必再绕行三十公里。</p>"
        for day in days
    )
    crumbs, title = '<div class="crumb">首页 > 新闻 > 正文</div>', "青河大桥恢复通车"
    article = parse_html(f"<title>{title}</title>{crumbs}<h1>{title}</h1><div class='info'>{line}</div>{prose}")
    assert article.published is not None
    assert article.published.value == "2024-10-08T09:15"
    assert [part.kind for part in article.furniture] == ["timestamp"]
    assert len(article.paragraphs) == count


@pytest.mark.parametrize("line", ["Ada Moss, Bo Li and Cy Oh", "Ada Moss & Bo Li", "Ada Moss"])
def test_a_line_of_the_authors_that_the_page_states_is_the_byline(line: str) -> None:
    stated = '<meta name="author" content="Ada Moss, Bo Li and Cy Oh">'
    article = page(f"{stated}<h1>Flood shuts the lower road</h1><div>{line}</div>")
    assert article.byline is not None
    assert article.byline.text == line
    assert article.authors == ("Ada Moss", "Bo Li", "Cy Oh")


@pytest.mark.parametrize("count", [3, 9], ids=["small", "page"])
@pytest.mark.parametrize(
    "facts",
    [
        "<table><tr><th>Country<td>Norland</tr><tr><th>Opened<td>4 May 1904</tr></table>",
        "<table><tr><td>Director<td>Ada Moss</tr><tr><td>Released<td>4 May 2004</tr></table>",
        "<ul><li>Harrow Bay<li>4 May 2025</ul>",
        "<dl><dt>Place<dd>Harrow Bay<dt>Opened<dd>4 May 1904</dl>",
    ],
)
def test_a_date_among_facts_is_no_time_of_publication(facts: str, count: int) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1>{facts}", "".join(PROSE[:count]))
    assert article.published is None
    assert all(part.kind != "timestamp" for part in article.furniture)


@pytest.mark.parametrize("count", [3, 9], ids=["small", "page"])
@pytest.mark.parametrize(
    "head",
    [
        "<ul><li>By Ada Moss<li>4 May 2025</ul>",
        "<ul class='post-meta'><li>Harrow Bay<li>4 May 2025</ul>",
        "<dl class='article-info'><dt>Published<dd>4 May 2025</dl>",
        "<table><tr><td>By Ada Moss<td>4 May 2025</table>",
    ],
)
def test_a_list_or_table_of_the_head_has_the_time_of_publication(head: str, count: int) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1>{head}", "".join(PROSE[:count]))
    assert article.published is not None
    assert article.published.value == "2025-05-04"


@pytest.mark.parametrize(
    ("line", "authors", "published"),
    [
        (
            "<time class='entry-date'>March 14, 2025</time><time class='updated'>March 16, 2025</time>",
            (),
            "2025-03-14",
        ),
        ("<span>Von <a href='/autor/am'>Ada Moss</a></span><span>14.03.2025, 18:30 Uhr</span>", ("Ada Moss",), "18:30"),
        ("<time>Jan 5, 2025</time><span>4 min read</span>", (), "2025-01-05"),
        (
            "By <a href='/u/1'>Ada Moss</a><a href='/u/2'>Bo Li</a>, <time>Jan 5, 2025</time>",
            ("Ada Moss", "Bo Li"),
            "5",
        ),
        ("By <a>Ada</a> <a>Moss</a>, 5 January 2025", ("Ada Moss",), "5"),
        ("<span>By</span><a href='/u/1'>Ada Moss</a> January 5, 2025", ("Ada Moss",), "5"),
        ("<span>By ADA MOSS and BO LI</span><span>January 5, 2025</span>", ("ADA MOSS", "BO LI"), "5"),
    ],
)
def test_what_a_style_sheet_sets_apart_is_apart(line: str, authors: tuple[str, ...], published: str) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1><div>{line}</div>")
    assert article.authors == authors
    assert article.published is not None
    assert article.published.value is not None
    assert article.published.value.endswith(published)


def test_numbers_in_a_sentence_are_left_as_they_are() -> None:
    line = (
        "H<sub>2</sub>O, the <span>1</span>st, <span>2</span><span>0</span>, <a>700 N. 4</a><a>th Street</a>, a "
        "note<a>5</a>, <a>COVID</a>19 and (<time>2024</time>-<time>2025</time>) were all that the council talked of."
    )
    article = page("<h1>Flood shuts the lower road</h1>", "".join(PROSE) + f"<p>{line}</p>")
    assert article.paragraphs[-1].text == (
        "H2O, the 1st, 20, 700 N. 4th Street, a note5, COVID19 and (2024-2025) were all that the council talked of."
    )


@pytest.mark.parametrize(
    "line",
    [
        "Ada Moss | 14 March 2025",
        "Ada Moss - March 14, 2025",
        "Ada Moss, March 14, 2025",
        "Ada Moss, Harbour Correspondent | 14 March 2025",
        "<p class='byline'>ADA MOSS | STAFF WRITER | POSTED: <time datetime='2025-03-14'>March 14</time></p>",
        "March 14, 2025 | Ada Moss",
        "March 14, 2025 by Ada Moss",
        "Friday, March 14, 2025 | By Ada Moss",
        "Published March 14, 2025 | By Ada Moss | News",
        "<p class='author'>Ada Moss <time datetime='2025-03-14'>14 maart 2025</time> Leestijd 6 min</p>",
    ],
)
def test_who_and_when_on_one_line(line: str) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1><div>{line}</div>")
    assert [name.title() for name in article.authors] == ["Ada Moss"]
    assert article.byline is not None
    assert article.published is not None
    assert article.published.value == "2025-03-14"


def test_words_that_go_with_a_date_are_no_name() -> None:
    article = page(
        "<h1>Flood shuts the lower road</h1><div><a>Harbour FM</a><span>Updated January 5, 2025</span></div>"
    )
    assert (article.authors, article.byline) == ((), None)


@pytest.mark.parametrize(
    "line",
    [
        (
            "<div class='byline'><span>By</span><ul><li><a href='/author/a'>Ada Moss</a></li>"
            "<li><a href='/author/b'>Bo Li</a></li></ul></div>"
        ),
        (
            "<div class='authors'><div class='author'><a href='/author/a'>Ada Moss</a><span>Harbour editor</span></div>"
            "<div class='author'><a href='/author/b'>Bo Li</a><span>Reporter</span></div></div>"
        ),
        (
            "<div><p><a rel='author' href='/a'>Ada Moss</a></p><p>Editor</p><p><a rel='author' href='/b'>Bo Li</a></p>"
            "<p>Reporter</p></div><p>5 January 2025</p>"
        ),
        "<p class='byline'>By Ada Moss, Harbour Editor, and Bo Li in Pell</p>",
        "<p>By Ada Moss, Harbour Editor</p><p>By Bo Li, Reporter</p>",
        "<dl class='meta'><dt>Authors</dt><dd>Ada Moss, Bo Li</dd><dt>Date</dt><dd>5 January 2025</dd></dl>",
        (
            "<dl class='meta'><dt>Author</dt><dd>Ada Moss</dd><dt>Author</dt><dd>Bo Li</dd><dt>Date</dt>"
            "<dd>5 January 2025</dd></dl>"
        ),
    ],
)
def test_all_of_several_authors_are_named(line: str) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1>{line}")
    assert article.authors == ("Ada Moss", "Bo Li")
    assert article.byline is not None
    assert article.byline.authors == ("Ada Moss", "Bo Li")


@pytest.mark.parametrize(
    "behind",
    [
        "<p>Photographs by Bo Li</p>",
        "<p>Tested by <a href='/author/b'>Bo Li</a></p>",
        "<p class='role'>Senior Adviser</p>",
        f"{PROSE[0]}<p><a href='/author/b'>Bo Li</a></p>",
        "<div class='related'><ul><li><a href='/author/b'>Bo Li</a></li></ul></div>",
    ],
)
def test_what_follows_the_author_is_not_always_another(behind: str) -> None:
    assert page(f"<h1>Flood shuts the lower road</h1><p>By Ada Moss</p>{behind}").authors == ("Ada Moss",)


@pytest.mark.parametrize(
    "head",
    [
        "<div><div><p>Ada Moss</p><p><span>Mar 14, 2025</span><span>4 min read</span></p></div></div>",
        "<div><div>Ada Moss</div><div>14.03.2025</div></div>",
        "<div><time datetime='2025-03-14'>3 hours ago</time></div><div>Ada Moss</div><div>Harbour correspondent</div>",
        "<div><p>March 14, 2025</p><p>Ada Moss</p></div>",
    ],
)
def test_a_name_by_itself_beside_the_date_is_the_authors(head: str) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1>{head}")
    assert article.authors == ("Ada Moss",)
    assert article.byline is not None
    assert article.published is not None


@pytest.mark.parametrize(
    "head",
    [
        "<div><div>Lower Road</div><div>14.03.2025</div></div>",
        "<div><div>Bay Courier</div><div>14.03.2025</div></div>",
        "<div><div>Written By</div><div>14.03.2025</div></div>",
        "<div><div>Contact: Ada Moss</div><div>14.03.2025</div></div>",
        "<div>Pell Harbour</div><div>14.03.2025</div>",
    ],
)
def test_what_stands_by_itself_beside_the_date_and_is_nobody(head: str) -> None:
    site = "<meta property='og:site_name' content='The Bay Courier'>"
    article = page(
        f"{site}<h1>Flood shuts the lower road</h1>{head}", f"{''.join(PROSE)}<p>On Lower Road nobody was hurt.</p>"
    )
    assert (article.authors, article.byline) == ((), None)


def test_the_first_words_of_a_sentence_are_no_name() -> None:
    """In a script without spaces what stands before a date may be as short as a name."""
    article = page(
        "<h1>町議会が計画を可決</h1>",
        "<p>町議会は6日、新しい橋の計画を賛成多数で可決した。</p><p>町長は来年度に着工したいと述べた。</p>",
    )
    assert (article.authors, article.byline) == ((), None)
    assert len(article.blocks) == 2


@pytest.mark.parametrize(
    "line",
    [
        "March 14, 2025 | Culture Desk",
        "March 14, 2025 - Lower Road",
        "March 14, 2025 | Bay Courier",
        "Press Release - March 14, 2025",
        "March 14, 2025 | <a href='/council'>Local Council</a>",
    ],
)
def test_what_stands_beside_a_date_and_is_nobody(line: str) -> None:
    body = f"{''.join(PROSE)}<p>On Lower Road, where the council has met since May, nobody was hurt by the flood.</p>"
    site = "<meta property='og:site_name' content='The Bay Courier'>"
    article = page(f"{site}<h1>Flood shuts the lower road</h1><div>{line}</div>", body)
    assert article.authors == ()
    assert article.published is not None
    assert article.published.value == "2025-03-14"


@pytest.mark.parametrize("count", [3, 9], ids=["small", "page"])
@pytest.mark.parametrize(
    "line",
    [
        "<p>Harbour Walks · March 14, 2025</p>",
        "<p>Health Care · March 14, 2025</p>",
        "<p><span class='category'>Quay Matters</span> <time datetime='2025-03-14'>March 14, 2025</time></p>",
        "<p><a href='https://post.example/tag/quay/'>Quay Matters</a> <span>| March 14, 2025</span></p>",
        "<div><div class='tag'>Quay Matters</div><div class='date'>March 14, 2025</div></div>",
        "<div><div class='post-kicker'>Quay Matters</div><div class='date'>March 14, 2025</div></div>",
        "<p><b>FOR IMMEDIATE RELEASE</b><br>March 14, 2025</p>",
        "<p>BREAKING NEWS | March 14, 2025</p>",
        "<p>Health Care<br>March 14, 2025</p>",
        "<p>Town Notices | March 14, 2025</p>",
    ],
)
def test_a_section_beside_a_date_is_nobody(line: str, count: int) -> None:
    menu = "<nav><a href='/w'>Harbour Walks</a><a href='/s'>Sea</a></nav>"
    article = page(
        f"<meta property='article:section' content='Town notices'>{menu}<h1>Flood shuts the lower road</h1>{line}",
        "".join(PROSE[:count]),
    )
    assert article.authors == ()
    assert article.published is not None
    assert article.published.value == "2025-03-14"
    assert len(article.paragraphs) == count


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<p>ADA MOSS | March 14, 2025</p>", "ADA MOSS"),
        ("<p>ADA MOSS<br>March 14, 2025</p>", "ADA MOSS"),
        ("<p>Ana Corte Real · 14 March 2025</p>", "Ana Corte Real"),
        ("<p>Maria Home - 14 March 2025</p>", "Maria Home"),
        ("<p>Bo Li | 14 March 2025</p>", "Bo Li"),
        ("<p>Cy Oh | 14 March 2025</p><div class='tags'><a href='/c'>Cy Oh</a></div>", "Cy Oh"),
    ],
)
def test_a_name_beside_a_date_may_be_in_capitals_or_a_topic(line: str, author: str) -> None:
    article = page(f"<meta name='keywords' content='bridge, Bo Li, harbour'><h1>{TITLE}</h1>{line}")
    assert article.authors == (author,)
    assert article.published is not None
    assert article.published.value == "2025-03-14"


SITE = "<meta property='og:site_name' content='The Harrow Bay Courier'>"
TITLE = "Flood shuts the lower road"


@pytest.mark.parametrize(
    "head",
    [
        f"<h1 class='logo'>The Harrow Bay Courier</h1><h3>{TITLE}</h3>",
        f"<h1 class='logo'>Harrow Bay Courier</h1><h2>{TITLE}</h2>",
        f"<h1>The Harrow Bay Courier</h1><div class='headline'>{TITLE}</div>",
        f"<p class='title'><span>{TITLE}</span></p><h1>Water</h1>",
    ],
)
def test_a_title_on_the_page_wins_over_the_sites_name_and_the_first_section(head: str) -> None:
    article = page(f"{SITE}{head}{PROSE[0]}<h1>What comes next</h1>")
    assert article.headline is not None
    assert (article.headline.text, article.headline.origin) == (TITLE, "line")
    assert headings(article)[-1] == "What comes next"  # whether "Water" is one, trees tell


@pytest.mark.parametrize(
    ("heading", "kicker"),
    [
        ("<span class='kicker'>Weather</span><span>Flood shuts the lower road</span>", "Weather"),
        ("<small>Weather</small> Flood shuts the lower road", "Weather"),
        ("<div>Weather</div><div>Flood shuts the lower road</div>", "Weather"),
        ("<span>Live: </span>Flood shuts the lower road", "Live:"),
    ],
)
def test_a_kicker_in_the_heading_is_none_of_the_headline(heading: str, kicker: str) -> None:
    article = page(f"<h1>{heading}</h1>")
    assert article.headline is not None
    assert article.headline.text == "Flood shuts the lower road"
    assert (article.furniture[0].kind, article.furniture[0].text) == ("other", kicker)


@pytest.mark.parametrize(
    "heading",
    [
        "Weather: Flood shuts the lower road",
        "<em>What</em> a flood shuts the lower road",
        "The Flood shuts the lower road",
    ],
)
def test_a_headline_that_says_more_than_the_title_is_kept(heading: str) -> None:
    article = page(f"<h1>{heading}</h1>")
    assert article.headline is not None
    assert article.headline.text == heading.replace("<em>", "").replace("</em>", "")


@pytest.mark.parametrize("headline", ["The river took the bank", "The Harrow Bay Courier wins a prize"])
def test_a_headline_unlike_the_title_is_one_all_the_same(headline: str) -> None:
    article = page(f"{SITE}<h1>{headline}</h1>")
    assert article.headline is not None
    assert article.headline.text == headline


def test_where_nothing_else_is_the_sites_name_is_the_headline() -> None:
    article = parse_html(f"<title>The Harrow Bay Courier</title>{SITE}<h1>The Harrow Bay Courier</h1>{''.join(PROSE)}")
    assert article.headline is not None
    assert (article.headline.text, article.headline.origin) == ("The Harrow Bay Courier", "line")


@pytest.mark.parametrize("name", ["lead", "gh-article-excerpt", "intro", "entry-summary", "standfirst", "dek", "perex"])
@pytest.mark.parametrize("text", ["Repairs will take until June", SUMMARY])
def test_a_line_named_for_a_summary_above_the_byline_sums_up(text: str, name: str) -> None:
    head = f"<p class='{name}'>{text}</p><p>By Ana Prior</p><p>7 May 2024</p>"
    article = page(f"<h1>Flood shuts the lower road</h1>{head}")
    assert article.standfirst is not None
    assert article.standfirst.text == text
    assert article.published is not None
    assert len(article.paragraphs) == len(PROSE)


@pytest.mark.parametrize(
    "head",
    [
        "<p class='subtitle'>Ana Prior</p>",
        "<p class='subtitle'>By Ana Prior and Bo Li</p>",
        "<p class='subtitle'>Local news</p>",
        "<p>By Ana Prior</p><p class='intro'>The council met on the bridge before it was light on Monday morning.</p>",
        "<figure class='lead'><img src='a.jpg'><figcaption>The road as it was before the flood</figcaption></figure>",
    ],
)
def test_names_labels_and_openings_under_the_byline_do_not_sum_up(head: str) -> None:
    assert page(f"<h1>Flood shuts the lower road</h1>{head}").standfirst is None


DESCRIBED = f'<meta name="description" content="{PROSE[0][3:-4]}">'


@pytest.mark.parametrize(
    "notice",
    ["<p class='byline'>By Ana Prior</p>", "<time datetime='2024-05-07'>7 May 2024</time>", "<p>7 May 2024</p>"],
)
def test_a_subtitle_leaves_the_paragraph_that_the_description_quotes(notice: str) -> None:
    article = page(f"{DESCRIBED}<h1>Flood shuts the lower road</h1><h2>{SUMMARY}</h2>{notice}")
    assert article.standfirst is not None
    assert article.standfirst.text == SUMMARY
    assert [f"<p>{paragraph.text}</p>" for paragraph in article.paragraphs] == PROSE
    check(to_text(article), article)


@pytest.mark.parametrize("count", [3, 9], ids=["small", "page"])
@pytest.mark.parametrize("above", ["", "<p class='byline'>By Ana Prior</p>", "<p>By Ana Prior</p><p>7 May 2024</p>"])
@pytest.mark.parametrize("whole", ["{}", "<div class='body'>{}</div>", "<div class='part'>{}"])
def test_a_description_that_quotes_the_first_paragraph_makes_no_standfirst_of_it(
    whole: str, above: str, count: int
) -> None:
    body = whole.format("</div><div class='part'>".join(PROSE[:count]) if "part" in whole else "".join(PROSE[:count]))
    article = page(f"{DESCRIBED}<h1>Flood shuts the lower road</h1>{above}", body)
    assert article.standfirst is None
    assert [f"<p>{paragraph.text}</p>" for paragraph in article.paragraphs] == PROSE[:count]


@pytest.mark.parametrize(
    "head",
    [
        f"{PROSE[0]}<p>By Ana Prior</p>",
        f"{PROSE[0]}<p>7 May 2024, 14:20</p>",
        f"<p>By Ana Prior</p><p class='top'>{PROSE[0][3:]}",
        f"<p>By Ana Prior</p><p><b>{PROSE[0][3:-4]}</b></p>",
        f"<p>By Ana Prior</p><header>{PROSE[0]}</header>",
    ],
)
def test_what_the_description_quotes_and_stands_apart_sums_up(head: str) -> None:
    article = page(f"{DESCRIBED}<h1>Flood shuts the lower road</h1>{head}", "".join(PROSE[1:]))
    assert article.standfirst is not None
    assert f"<p>{article.standfirst.text}</p>" == PROSE[0]


def test_the_only_paragraph_is_no_standfirst() -> None:
    article = page(f"{DESCRIBED}<h1>Flood shuts the lower road</h1>", PROSE[0])
    assert article.standfirst is None
    assert len(article.paragraphs) == 1


@pytest.mark.parametrize("count", [3, 9], ids=["small", "page"])
@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("<p>By <span>Ada Moss</span><span>Political editor</span></p>", ("Ada Moss",)),
        ("<p>By <a href='/a'>Ada Moss</a><span>Harbour editor</span></p>", ("Ada Moss",)),
        ("<p>By <a href='/a'>Ada Moss</a>and<a href='/b'>Bo Li</a></p>", ("Ada Moss", "Bo Li")),
        ("<p>Von <span>Ada Moss</span>und<span>Bo Li</span></p>", ("Ada Moss", "Bo Li")),
        ("<p class='byline'>By <span>Ada Moss</span><span>Ada Moss</span></p>", ("Ada Moss",)),
        ("<p class='author'><span>Ada Moss</span> <span>Ada Moss</span></p>", ("Ada Moss",)),
        ("<p class='author'>Article rédigé par Anne Roux</p>", ("Anne Roux",)),
        ("<p>This story was written by Ada Moss</p>", ("Ada Moss",)),
        ("<p>Medically reviewed by Bo Li, MD — By Ada Moss on March 5, 2024</p>", ("Ada Moss",)),
        ("<p class='byline'>Checked by Bo Li · Written by Ada Moss</p>", ("Ada Moss",)),
        ("<p class='byline'>Medically reviewed by Bo Li, MD</p>", ()),
        ("<p class='author'>Edited by Bo Li</p>", ()),
        ("<p class='byline'>Photos by Bo Li</p>", ()),
        ("<p>By Ada Moss and Photos by Bo Li</p>", ("Ada Moss",)),
        ("<p class='byline'>By Ada Moss and Photos by Bo Li</p>", ("Ada Moss",)),
        ("<p class='byline'>Story by Ada Moss, Photos by Bo Li</p>", ("Ada Moss",)),
        ("<p class='byline'>Reporting by Ada Moss; Editing by Bo Li</p>", ("Ada Moss",)),
        ("<p class='byline'>Column by Ada Moss</p>", ("Ada Moss",)),
        ("<p class='byline'>Essay by Ada Moss</p>", ("Ada Moss",)),
        ("<p class='byline'>Commentary by Ada Moss</p>", ("Ada Moss",)),
        ("<p class='byline'>Contributed by Ada Moss</p>", ("Ada Moss",)),
        ("<p class='author'>Ada von der Moss</p>", ("Ada von der Moss",)),
    ],
)
def test_who_wrote_it_and_who_did_something_else(line: str, authors: tuple[str, ...], count: int) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1>{line}", "".join(PROSE[:count]))
    assert article.authors == authors
    assert len(article.paragraphs) == count


def test_a_line_under_the_title_in_the_same_heading_is_the_standfirst() -> None:
    article = page(f"<h1>Flood shuts the lower road <small>{SUMMARY}</small></h1>")
    assert article.headline is not None
    assert article.headline.text == "Flood shuts the lower road"
    assert article.standfirst is not None
    assert article.standfirst.text == SUMMARY
    check(to_text(article), article)


@pytest.mark.parametrize("small", ["until June", "By Ada Moss", "7 May 2024"])
def test_a_few_words_more_in_the_heading_are_part_of_it(small: str) -> None:
    article = page(f"<h1>Flood shuts the lower road <small>{small}</small></h1>")
    assert article.headline is not None
    assert article.headline.text == f"Flood shuts the lower road {small}"


@pytest.mark.parametrize("title", ["Bridge opens | {}", "Bridge opens - {}"])
def test_the_longest_part_of_a_title_may_be_the_sites_name(title: str) -> None:
    name = "The Harrow Bay Courier and Evening Post"
    article = parse_html(f"<title>{title.format(name)}</title><body><div>{name}</div>{''.join(PROSE)}")
    assert article.headline is None or article.headline.text != name


def test_a_day_in_a_short_first_paragraph_is_not_that_of_publication() -> None:
    opening = "<p>The road, which opened on 3 May 1911, is shut, the council said.</p>"
    body = f"<p class='byline'>By Ada Moss</p><div>{opening}{''.join(PROSE)}</div>"
    above = page(f"<p class='date'>14 March 2025, 14:20</p><h1>Flood shuts the lower road</h1>{body}", "")
    assert above.published is not None
    assert above.published.value == "2025-03-14T14:20"
    addressed = parse_html(
        f"<article><h1>Flood shuts the lower road</h1>{body}</article>", url="https://post.example/2025/03/14/flood"
    )
    assert addressed.published is not None
    assert addressed.published.value == "2025-03-14"


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("14 March 2025 By <a rel=author href=/ada>Ada Moss</a> <a href=#respond>Leave a Comment</a>", "Ada Moss"),
        ("By <span class=entry-author>Ada Moss</span> In <a href=/c>Pell, Harbour News</a>", "Ada Moss"),
        ("By Ada Moss <a href=#respond>Leave a Comment</a>", "Ada Moss"),
        ("By Ada Moss <a href=#respond>12 Comments</a>", "Ada Moss"),
        ("By <a href=/author/ada-moss>Ada Moss</a>, Pell Harbour", "Ada Moss"),
        ("By <a href=/author/ada-moss>Ada Moss</a>, <a href=/bo>Bo Li</a>", "Ada Moss; Bo Li"),
        ("By <a href=/ada>Ada Moss</a>, Bo Li", "Ada Moss; Bo Li"),
        ("By Ada Moss, San Orsa", "Ada Moss"),
        ("Von Anna Krüger, Bad Orsa", "Anna Krüger"),
        ("By Ada Moss, Bo Li", "Ada Moss; Bo Li"),
        ("BY ADA MOSS AND BO LI", "ADA MOSS; BO LI"),
        ("POR ANA RUIZ Y BO LI", "ANA RUIZ; BO LI"),
        ("By ROBERT E LEE", "ROBERT E LEE"),
        ("Posted by Super User", ""),
    ],
)
def test_the_names_of_a_byline(byline: str, authors: str) -> None:
    article = page(f"<h1>Flood shuts the lower road</h1><p class='entry-meta'>{byline}</p>")
    assert article.authors == tuple(filter(None, authors.split("; ")))


def test_the_second_of_two_is_an_author_where_the_page_says_so() -> None:
    stated = '<meta name="author" content="Ada Moss, Bo Li">'
    byline = "<p>By <a href=/author/ada-moss>Ada Moss</a>, Bo Li</p>"
    assert page(f"{stated}<h1>Flood shuts the lower road</h1>{byline}").authors == ("Ada Moss", "Bo Li")


@pytest.mark.parametrize(
    ("language", "line", "authors"),
    [
        ("en", "Submitted by <a href=/user/3>Ada Moss</a> on Fri, 03/14/2025 - 09:00", ("Ada Moss",)),
        ("es", "Enviado por Ada Moss el Vie, 14/03/2025 - 09:00", ("Ada Moss",)),
        ("fr", "Soumis par Ada Moss le ven, 14/03/2025 - 09:00", ("Ada Moss",)),
        ("de", "Gespeichert von Ada Moss am Fr., 14.03.2025 - 09:00", ("Ada Moss",)),
        ("it", "Inviato da Ada Moss il Ven, 14/03/2025 - 09:00", ("Ada Moss",)),
        ("nl", "Ingediend door Ada Moss op vr, 14/03/2025 - 09:00", ("Ada Moss",)),
        ("da", "Indsendt af Ada Moss den fre, 14/03/2025 - 09:00", ("Ada Moss",)),
        ("es", "Enviado por prensa el Vie, 14/03/2025 - 09:00", ()),
        ("en", "Harbour office sent 14 March 2025 09:00 to the desk", ()),
    ],
)
def test_a_line_named_for_a_date_says_who_sent_it_in_and_when(
    language: str, line: str, authors: tuple[str, ...]
) -> None:
    head = f"<h1>Flood shuts the lower road</h1><div class='node__submitted'>{line}</div>"
    article = parse_html(f"<article>{head}{''.join(PROSE)}</article>", language=language)
    assert article.authors == authors
    assert article.published is not None
    assert article.published.value == "2025-03-14T09:00"
    assert len(article.paragraphs) == len(PROSE)


def test_a_sentence_in_a_block_named_for_a_date_is_no_timestamp() -> None:
    line = "Last checked on 12 January 2025 by the harbour office, which pays for that."
    article = page(f"<h1>Flood shuts the lower road</h1><p class='post-meta'>{line}</p>")
    assert article.published is None
    assert article.paragraphs[0].text == line


@pytest.mark.parametrize("count", [3, 11], ids=["small", "page"])
def test_a_list_with_a_time_above_the_prose_is_the_head(count: int) -> None:
    items = "<li>Ada Moss<li>Role, harbour correspondent<li><time datetime=2025-03-14>14 March</time>"
    body = "".join(f"<p>{paragraph[3:-4]} So it went.</p>" for paragraph in (PROSE + PROSE[::-1])[:count])
    article = page(f"<h1>Flood shuts the lower road</h1><section><ul role=list>{items}</ul></section>", body)
    assert article.published is not None
    assert (article.published.value, article.authors) == ("2025-03-14", ("Ada Moss",))
    assert {block.type for section in article.sections for block in section.blocks} == {"paragraph"}


@pytest.mark.parametrize("count", [3, 9], ids=["small", "page"])
@pytest.mark.parametrize("title", ["Orsa Valley Herald: {}", "{} | Orsa Valley Herald", "Orsa Valley Herald - {}"])
@pytest.mark.parametrize("over", ["<br>", "</td></tr><tr><td>"])
def test_the_headline_is_a_line_that_is_a_part_of_the_title(title: str, count: int, over: str) -> None:
    """As old pages have it, whose paper is named in no other place than its masthead."""
    headline = "Dam gates stuck open for a week"
    head = f"<font size=5><b>{headline}</b></font>{over}<font size=2>By HAL MOSS</font>"
    article = parse_html(
        f"<title>{title.format(headline)}</title><table><tr><td><b>Orsa Valley Herald</b></td></tr>"
        f"<tr><td>{head}{''.join(PROSE[:count])}</td></tr></table>"
    )
    assert article.headline is not None
    assert (article.headline.text, article.headline.origin) == (headline, "line")
    assert article.authors == ("HAL MOSS",)
    assert len(article.paragraphs) == count


@pytest.mark.parametrize("tag", ["h2", "h3"])
@pytest.mark.parametrize("root", ["/", "https://notes.example/"])
def test_a_heading_that_leads_to_the_first_page_is_the_name_of_the_site(tag: str, root: str) -> None:
    post = f"<div class=post><{tag}>Quay shut for a year</{tag}>{''.join(PROSE)}</div>"
    article = parse_html(
        f"<title>Harbour Notes: Quay shut for a year</title><h1><a href={root}>Harbour Notes</a></h1>"
        f"<main><div class=day><h2>14 March 2025</h2><div class=posts><div>{post}</div></div></div></main>"
    )
    assert article.headline is not None
    assert article.headline.text == "Quay shut for a year"
    assert article.published is not None
    assert article.published.value == "2025-03-14"
    assert headings(article) == []


def test_the_name_of_the_site_is_the_headline_where_nothing_else_is() -> None:
    article = parse_html(f"<title>Harbour Notes: home</title><h1><a href=/>Harbour Notes</a></h1>{''.join(PROSE)}")
    assert article.headline is not None
    assert article.headline.text == "Harbour Notes"


def test_a_disclosure_above_the_article_does_not_sum_it_up() -> None:
    disclosure = "This post may contain affiliate links. Please read my disclosure policy."
    article = page(f"<h1>Flood shuts the lower road</h1><p class='disclosure'><em>{disclosure}</em></p>")
    assert article.standfirst is None
    assert len(article.paragraphs) == len(PROSE)


def test_the_last_step_of_the_way_to_a_page_is_not_its_headline() -> None:
    steps = "<li><a href='/'>Home</a></li><li><a href='/harbour'>Harbour</a></li><li><h1>Ferry is back</h1></li>"
    body = f"<p>{SUMMARY}.</p>" * 2 + f"<p>{SUMMARY}, and asks for patience.</p>" * 2
    page = f"<article><nav><ul>{steps}</ul></nav><h2>After ten days of storms the ferry is back</h2>{body}</article>"
    article = parse_html(f"<title>After ten days of storms the ferry is back</title>{page}")
    assert article.headline is not None
    assert article.headline.text == "After ten days of storms the ferry is back"
    assert not article.lists
    assert "Ferry is back" not in [section.heading.text for section in article.sections if section.heading]


@pytest.mark.parametrize("tag", ["figcaption", "figcaption><p", "figcaption><span"])
def test_what_a_picture_shows_sums_nothing_up(tag: str) -> None:
    shown = (
        "A ferry lies at the slip in Pell while the harbour waits for the tide that brings the others back, on Tuesday."
    )
    said = (
        "The council met on the quay at noon to hear what the harbour had to say about it, and nobody left till four.",
        "Nobody knew how long the ferry would be away, the harbour said, since no storm had been seen so early before.",
        "They asked for patience until June, when the new slip is to be opened by the mayor and two of her neighbours.",
    )
    article = parse_html(
        f"<title>Ferry is back</title><article><header><h1>Ferry is back</h1><figure><img src=a.jpg><{tag}>{shown}"
        f"</figure></header><div class=body>{''.join(f'<p>{text}</p>' for text in said * 4)}</div></article>"
    )
    assert article.standfirst is None
    assert [paragraph.text for paragraph in article.paragraphs[:3]] == [*said]
