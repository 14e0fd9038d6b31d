"""Small plans as other programs write them."""

from collections.abc import Mapping
from typing import Any

TASK = """<Task><UID>{uid}</UID><ID>{uid}</ID><Name>{name}</Name><OutlineLevel>{level}</OutlineLevel>{more}</Task>"""


def a_task(uid: int, name: str, level: int = 1, *links: str, days: int = 1, **fields: Any) -> str:
    told = {"Duration": f"PT{days * 8}H0M0S", "DurationFormat": 7, **fields}
    more = "".join(f"<{field}>{value}</{field}>" for field, value in told.items()) + "".join(links)
    return TASK.format(uid=uid, name=name, level=level, more=more)


def a_link(before: int, type_: int = 1, lag: int = 0, format_: int = 7) -> str:
    return (
        f"<PredecessorLink><PredecessorUID>{before}</PredecessorUID><Type>{type_}</Type>"
        f"<LinkLag>{lag}</LinkLag><LagFormat>{format_}</LagFormat></PredecessorLink>"
    )


WEEK = "".join(
    f"<WeekDay><DayType>{day}</DayType><DayWorking>{int(day not in (1, 7))}</DayWorking></WeekDay>"
    for day in range(1, 8)
)
CALENDAR = f"""<Calendars><Calendar><UID>1</UID><WeekDays>{WEEK}</WeekDays><Exceptions><Exception><Name>Founders</Name>
<Type>1</Type><DayWorking>0</DayWorking><TimePeriod><FromDate>2026-03-04T00:00:00</FromDate>
<ToDate>2026-03-04T23:59:00</ToDate></TimePeriod></Exception></Exceptions></Calendar></Calendars>"""
PEOPLE = """<Resources><Resource><UID>7</UID><Name>Mara Lind</Name><Type>1</Type>
<EmailAddress>mara@example.org</EmailAddress></Resource><Resource><UID>8</UID><Name>Cement</Name><Type>0</Type></Resource></Resources>"""


def a_project(*tasks: str, assigned: Mapping[int, int] | None = None, name: str = "Loom") -> bytes:
    """A project that starts on Monday 2 March 2026; `assigned` is task → resource."""
    pairs = "".join(
        f"<Assignment><TaskUID>{task}</TaskUID><ResourceUID>{who}</ResourceUID></Assignment>"
        for task, who in (assigned or {}).items()
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Project xmlns="http://schemas.microsoft.com/project">'
        f"<Title>{name}</Title><StartDate>2026-03-02T08:00:00</StartDate><MinutesPerDay>480</MinutesPerDay>"
        f"<CalendarUID>1</CalendarUID>{CALENDAR}<Tasks>{''.join(tasks)}</Tasks>{PEOPLE}"
        f"<Assignments>{pairs}</Assignments></Project>"
    ).encode()


GAN = """<?xml version="1.0" encoding="UTF-8"?>
<project name="Loom" version="3.0"><calendars><day-types><default-week id="1" name="default" sun="1" mon="0" tue="0"
wed="0" thu="0" fri="0" sat="1"/></day-types><date year="2026" month="3" date="4" type="HOLIDAY">
<![CDATA[Founders]]></date>
<date year="" month="12" date="25" type="HOLIDAY">Christmas</date></calendars>
<tasks><task id="0" name="Marketing" meeting="false" start="2026-03-02" duration="6" complete="0">
<task id="1" name="Draft page" meeting="false" start="2026-03-02" duration="3" complete="50" priority="2">
<notes><![CDATA[Two columns]]></notes><depend id="2" type="2" difference="1" hardness="Strong"/></task>
<task id="2" name="Review page" meeting="false" start="2026-03-09" duration="2" complete="0"/></task>
<task id="3" name="Launch" meeting="true" start="2026-03-12" duration="0" complete="0"/></tasks>
<resources><resource id="0" name="Mara Lind" contacts="mara@example.org"/>
<resource id="1" name="Otis Reed"/></resources>
<allocations><allocation task-id="1" resource-id="1" responsible="false"/>
<allocation task-id="1" resource-id="0" responsible="true"/></allocations></project>"""

TABLE = """Task ID,Task name,Section,Assignee,Start date,Due date,% complete,Status,Priority,Depends on
1,Draft page,Marketing,Mara Lind,2026-03-02,2026-03-05,50 %,,High,
2,Review page,Marketing,Otis Reed;June Park,2026-03-09,2026-03-10,,To Do,Low,1FS+1d
3,Launch,Launch,,2026-03-12,2026-03-12,,,,2
"""
