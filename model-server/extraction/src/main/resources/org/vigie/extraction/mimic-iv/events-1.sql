-- Charted values, laboratory values and urine of the stays with ids in a range. An item has one unit (mimic-iv-items.csv).
WITH chosen AS (
    SELECT s.stay_id, s.subject_id, s.intime, s.outtime
    FROM ${icustays} s
    WHERE s.stay_id BETWEEN ? AND ?
)
SELECT c.stay_id AS stay_id, e.charttime AS measured, CAST(e.itemid AS VARCHAR) AS code, '' AS unit,
       CAST(e.valuenum AS DOUBLE PRECISION) AS value
FROM chosen c
JOIN ${chartevents} e ON e.stay_id = c.stay_id
WHERE e.charttime BETWEEN c.intime AND c.outtime AND e.valuenum IS NOT NULL AND e.itemid IN (${items})
UNION ALL
SELECT c.stay_id, l.charttime, CAST(l.itemid AS VARCHAR), '', CAST(l.valuenum AS DOUBLE PRECISION)
FROM chosen c
JOIN ${labevents} l ON l.subject_id = c.subject_id
WHERE l.charttime BETWEEN c.intime AND c.outtime AND l.valuenum IS NOT NULL AND l.itemid IN (${items})
UNION ALL
SELECT c.stay_id, o.charttime, CAST(o.itemid AS VARCHAR), '', CAST(o.value AS DOUBLE PRECISION)
FROM chosen c
JOIN ${outputevents} o ON o.stay_id = c.stay_id
WHERE o.charttime BETWEEN c.intime AND c.outtime AND o.value IS NOT NULL AND o.itemid IN (${items})
ORDER BY 1, 2, 3, 5
