-- The record as tables, for an oracle that shares no line with the program. Days are numbers, counted from 1970-01-01;
-- amounts and counts are hundredths; a fact is the place of its id in the order of ids.

CREATE TABLE fact (
    fact BIGINT, kind VARCHAR, first_day BIGINT, last_day BIGINT, dated INTEGER, known BIGINT, reported_last BIGINT);
CREATE TABLE bears (fact BIGINT, clause INTEGER, commitment INTEGER);
CREATE TABLE money (fact BIGINT, currency VARCHAR, stage VARCHAR, upper_limit INTEGER, least BIGINT);
CREATE TABLE number (fact BIGINT, counted VARCHAR, upper_limit INTEGER, least BIGINT);
CREATE TABLE tag (fact BIGINT, tag VARCHAR, name VARCHAR);
CREATE TABLE judging (fact BIGINT, commitment INTEGER, party VARCHAR, place INTEGER, standing INTEGER);

-- What corrects (`by_fact`) or retracts (`by_fact` null) a fact, and since when that is known.
CREATE TABLE displacing (fact BIGINT, by_fact BIGINT, known BIGINT);

CREATE TABLE commitment (commitment INTEGER, clause INTEGER, nature VARCHAR, review BIGINT);
CREATE TABLE test (
    commitment INTEGER, begins BIGINT, measure VARCHAR, currency VARCHAR, stage VARCHAR, counted VARCHAR, tag VARCHAR,
    schedule VARCHAR, threshold VARCHAR, any_kind INTEGER, window_first BIGINT, window_last BIGINT,
    never_first BIGINT, never_last BIGINT, lapses BIGINT, open_end INTEGER, grace_days BIGINT, missed INTEGER,
    slack BIGINT, percent BIGINT);
CREATE TABLE only_kind (commitment INTEGER, kind VARCHAR);
CREATE TABLE only_tag (commitment INTEGER, tag VARCHAR, name VARCHAR);
CREATE TABLE never_kind (commitment INTEGER, kind VARCHAR);
CREATE TABLE never_tag (commitment INTEGER, tag VARCHAR, name VARCHAR);

-- The periods of a schedule: the one up to the due day, each of a calendar, or the one throughout which it must hold.
-- `low` and `high` are what the value must reach and must not pass; null where there is no such end.
CREATE TABLE period (
    commitment INTEGER, place INTEGER, first_day BIGINT, last_day BIGINT, low BIGINT, high BIGINT);

-- What is asked: how a commitment stood on a day in the world, by what was known on a day.
CREATE TABLE ask (n INTEGER, commitment INTEGER, world BIGINT, known BIGINT);
