package org.vigie.extraction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Computes the mean vital signs of each stay and minute in SQL alone, to compare an extracted cohort with. A key is {@code stay minute
 * parameter}.
 *
 * @param connection to a warehouse in the layout of MIMIC-IV
 */
record VitalSignOracle(Connection connection) {
    static final List<String> PARAMETERS = List.of("HR", "NISysABP", "NIDiasABP", "NIMAP", "RespRate", "Temp");

    private static final int EXTRACTED_MINUTES = 48 * 60;

    /** Computes the means from the list of items of MIMIC-IV and the usual bounds, without the extraction's statements. */
    private static final String OWN = """
            CREATE VIEW vital AS SELECT stay_id, charttime,
              AVG(valuenum) FILTER (WHERE itemid = 220045 AND valuenum > 0 AND valuenum < 300) AS heart_rate,
              AVG(valuenum) FILTER (WHERE itemid = 220179 AND valuenum > 0 AND valuenum < 400) AS sbp_ni,
              AVG(valuenum) FILTER (WHERE itemid = 220180 AND valuenum > 0 AND valuenum < 300) AS dbp_ni,
              AVG(valuenum) FILTER (WHERE itemid = 220181 AND valuenum > 0 AND valuenum < 300) AS mbp_ni,
              AVG(valuenum) FILTER (WHERE itemid IN (220210, 224690) AND valuenum > 0 AND valuenum < 70) AS resp_rate,
              AVG(CASE itemid WHEN 223761 THEN (valuenum - 32) * 5 / 9 ELSE valuenum END) FILTER (WHERE
                (itemid = 223761 AND valuenum > 70 AND valuenum < 120)
                OR (itemid = 223762 AND valuenum > 10 AND valuenum < 50)) AS temperature
            FROM mimiciv_icu.chartevents GROUP BY stay_id, charttime
            """;

    /** Runs the query of this class. */
    Map<String, Double> own() throws SQLException {
        return means(OWN, "vital");
    }

    /** Runs mimic-code's query {@code measurement/vitalsign.sql} unchanged. */
    Map<String, Double> concept(Path query) throws SQLException, IOException {
        return means("CREATE SCHEMA mimiciv_derived; " + Files.readString(query), "mimiciv_derived.vitalsign");
    }

    private Map<String, Double> means(String query, String table) throws SQLException {
        Map<String, Double> means = new TreeMap<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(query);
            try (ResultSet rows = statement.executeQuery("SELECT v.stay_id,"
                    + " CAST(FLOOR(EPOCH(v.charttime - s.intime) / 60) AS INTEGER), heart_rate, sbp_ni, dbp_ni, mbp_ni,"
                    + " resp_rate, temperature FROM " + table + " v JOIN mimiciv_icu.icustays s USING (stay_id)")) {
                while (rows.next()) {
                    add(rows, means);
                }
            }
        }
        return means;
    }

    private static void add(ResultSet rows, Map<String, Double> means) throws SQLException {
        for (int place = 0; place < PARAMETERS.size() && rows.getInt(2) <= EXTRACTED_MINUTES; place++) {
            double mean = rows.getDouble(place + 3);
            if (!rows.wasNull()) {
                means.put(rows.getLong(1) + " " + rows.getInt(2) + " " + PARAMETERS.get(place), mean);
            }
        }
    }
}
