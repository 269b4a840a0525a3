-- Codes of the visits of stays with ids in a range. Diagnoses and procedures are source codes with the vocabulary of their concept; drugs given
-- during the stay have an ATC ancestor of the fifth level.
WITH chosen AS (
    SELECT d.visit_detail_id, d.visit_occurrence_id, d.visit_detail_start_datetime, d.visit_detail_end_datetime
    FROM ${visit_detail} d
    WHERE d.visit_detail_id BETWEEN ? AND ?
)
SELECT c.visit_detail_id AS stay_id, 'DIAGNOSIS' AS kind, k.vocabulary_id AS vocabulary, k.concept_code AS code,
       CAST(x.condition_start_datetime AS TIMESTAMP) AS coded
FROM chosen c
JOIN ${condition_occurrence} x ON x.visit_occurrence_id = c.visit_occurrence_id
JOIN ${concept} k ON k.concept_id = x.condition_source_concept_id
UNION ALL
SELECT c.visit_detail_id, 'PROCEDURE', k.vocabulary_id, k.concept_code, CAST(x.procedure_datetime AS TIMESTAMP)
FROM chosen c
JOIN ${procedure_occurrence} x ON x.visit_occurrence_id = c.visit_occurrence_id
JOIN ${concept} k ON k.concept_id = x.procedure_source_concept_id
UNION ALL
SELECT c.visit_detail_id, 'DRUG', 'ATC', k.concept_code, CAST(x.drug_exposure_start_datetime AS TIMESTAMP)
FROM chosen c
JOIN ${drug_exposure} x ON x.visit_occurrence_id = c.visit_occurrence_id
JOIN ${concept_ancestor} a ON a.descendant_concept_id = x.drug_concept_id
JOIN ${concept} k ON k.concept_id = a.ancestor_concept_id
WHERE k.vocabulary_id = 'ATC' AND LENGTH(k.concept_code) = 7
  AND x.drug_exposure_start_datetime BETWEEN c.visit_detail_start_datetime AND c.visit_detail_end_datetime
ORDER BY 1, 2, 3, 4, 5
