-- Codes of the admissions of stays with ids in a range. A diagnosis has no time; a drug has a national drug code and no ATC code.
WITH chosen AS (
    SELECT s.stay_id, s.hadm_id, s.intime, s.outtime
    FROM ${icustays} s
    WHERE s.stay_id BETWEEN ? AND ?
)
SELECT c.stay_id AS stay_id, 'DIAGNOSIS' AS kind, CASE d.icd_version WHEN 9 THEN 'ICD9CM' ELSE 'ICD10CM' END AS vocabulary,
       CAST(d.icd_code AS VARCHAR) AS code, CAST(NULL AS TIMESTAMP) AS coded
FROM chosen c
JOIN ${diagnoses_icd} d ON d.hadm_id = c.hadm_id
UNION ALL
SELECT c.stay_id, 'PROCEDURE', CASE p.icd_version WHEN 9 THEN 'ICD9Proc' ELSE 'ICD10PCS' END, CAST(p.icd_code AS VARCHAR),
       CAST(p.chartdate AS TIMESTAMP)
FROM chosen c
JOIN ${procedures_icd} p ON p.hadm_id = c.hadm_id
UNION ALL
SELECT c.stay_id, 'DRUG', 'NDC', CAST(r.ndc AS VARCHAR), CAST(r.starttime AS TIMESTAMP)
FROM chosen c
JOIN ${prescriptions} r ON r.hadm_id = c.hadm_id
WHERE CAST(r.ndc AS VARCHAR) <> '0' AND r.starttime BETWEEN c.intime AND c.outtime
ORDER BY 1, 2, 3, 4, 5
