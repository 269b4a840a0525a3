-- Validated measurements of the stays with ids in a range. The local code (source concept) maps to LOINC; the unit is as in the source.
WITH chosen AS (
    SELECT d.visit_detail_id, d.person_id, d.visit_detail_start_datetime, d.visit_detail_end_datetime
    FROM ${visit_detail} d
    WHERE d.visit_detail_id BETWEEN ? AND ?
)
SELECT c.visit_detail_id AS stay_id, m.measurement_datetime AS measured, k.concept_code AS code,
       COALESCE(m.unit_source_value, '') AS unit,
       CAST(m.value_as_number AS DOUBLE PRECISION) AS value
FROM chosen c
JOIN ${measurement} m ON m.person_id = c.person_id
JOIN ${concept_relationship} r ON r.concept_id_1 = m.measurement_source_concept_id AND r.relationship_id = 'Maps to'
JOIN ${concept} k ON k.concept_id = r.concept_id_2
WHERE m.measurement_datetime BETWEEN c.visit_detail_start_datetime AND c.visit_detail_end_datetime
  AND ${row_is_valid} AND m.value_as_number IS NOT NULL
  AND k.vocabulary_id = 'LOINC' AND k.concept_code IN (${items})
ORDER BY 1, 2, 3, 5
