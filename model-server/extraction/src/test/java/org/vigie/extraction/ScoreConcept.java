package org.vigie.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs mimic-code's queries for scores unchanged on DuckDB, over made-up hours whose values pass every boundary of the tables.
 *
 * @param queries folder {@code mimic-iv/concepts_duckdb/score} of a checkout
 */
record ScoreConcept(Path queries) {
    /** Hours of each stay; the values of an hour depend on its number. */
    static final int HOURS = 400;

    /** Stay without, and stay with invasive ventilation. */
    static final List<Integer> STAYS = List.of(1, 2);

    private static final String HOUR = "TIMESTAMP '2150-01-01 00:00:00' + INTERVAL (h) HOUR";

    /** Computes the points of SOFA: by stay, then hour, then organ as mimic-code names it. */
    Map<Integer, Map<Integer, Map<String, Integer>>> sofa() throws SQLException, IOException {
        Map<Integer, Map<Integer, Map<String, Integer>>> points = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            run(statement, sofaTables(), "sofa.sql");
            try (ResultSet rows = statement.executeQuery("SELECT stay_id, hr, respiration, coagulation, liver,"
                    + " cardiovascular, cns, renal FROM mimiciv_derived.sofa")) {
                while (rows.next()) {
                    points.computeIfAbsent(rows.getInt("stay_id"), stay -> new TreeMap<>())
                            .put(rows.getInt("hr"), organs(rows));
                }
            }
        }
        return points;
    }

    private static Map<String, Integer> organs(ResultSet rows) throws SQLException {
        Map<String, Integer> organs = new TreeMap<>();
        for (String organ : List.of("respiration", "coagulation", "liver", "cardiovascular", "cns", "renal")) {
            organs.put(organ, rows.getInt(organ));
        }
        return organs;
    }

    /** Computes the points of SIRS of stays that have one value each. */
    Map<Integer, Integer> sirs() throws SQLException, IOException {
        Map<Integer, Integer> points = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            run(statement, sirsTables(), "sirs.sql");
            try (ResultSet rows = statement.executeQuery("SELECT stay_id, sirs FROM mimiciv_derived.sirs")) {
                while (rows.next()) {
                    points.put(rows.getInt(1), rows.getInt(2));
                }
            }
        }
        return points;
    }

    private void run(Statement statement, List<String> tables, String query) throws SQLException, IOException {
        statement.execute("CREATE SCHEMA mimiciv_icu");
        statement.execute("CREATE SCHEMA mimiciv_derived");
        for (String table : tables) {
            statement.execute("CREATE TABLE " + table);
        }
        statement.execute(Files.readString(queries.resolve(query)));
    }

    private static List<String> sofaTables() {
        String hours = " FROM range(" + HOURS + ") t(h), (VALUES (1), (2)) s(stay)";
        List<String> tables = new ArrayList<>(List.of(
                "mimiciv_icu.icustays AS SELECT stay AS stay_id, stay AS hadm_id, stay AS subject_id FROM (VALUES (1),"
                        + " (2)) s(stay)",
                "mimiciv_derived.icustay_hourly AS SELECT stay AS stay_id, h AS hr, " + HOUR + " AS endtime" + hours,
                "mimiciv_derived.ventilation AS SELECT 2 AS stay_id, TIMESTAMP '2149-01-01' AS starttime,"
                        + " TIMESTAMP '2151-01-01' AS endtime, 'InvasiveVent' AS ventilation_status",
                "mimiciv_derived.urine_output_rate (stay_id INTEGER, charttime TIMESTAMP, uo_tm_24hr DOUBLE,"
                        + " urineoutput_24hr DOUBLE)",
                value("bg", "subject_id", "pao2fio2ratio", "CAST(h + 20 AS DOUBLE)") + ", 'ART.' AS specimen" + hours));
        tables.add(value("vitalsign", "stay_id", "mbp", "CAST(40 + h % 60 AS DOUBLE)") + hours);
        tables.add(value("gcs", "stay_id", "gcs", "3 + h % 13") + hours);
        tables.add(value("enzyme", "hadm_id", "bilirubin_total", "h % 140 / 10.0") + hours);
        tables.add(value("chemistry", "hadm_id", "creatinine", "h % 60 / 10.0") + hours);
        tables.add(value("complete_blood_count", "hadm_id", "platelet", "CAST(h % 170 AS DOUBLE)") + hours);
        tables.add(rate("norepinephrine", "h % 30 / 100.0") + hours);
        tables.add(rate("epinephrine", "0.0") + hours);
        tables.add(rate("dopamine", "CAST(h % 19 AS DOUBLE)") + hours);
        tables.add(rate("dobutamine", "CAST(h % 3 AS DOUBLE)") + hours);
        return tables;
    }

    private static String value(String table, String key, String column, String formula) {
        return "mimiciv_derived.%s AS SELECT stay AS %s, %s AS charttime, %s AS %s"
                .formatted(table, key, HOUR, formula, column);
    }

    /** Rates of stay 2 alone: every fourth hour with noradrenaline, every other with dopamine and dobutamine. */
    private static String rate(String drug, String formula) {
        String running = drug.equals("norepinephrine") ? "h % 4 = 0" : "h % 2 = 1";
        return ("mimiciv_derived.%s AS SELECT stay AS stay_id, %s - INTERVAL 1 HOUR AS starttime, %s AS endtime,"
                        + " CASE WHEN stay = 2 AND %s THEN %s ELSE 0.0 END AS vaso_rate")
                .formatted(drug, HOUR, HOUR, running, formula);
    }

    private static List<String> sirsTables() {
        String stays = " FROM range(" + HOURS + ") t(h)";
        return List.of(
                "mimiciv_icu.icustays AS SELECT h AS stay_id, h AS hadm_id, h AS subject_id" + stays,
                "mimiciv_derived.first_day_bg_art AS SELECT h AS stay_id, CAST(25 + h % 20 AS DOUBLE) AS pco2_min"
                        + stays,
                "mimiciv_derived.first_day_vitalsign AS SELECT h AS stay_id, 35 + h % 41 / 10.0 AS temperature_min,"
                        + " 35 + h % 41 / 10.0 AS temperature_max, CAST(80 + h % 23 AS DOUBLE) AS heart_rate_max,"
                        + " CAST(14 + h % 11 AS DOUBLE) AS resp_rate_max" + stays,
                "mimiciv_derived.first_day_lab AS SELECT h AS stay_id, 2 + h % 113 / 10.0 AS wbc_min,"
                        + " 2 + h % 113 / 10.0 AS wbc_max, 0.0 AS bands_max" + stays);
    }
}
