package org.vigie.extraction;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Loads the MIMIC-IV demo into DuckDB in the published layout. Its charted values, laboratory values and outputs come from its events,
 * because the demo that is at hand holds no table of charted values. Values are those of single precision, as in the events.
 */
record DemoTables(Path demo) {
    void load(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String each : statements()) {
                statement.execute(each.replace("DEMO", demo.toString()));
            }
        }
    }

    private static List<String> statements() {
        return List.of(
                "CREATE SCHEMA mimiciv_icu",
                "CREATE SCHEMA mimiciv_hosp",
                "CREATE TABLE mimiciv_icu.icustays AS SELECT * FROM read_csv('DEMO/icu/icustays.csv.gz')",
                "CREATE TABLE mimiciv_hosp.patients AS SELECT * FROM read_csv('DEMO/hosp/patients.csv.gz')",
                "CREATE TABLE mimiciv_hosp.admissions AS SELECT * REPLACE (CAST(deathtime AS TIMESTAMP) AS deathtime)"
                        + " FROM read_csv('DEMO/hosp/admissions.csv.gz')",
                "CREATE TABLE event AS SELECT subject_id, CAST(time AS TIMESTAMP) AS charttime, string_split(code, '//') AS parts,"
                        + " CAST(CAST(TRY_CAST(value AS FLOAT) AS VARCHAR) AS DOUBLE) AS valuenum"
                        + " FROM read_csv('DEMO/meds_events-dev.csv.gz', all_varchar = true)",
                "CREATE TABLE coded AS SELECT CAST(subject_id AS BIGINT) AS subject_id, charttime, parts[1] AS kind,"
                        + " TRY_CAST(parts[2] AS INTEGER) AS itemid, valuenum FROM event"
                        + " WHERE parts[1] IN ('LAB', 'SUBJECT_FLUID_OUTPUT')",
                "CREATE TABLE mimiciv_hosp.labevents AS SELECT subject_id, charttime, itemid, valuenum FROM coded"
                        + " WHERE kind = 'LAB' AND itemid < 220000",
                "CREATE TABLE mimiciv_icu.chartevents AS SELECT c.subject_id, s.stay_id, c.charttime, c.itemid, c.valuenum,"
                        + " CAST(c.valuenum AS VARCHAR) AS value FROM coded c"
                        + " JOIN mimiciv_icu.icustays s ON s.subject_id = c.subject_id AND c.charttime BETWEEN s.intime AND"
                        + " s.outtime WHERE c.kind = 'LAB' AND c.itemid >= 220000",
                "CREATE TABLE mimiciv_icu.outputevents AS SELECT s.stay_id, c.charttime, c.itemid, c.valuenum AS value"
                        + " FROM coded c JOIN mimiciv_icu.icustays s ON s.subject_id = c.subject_id AND c.charttime BETWEEN"
                        + " s.intime AND s.outtime WHERE c.kind = 'SUBJECT_FLUID_OUTPUT'");
    }
}
