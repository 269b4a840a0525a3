-- Codes of the visits of stays with ids in a range. Diagnoses (CIM-10) and procedures (CCAM) are source codes; drugs given during the stay
-- have a source code that maps to ATC.
WITH chosen AS (
    SELECT d.visit_detail_id, d.visit_occurrence_id, d.visit_detail_start_datetime, d.visit_detail_end_datetime
    FROM ${visit_detail} d
    WHERE d.visit_detail_id BETWEEN ? AND ?
)
SELECT c.visit_detail_id AS stay_id, 'DIAGNOSIS' AS kind, 'CIM10' AS vocabulary, x.${diagnosis_code} AS code,
       CAST(x.condition_start_datetime AS TIMESTAMP) AS coded
FROM chosen c
JOIN ${condition_occurrence} x ON x.visit_occurrence_id = c.visit_occurrence_id
WHERE x.${diagnosis_code} IS NOT NULL
UNION ALL
SELECT c.visit_detail_id, 'PROCEDURE', 'CCAM', x.${procedure_code}, CAST(x.procedure_datetime AS TIMESTAMP)
FROM chosen c
JOIN ${procedure_occurrence} x ON x.visit_occurrence_id = c.visit_occurrence_id
WHERE x.${procedure_code} IS NOT NULL
UNION ALL
SELECT c.visit_detail_id, 'DRUG', 'ATC', k.concept_code, CAST(x.drug_exposure_start_datetime AS TIMESTAMP)
FROM chosen c
JOIN ${drug_exposure} x ON x.visit_occurrence_id = c.visit_occurrence_id
JOIN ${concept_relationship} r ON r.concept_id_1 = x.drug_source_concept_id AND r.relationship_id = 'Maps to'
JOIN ${concept} k ON k.concept_id = r.concept_id_2
WHERE k.vocabulary_id = 'ATC'
  AND x.drug_exposure_start_datetime BETWEEN c.visit_detail_start_datetime AND c.visit_detail_end_datetime
ORDER BY 1, 2, 3, 4, 5
