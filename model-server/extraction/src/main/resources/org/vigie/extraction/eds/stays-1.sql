-- OMOP 5.4 of a French health data warehouse. The first passage (RUM) in a unit of intensive care of each visit; death stands in person.
-- A visit without an end is not over: nobody knows its outcome, and it is left out.
WITH ordered AS (
    SELECT d.visit_detail_id, d.person_id, d.visit_occurrence_id, s.care_site_name,
           d.visit_detail_start_datetime, d.visit_detail_end_datetime,
           ROW_NUMBER() OVER (PARTITION BY d.visit_occurrence_id
                              ORDER BY d.visit_detail_start_datetime, d.visit_detail_id) AS turn
    FROM ${visit_detail} d
    JOIN ${care_site} s ON s.care_site_id = d.care_site_id
    WHERE ${icu_stay} AND d.visit_detail_start_datetime IS NOT NULL AND d.visit_detail_end_datetime IS NOT NULL
)
SELECT o.visit_detail_id AS stay_id,
       CAST(o.person_id AS VARCHAR) AS person_id,
       o.visit_detail_start_datetime AS admitted,
       o.visit_detail_end_datetime AS discharged,
       CAST(EXTRACT(YEAR FROM o.visit_detail_start_datetime) - p.year_of_birth AS DOUBLE PRECISION) AS age_years,
       UPPER(p.${sex}) AS sex,
       o.care_site_name AS care_unit,
       COALESCE(v.visit_end_datetime, CAST(v.visit_end_date AS TIMESTAMP)) AS left_hospital,
       p.${death_datetime} AS died,
       CASE WHEN CAST(p.${death_datetime} AS DATE) <= COALESCE(CAST(v.visit_end_datetime AS DATE), v.visit_end_date) THEN 1 ELSE 0 END AS died_in_hospital
FROM ordered o
JOIN ${person} p ON p.person_id = o.person_id
JOIN ${visit_occurrence} v ON v.visit_occurrence_id = o.visit_occurrence_id
WHERE o.turn = 1 AND COALESCE(CAST(v.visit_end_datetime AS DATE), v.visit_end_date) IS NOT NULL
ORDER BY o.visit_detail_id
