-- How each commitment asked for stood. Standings are numbers: 0 kept, 1 kept late, 2 on course, 3 not yet due,
-- 4 no evidence, 5 cannot be judged, 6 late, 7 broken. Sections 1, 2, 5 of docs/spec/algebra.md.

WITH gone AS (
    SELECT d.fact, d.known AS since, MIN(r.known) AS until
    FROM displacing d
    LEFT JOIN displacing r ON r.fact = d.by_fact AND r.by_fact IS NULL
    GROUP BY d.fact, d.by_fact, d.known),
seen AS (
    SELECT a.n, c.place, c.fact, c.given, c.named, c.last_day, c.newest
    FROM ask a
    JOIN counting c ON c.commitment = a.commitment AND c.known <= a.known AND c.last_day <= a.world
    WHERE NOT EXISTS (
        SELECT 1 FROM gone g
        WHERE g.fact = c.fact AND g.since <= a.known AND (g.until IS NULL OR g.until > a.known))),
term AS (
    SELECT a.n, a.commitment, a.world, t.measure, t.schedule, t.begins, t.open_end, t.lapses, t.missed,
        t.slack, t.percent, p.place, p.first_day, p.last_day, p.low, p.high,
        p.last_day + t.grace_days AS grace,
        CASE WHEN t.schedule <> 'by' THEN 1000000
            WHEN t.measure IN ('money', 'total', 'facts', 'distinct') AND t.threshold = 'at_most' THEN p.last_day
            WHEN t.lapses IS NULL THEN 1000000
            WHEN t.lapses > p.last_day + t.grace_days THEN t.lapses
            ELSE p.last_day + t.grace_days END AS end_day,
        CASE WHEN t.measure IN ('money', 'total', 'facts', 'distinct') AND t.threshold IN ('at_least', 'table')
            THEN 1 ELSE 0 END AS reaches,
        CASE WHEN t.measure IN ('money', 'total', 'facts', 'distinct') AND t.threshold = 'at_most'
            THEN 1 ELSE 0 END AS cap,
        CASE WHEN t.measure = 'latest' THEN 1 ELSE 0 END AS snapshot,
        CASE WHEN t.threshold IN ('at_least', 'table') THEN 1 ELSE 0 END AS upward
    FROM ask a
    JOIN test t ON t.commitment = a.commitment
    JOIN period p ON p.commitment = a.commitment),
tally AS (
    SELECT t.n, t.place,
        COUNT(s.fact) AS counted,
        SUM(CASE WHEN s.last_day <= t.end_day THEN 1 ELSE 0 END) AS in_end,
        MAX(s.last_day) AS newest_day,
        MAX(CASE WHEN s.last_day <= t.last_day THEN s.newest END) AS newest_due,
        MAX(CASE WHEN s.last_day <= t.grace THEN s.newest END) AS newest_grace,
        MAX(CASE WHEN s.last_day <= t.end_day THEN s.newest END) AS newest_end,
        CASE WHEN t.measure = 'distinct' THEN 100 * COUNT(DISTINCT CASE WHEN s.last_day <= t.last_day THEN s.named END)
            WHEN t.measure = 'least' THEN MIN(CASE WHEN s.last_day <= t.last_day THEN s.given END)
            ELSE SUM(CASE WHEN s.last_day <= t.last_day THEN s.given END) END AS sum_due,
        CASE WHEN t.measure = 'distinct' THEN 100 * COUNT(DISTINCT CASE WHEN s.last_day <= t.grace THEN s.named END)
            WHEN t.measure = 'least' THEN MIN(CASE WHEN s.last_day <= t.grace THEN s.given END)
            ELSE SUM(CASE WHEN s.last_day <= t.grace THEN s.given END) END AS sum_grace,
        CASE WHEN t.measure = 'distinct' THEN 100 * COUNT(DISTINCT CASE WHEN s.last_day <= t.end_day THEN s.named END)
            WHEN t.measure = 'least' THEN MIN(CASE WHEN s.last_day <= t.end_day THEN s.given END)
            ELSE SUM(CASE WHEN s.last_day <= t.end_day THEN s.given END) END AS sum_end
    FROM term t
    LEFT JOIN seen s ON s.n = t.n AND s.place = t.place
    GROUP BY t.n, t.place, t.measure),
worth AS (
    SELECT t.*, y.counted, y.in_end, y.newest_day, y.newest_due, y.newest_grace, y.newest_end,
        CASE WHEN y.newest_due IS NULL THEN NULL WHEN t.snapshot = 1 THEN d.given ELSE y.sum_due END AS due_value,
        CASE WHEN y.newest_grace IS NULL THEN NULL ELSE y.sum_grace END AS grace_value,
        CASE WHEN y.newest_end IS NULL THEN NULL WHEN t.snapshot = 1 THEN e.given ELSE y.sum_end END AS end_value
    FROM term t
    JOIN tally y ON y.n = t.n AND y.place = t.place
    LEFT JOIN counting d ON t.snapshot = 1
        AND d.commitment = t.commitment AND d.place = t.place AND d.newest = y.newest_due
    LEFT JOIN counting e ON t.snapshot = 1
        AND e.commitment = t.commitment AND e.place = t.place AND e.newest = y.newest_end),
met AS (
    SELECT w.*,
        CASE WHEN due_value IS NOT NULL
            AND (low IS NULL OR 100 * due_value >= 100 * low - 100 * slack - percent * ABS(low))
            AND (high IS NULL OR 100 * due_value <= 100 * high + 100 * slack + percent * ABS(high))
            THEN 1 ELSE 0 END AS met_due,
        CASE WHEN grace_value IS NOT NULL
            AND (low IS NULL OR 100 * grace_value >= 100 * low - 100 * slack - percent * ABS(low))
            AND (high IS NULL OR 100 * grace_value <= 100 * high + 100 * slack + percent * ABS(high))
            THEN 1 ELSE 0 END AS met_grace,
        CASE WHEN end_value IS NOT NULL
            AND (low IS NULL OR 100 * end_value >= 100 * low - 100 * slack - percent * ABS(low))
            AND (high IS NULL OR 100 * end_value <= 100 * high + 100 * slack + percent * ABS(high))
            THEN 1 ELSE 0 END AS met_end
    FROM worth w),
judged_row AS (
    SELECT m.*,
        CASE schedule
        WHEN 'by' THEN CASE
            WHEN counted = 0 OR cap = 1 AND in_end = 0
                THEN CASE WHEN world > grace OR open_end = 1 AND world >= begins THEN 4 ELSE 3 END
            WHEN cap = 1 THEN CASE WHEN met_end = 0 THEN 7 WHEN world > last_day THEN 0 ELSE 2 END
            WHEN reaches = 1 AND met_grace = 1 THEN 0
            WHEN reaches = 0 AND world > last_day AND met_due = 1
                AND (snapshot = 0 OR upward = 1 OR newest_due >= last_day * 10000000000) THEN 0
            WHEN world <= grace THEN 2
            WHEN met_end = 1 AND (snapshot = 0 OR upward = 1 OR newest_end >= last_day * 10000000000) THEN 1
            WHEN snapshot = 1 AND newest_day < last_day THEN 4
            WHEN lapses IS NOT NULL AND world > lapses THEN 7
            ELSE 6 END
        WHEN 'each' THEN CASE
            WHEN world < first_day OR counted = 0 THEN CASE WHEN world > grace THEN 4 ELSE 3 END
            WHEN met_end = 1 THEN CASE WHEN reaches = 1 OR world > last_day THEN 0 ELSE 2 END
            WHEN cap = 1 THEN 7
            WHEN world <= grace THEN 2
            WHEN world > lapses THEN 7
            ELSE 6 END
        ELSE CASE
            WHEN world < first_day THEN 3
            WHEN counted = 0 THEN 4
            WHEN reaches = 1 THEN CASE WHEN met_end = 1 THEN 0 WHEN world > grace THEN 7 ELSE 2 END
            WHEN met_end = 0 THEN 7
            WHEN world > last_day THEN 0
            ELSE 2 END
        END AS standing
    FROM met m),
missing AS (
    SELECT r.*,
        CASE WHEN schedule = 'each' AND counted > 0 AND met_end = 0 AND (world > last_day OR standing = 7)
            THEN 1 ELSE 0 END AS missed_here
    FROM judged_row r),
forgiven AS (
    SELECT n,
        CASE WHEN missed_here = 1
            AND SUM(missed_here) OVER (PARTITION BY n ORDER BY place ROWS UNBOUNDED PRECEDING) <= missed
            THEN CASE WHEN reaches = 1 OR world > last_day THEN 0 ELSE 2 END
            ELSE standing END AS standing
    FROM missing),
measured AS (
    SELECT n,
        CASE WHEN MAX(standing) = 7 THEN 7
            WHEN MAX(standing) = 6 THEN 6
            WHEN MAX(standing) = 4 THEN 4
            WHEN MAX(standing) <= 1 THEN MAX(standing)
            WHEN MIN(standing) = 3 THEN 3
            ELSE 2 END AS standing
    FROM forgiven
    GROUP BY n),
voice AS (
    SELECT a.n, j.standing,
        ROW_NUMBER() OVER (
            PARTITION BY a.n, j.party
            ORDER BY f.last_day DESC, f.reported_last DESC, f.fact DESC, j.place DESC) AS age
    FROM ask a
    JOIN commitment c ON c.commitment = a.commitment AND c.nature = 'judged'
    JOIN judging j ON j.commitment = a.commitment
    JOIN fact f ON f.fact = j.fact AND f.known <= a.known AND f.last_day <= a.world
    WHERE NOT EXISTS (
        SELECT 1 FROM gone g
        WHERE g.fact = f.fact AND g.since <= a.known AND (g.until IS NULL OR g.until > a.known))),
judged AS (SELECT n, MAX(standing) AS standing FROM voice WHERE age = 1 GROUP BY n)
SELECT a.n,
    CASE c.nature
        WHEN 'principle' THEN 5
        WHEN 'judged' THEN COALESCE(j.standing, CASE WHEN a.world <= c.review THEN 3 ELSE 4 END)
        ELSE m.standing END AS standing
FROM ask a
JOIN commitment c ON c.commitment = a.commitment
LEFT JOIN measured m ON m.n = a.n
LEFT JOIN judged j ON j.n = a.n
ORDER BY a.n;
