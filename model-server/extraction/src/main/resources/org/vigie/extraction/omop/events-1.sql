-- Measurements with a LOINC concept, of the stays with ids in a range. The unit is the UCUM code of the unit concept, else as in the source.
WITH chosen AS (
    SELECT d.visit_detail_id, d.person_id, d.visit_detail_start_datetime, d.visit_detail_end_datetime
    FROM ${visit_detail} d
    WHERE d.visit_detail_id BETWEEN ? AND ?
)
SELECT c.visit_detail_id AS stay_id, m.measurement_datetime AS measured, k.concept_code AS code,
       COALESCE(u.concept_code, m.unit_source_value, '') AS unit,
       CAST(m.value_as_number AS DOUBLE PRECISION) AS value
FROM chosen c
JOIN ${measurement} m ON m.person_id = c.person_id
JOIN ${concept} k ON k.concept_id = m.measurement_concept_id
LEFT JOIN ${concept} u ON u.concept_id = m.unit_concept_id AND u.vocabulary_id = 'UCUM'
WHERE m.measurement_datetime BETWEEN c.visit_detail_start_datetime AND c.visit_detail_end_datetime
  AND m.value_as_number IS NOT NULL AND k.vocabulary_id = 'LOINC' AND k.concept_code IN (${items})
ORDER BY 1, 2, 3, 5
