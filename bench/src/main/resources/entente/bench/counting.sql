-- Which facts count for which period of which test, whatever is asked: sections 3 and 5 of docs/spec/algebra.md, as far
-- as neither the world date nor the known date matters.

CREATE TABLE carried AS
WITH candidate AS (
    SELECT DISTINCT t.commitment, b.fact
    FROM test t
    JOIN commitment c ON c.commitment = t.commitment
    JOIN bears b ON b.clause = c.clause AND (b.commitment IS NULL OR b.commitment = c.commitment))
SELECT c.commitment, c.fact, SUM(m.least) AS given, '' AS named
FROM candidate c
JOIN test t ON t.commitment = c.commitment AND t.measure = 'money'
JOIN money m ON m.fact = c.fact AND m.currency = t.currency AND m.stage = t.stage
GROUP BY c.commitment, c.fact
HAVING MAX(m.upper_limit) = 0
UNION ALL
SELECT c.commitment, c.fact, MIN(n.least), ''
FROM candidate c
JOIN test t ON t.commitment = c.commitment AND t.measure IN ('total', 'latest', 'least')
JOIN number n ON n.fact = c.fact AND n.counted = t.counted
GROUP BY c.commitment, c.fact
HAVING COUNT(*) = 1 AND MAX(n.upper_limit) = 0
UNION ALL
SELECT c.commitment, c.fact, 100, ''
FROM candidate c
JOIN test t ON t.commitment = c.commitment AND t.measure = 'facts'
UNION ALL
SELECT c.commitment, c.fact, 0, g.name
FROM candidate c
JOIN test t ON t.commitment = c.commitment AND t.measure = 'distinct'
JOIN tag g ON g.fact = c.fact AND g.tag = t.tag;

-- Those that name no value of a tag that is asked for, or one that is not allowed.
CREATE TABLE outside AS
WITH asked AS (SELECT DISTINCT commitment, tag FROM only_tag)
SELECT DISTINCT c.commitment, c.fact
FROM carried c
JOIN asked a ON a.commitment = c.commitment
LEFT JOIN tag g ON g.fact = c.fact AND g.tag = a.tag
LEFT JOIN only_tag o ON o.commitment = a.commitment AND o.tag = a.tag AND o.name = g.name
WHERE o.name IS NULL;

-- Those that name a value that may never count.
CREATE TABLE barred AS
SELECT DISTINCT c.commitment, c.fact
FROM carried c
JOIN never_tag n ON n.commitment = c.commitment
JOIN tag g ON g.fact = c.fact AND g.tag = n.tag AND g.name = n.name;

CREATE TABLE passed AS
SELECT c.commitment, c.fact, c.given, c.named, f.first_day, f.last_day, f.dated, f.known, t.schedule, t.measure
FROM carried c
JOIN fact f ON f.fact = c.fact
JOIN test t ON t.commitment = c.commitment
LEFT JOIN only_kind ok ON ok.commitment = c.commitment AND ok.kind = f.kind
LEFT JOIN never_kind nk ON nk.commitment = c.commitment AND nk.kind = f.kind
LEFT JOIN outside o ON o.commitment = c.commitment AND o.fact = c.fact
LEFT JOIN barred b ON b.commitment = c.commitment AND b.fact = c.fact
WHERE f.last_day >= t.begins
    AND (t.any_kind = 1 OR ok.kind IS NOT NULL)
    AND nk.kind IS NULL
    AND o.fact IS NULL
    AND b.fact IS NULL
    AND (t.window_first IS NULL
        OR f.dated = 1 AND f.first_day >= t.window_first AND f.last_day <= t.window_last)
    AND (t.never_first IS NULL OR f.last_day < t.never_first OR f.first_day > t.never_last);

CREATE TABLE counting AS
SELECT s.commitment, p.place, s.fact, s.given, s.named, s.last_day, s.known,
    s.last_day * 10000000000 + s.fact AS newest
FROM passed s
JOIN period p ON p.commitment = s.commitment
WHERE s.schedule = 'by'
    OR (s.schedule = 'throughout' OR s.schedule = 'each' AND s.measure = 'least')
        AND s.last_day >= p.first_day AND s.first_day <= p.last_day
    OR s.schedule = 'each' AND s.measure <> 'least'
        AND s.dated = 1 AND s.first_day >= p.first_day AND s.last_day <= p.last_day;
