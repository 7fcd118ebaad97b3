"""Whether others can read what Unknot exports: FHIR by fhir.resources, calendars by icalendar, tables by csv.

Run by `./x test`; by hand: UNKNOT=target/debug/unknot python3 crates/cli/tests/exports/check.py
"""

import csv
import datetime
import io
import os
import pathlib
import subprocess
import tempfile
import zoneinfo

import icalendar
from dateutil import rrule
from fhir.resources.R4B.bundle import Bundle

HERE = pathlib.Path(__file__).parent
GOLDEN = HERE.parent.parent.parent / "journal" / "tests"
UNKNOT = pathlib.Path(os.environ["UNKNOT"]).absolute()


def unknot(home, *args, zone="Europe/Berlin"):
    env = {**os.environ, "XDG_DATA_HOME": home, "TZ": zone}
    env.pop("UNKNOT_JOURNAL", None)
    ran = subprocess.run([UNKNOT, *args], env=env, check=True, capture_output=True)
    return ran.stdout.decode()


def check_fhir(text):
    bundle = Bundle.model_validate_json(text)
    resources = [entry.resource for entry in bundle.entry]
    kinds = {}
    for resource in resources:
        kinds.setdefault(resource.get_resource_type(), []).append(resource)
    assert set(kinds) == {"Patient", "Procedure", "Observation", "QuestionnaireResponse"}, kinds.keys()
    # Whoever is meant is in the bundle, and is nobody by name.
    names = {entry.fullUrl for entry in bundle.entry}
    assert len(names) == len(bundle.entry)
    patient = kinds["Patient"][0]
    assert patient.name is None and patient.birthDate is None and patient.telecom is None
    for resource in resources:
        for part in [getattr(resource, "subject", None), *(getattr(resource, "partOf", None) or [])]:
            assert part is None or part.reference in names, part
    for pain in kinds["Observation"]:
        assert pain.code.coding[0].system == "http://loinc.org" and pain.code.coding[0].code == "72514-3"
        assert 0 <= pain.valueInteger <= 10 and pain.effectiveDateTime.tzinfo is not None
    for session in kinds["Procedure"]:
        assert session.status in ("completed", "stopped")
        assert session.performedPeriod.start <= session.performedPeriod.end
    # A bundle that is wrong must be found out.
    for wrong in (text.replace('"final"', "7", 1), text.replace('"valueInteger": 5', '"valueInteger": "five"', 1)):
        try:
            Bundle.model_validate_json(wrong)
        except ValueError:
            continue
        raise AssertionError("a wrong bundle was not found out")
    print(f"fhir: {len(resources)} resources of R4")


def check_calendar(text, zone, at):
    calendar = icalendar.Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    start = event["DTSTART"].dt
    # The zone as it is written there, not as this computer knows it.
    own = calendar.walk("VTIMEZONE")[0].to_tz(lookup_tzid=False)
    rule = rrule.rrulestr(event["RRULE"].to_ical().decode(), dtstart=start.replace(tzinfo=None))
    offsets = set()
    days = list(rule)
    for wall in days:
        assert wall.time() == at and wall.weekday() < 5, wall
        wanted = wall.replace(tzinfo=zoneinfo.ZoneInfo(zone)).utcoffset()
        assert wall.replace(tzinfo=own).utcoffset() == wanted, (wall, zone)
        offsets.add(wanted)
    assert len(days) == 50 and event["SUMMARY"] and event["DURATION"].dt == datetime.timedelta(minutes=7)
    print(f"ics: {zone}, {len(days)} sessions at {at}, {len(offsets)} offsets")
    return len(offsets)


def check_table(text):
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len({len(row) for row in rows}) == 1, "rows of different lengths"
    assert not any(cell[:1] in ("=", "+", "-", "@", "\t", "\r") for row in rows for cell in row if cell)
    print(f"csv: {len(rows) - 1} rows")


with tempfile.TemporaryDirectory() as home:
    for golden in sorted(GOLDEN.glob("version-*.jsonl")):
        unknot(home, "journal", "import", str(golden))
    check_fhir(unknot(home, "journal", "export", "--format", "fhir", "--snomed"))
    check_table(unknot(home, "journal", "export", "--format", "csv"))
    morning = datetime.time(7, 30)
    spans = {"Europe/Berlin": 2, "America/New_York": 2, "Australia/Lord_Howe": 2, "Asia/Kolkata": 1, "Africa/Casablanca": 2}
    for zone, offsets in spans.items():
        # The clocks change within ten weeks of it, where they do.
        first = "2027-01-11" if zone == "Africa/Casablanca" else "2027-02-22"
        found = check_calendar(
            unknot(home, "journal", "export", "--format", "ics", "--at", "07:30", "--from", first, zone=zone),
            zone,
            morning,
        )
        assert found == offsets, (zone, found)
