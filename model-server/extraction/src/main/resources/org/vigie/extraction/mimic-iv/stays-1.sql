-- MIMIC-IV 2.2 and 3.1. The first stay in intensive care of each admission to hospital.
WITH ordered AS (
    SELECT s.stay_id, s.subject_id, s.hadm_id, s.intime, s.outtime, s.first_careunit,
           ROW_NUMBER() OVER (PARTITION BY s.hadm_id ORDER BY s.intime, s.stay_id) AS turn
    FROM ${icustays} s
    WHERE s.intime IS NOT NULL AND s.outtime IS NOT NULL
)
SELECT o.stay_id AS stay_id,
       CAST(o.subject_id AS VARCHAR) AS person_id,
       o.intime AS admitted,
       o.outtime AS discharged,
       CAST(p.anchor_age + EXTRACT(YEAR FROM o.intime) - p.anchor_year AS DOUBLE PRECISION) AS age_years,
       p.gender AS sex,
       o.first_careunit AS care_unit,
       a.dischtime AS left_hospital,
       a.deathtime AS died,
       CAST(a.hospital_expire_flag AS INTEGER) AS died_in_hospital
FROM ordered o
JOIN ${patients} p ON p.subject_id = o.subject_id
JOIN ${admissions} a ON a.hadm_id = o.hadm_id
WHERE o.turn = 1
ORDER BY o.stay_id
