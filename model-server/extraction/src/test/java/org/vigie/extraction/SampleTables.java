package org.vigie.extraction;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists the statements that create the tables of a layout, with the columns that the extraction reads. */
enum SampleTables {
    ;

    private static final List<String> MIMIC = List.of(
            "CREATE SCHEMA mimiciv_icu",
            "CREATE SCHEMA mimiciv_hosp",
            "CREATE TABLE mimiciv_hosp.patients (subject_id INTEGER, gender VARCHAR, anchor_age INTEGER, anchor_year"
                    + " INTEGER)",
            "CREATE TABLE mimiciv_hosp.admissions (hadm_id INTEGER, dischtime TIMESTAMP, deathtime TIMESTAMP,"
                    + " hospital_expire_flag SMALLINT)",
            "CREATE TABLE mimiciv_icu.icustays (subject_id INTEGER, hadm_id INTEGER, stay_id INTEGER,"
                    + " first_careunit VARCHAR, intime TIMESTAMP, outtime TIMESTAMP)",
            "CREATE TABLE mimiciv_icu.chartevents (stay_id INTEGER, charttime TIMESTAMP, itemid INTEGER,"
                    + " valuenum DOUBLE PRECISION)",
            "CREATE TABLE mimiciv_icu.outputevents (stay_id INTEGER, charttime TIMESTAMP, itemid INTEGER,"
                    + " value DOUBLE PRECISION)",
            "CREATE TABLE mimiciv_hosp.labevents (subject_id INTEGER, charttime TIMESTAMP, itemid INTEGER,"
                    + " valuenum DOUBLE PRECISION)",
            "CREATE TABLE mimiciv_hosp.diagnoses_icd (hadm_id INTEGER, icd_code VARCHAR, icd_version INTEGER)",
            "CREATE TABLE mimiciv_hosp.procedures_icd (hadm_id INTEGER, chartdate DATE, icd_code VARCHAR, icd_version"
                    + " INTEGER)",
            "CREATE TABLE mimiciv_hosp.prescriptions (hadm_id INTEGER, starttime TIMESTAMP, ndc VARCHAR)");

    private static final List<String> BOTH = List.of(
            "CREATE TABLE concept (concept_id INTEGER, concept_code VARCHAR, vocabulary_id VARCHAR)",
            "CREATE TABLE visit_occurrence (visit_occurrence_id INTEGER, visit_end_date DATE, visit_end_datetime"
                    + " TIMESTAMP)",
            "CREATE TABLE care_site (care_site_id INTEGER, care_site_name VARCHAR)");

    private static final List<String> OMOP = List.of(
            "CREATE TABLE person (person_id INTEGER, year_of_birth INTEGER, gender_concept_id INTEGER)",
            "CREATE TABLE death (person_id INTEGER, death_date DATE, death_datetime TIMESTAMP)",
            "CREATE TABLE visit_detail (visit_detail_id INTEGER, person_id INTEGER, visit_occurrence_id INTEGER,"
                    + " care_site_id INTEGER, visit_detail_start_datetime TIMESTAMP, visit_detail_end_datetime TIMESTAMP,"
                    + " visit_detail_concept_id INTEGER)",
            "CREATE TABLE measurement (person_id INTEGER, measurement_datetime TIMESTAMP, measurement_concept_id"
                    + " INTEGER, unit_concept_id INTEGER, unit_source_value VARCHAR, value_as_number DOUBLE PRECISION)",
            "CREATE TABLE concept_ancestor (ancestor_concept_id INTEGER, descendant_concept_id INTEGER)",
            "CREATE TABLE condition_occurrence (visit_occurrence_id INTEGER, condition_source_concept_id INTEGER,"
                    + " condition_start_datetime TIMESTAMP)",
            "CREATE TABLE procedure_occurrence (visit_occurrence_id INTEGER, procedure_source_concept_id INTEGER,"
                    + " procedure_datetime TIMESTAMP)",
            "CREATE TABLE drug_exposure (visit_occurrence_id INTEGER, drug_concept_id INTEGER,"
                    + " drug_exposure_start_datetime TIMESTAMP)");

    private static final List<String> EDS = List.of(
            "CREATE TABLE person (person_id INTEGER, year_of_birth INTEGER, gender_source_value VARCHAR,"
                    + " death_datetime TIMESTAMP)",
            "CREATE TABLE visit_detail (visit_detail_id INTEGER, person_id INTEGER, visit_occurrence_id INTEGER,"
                    + " care_site_id INTEGER, visit_detail_start_datetime TIMESTAMP, visit_detail_end_datetime TIMESTAMP,"
                    + " visit_detail_type_source_value VARCHAR)",
            "CREATE TABLE measurement (person_id INTEGER, measurement_datetime TIMESTAMP,"
                    + " measurement_source_concept_id INTEGER, unit_source_value VARCHAR, value_as_number DOUBLE"
                    + " PRECISION, row_status_source_value VARCHAR)",
            "CREATE TABLE concept_relationship (concept_id_1 INTEGER, concept_id_2 INTEGER, relationship_id VARCHAR)",
            "CREATE TABLE condition_occurrence (visit_occurrence_id INTEGER, condition_source_value VARCHAR,"
                    + " condition_start_datetime TIMESTAMP)",
            "CREATE TABLE procedure_occurrence (visit_occurrence_id INTEGER, procedure_source_value VARCHAR,"
                    + " procedure_datetime TIMESTAMP)",
            "CREATE TABLE drug_exposure (visit_occurrence_id INTEGER, drug_source_concept_id INTEGER,"
                    + " drug_exposure_start_datetime TIMESTAMP)");

    static List<String> of(WarehouseLayout layout) {
        return switch (layout) {
            case MIMIC_IV -> MIMIC;
            case OMOP -> Stream.concat(BOTH.stream(), OMOP.stream()).toList();
            case EDS ->
                Stream.of(BOTH.stream(), EDS.stream(), localCodes())
                        .flatMap(each -> each)
                        .toList();
        };
    }

    /** Maps each local code to a LOINC concept. */
    private static Stream<String> localCodes() {
        return IntStream.rangeClosed(101, 112)
                .mapToObj(concept -> "INSERT INTO concept_relationship VALUES (%d, %d, 'Maps to')"
                        .formatted(5_000 + concept, concept));
    }
}
