package org.vigie.extraction;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Makes OMOP tables of the MIMIC-IV demo that {@link DemoTables} loaded, in the same database. Codes are LOINC, units those of the items.
 *
 * @param catalogue folder of {@code variables.csv} and {@code mimic-iv-items.csv}
 */
record DemoOmopTables(Path catalogue) {
    void make(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements()) {
                statement.execute(each.replace("CATALOGUE", catalogue.toString()));
            }
        }
    }

    private static List<String> statements() {
        return List.of(
                "CREATE TABLE item AS SELECT CAST(itemid AS INTEGER) AS itemid, variable, unit"
                        + " FROM read_csv('CATALOGUE/mimic-iv-items.csv', all_varchar = true)",
                "CREATE TABLE variable AS SELECT variable, loinc FROM read_csv('CATALOGUE/variables.csv', all_varchar = true)"
                        + " WHERE loinc IS NOT NULL",
                "CREATE TABLE concept AS SELECT row_number() OVER (ORDER BY loinc) AS concept_id, loinc AS concept_code,"
                        + " 'LOINC' AS vocabulary_id FROM (SELECT DISTINCT loinc FROM variable)",
                "CREATE TABLE measurement AS SELECT c.subject_id AS person_id, c.charttime AS measurement_datetime,"
                        + " k.concept_id AS measurement_concept_id, 0 AS unit_concept_id, i.unit AS unit_source_value,"
                        + " c.valuenum AS value_as_number FROM coded c JOIN item i ON i.itemid = c.itemid"
                        + " JOIN variable v ON v.variable = i.variable JOIN concept k ON k.concept_code = v.loinc",
                "CREATE TABLE person AS SELECT subject_id AS person_id, anchor_year - anchor_age AS year_of_birth,"
                        + " CASE gender WHEN 'F' THEN 8532 ELSE 8507 END AS gender_concept_id FROM mimiciv_hosp.patients",
                "CREATE TABLE death AS SELECT subject_id AS person_id, CAST(deathtime AS DATE) AS death_date,"
                        + " deathtime AS death_datetime FROM mimiciv_hosp.admissions WHERE deathtime IS NOT NULL",
                "CREATE TABLE visit_occurrence AS SELECT hadm_id AS visit_occurrence_id,"
                        + " CAST(dischtime AS DATE) AS visit_end_date, CAST(dischtime AS TIMESTAMP) AS visit_end_datetime"
                        + " FROM mimiciv_hosp.admissions",
                "CREATE TABLE care_site AS SELECT row_number() OVER (ORDER BY first_careunit) AS care_site_id,"
                        + " first_careunit AS care_site_name FROM (SELECT DISTINCT first_careunit FROM mimiciv_icu.icustays)",
                "CREATE TABLE visit_detail AS SELECT s.stay_id AS visit_detail_id, s.subject_id AS person_id,"
                        + " s.hadm_id AS visit_occurrence_id, c.care_site_id, s.intime AS visit_detail_start_datetime,"
                        + " s.outtime AS visit_detail_end_datetime, 32037 AS visit_detail_concept_id"
                        + " FROM mimiciv_icu.icustays s JOIN care_site c ON c.care_site_name = s.first_careunit");
    }
}
