package org.vigie.replay.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes one WFDB record for each stay: a header, and a file of samples with one value a second of each variable. A second without a
 * reading holds WFDB's value for no sample, and of several readings in a second the last one counts.
 *
 * @param database holds the table of clean readings
 * @param directory in which the records lie
 */
record WfdbFiles(ExportDatabase database, Path directory) {
    static final String LIST = "RECORDS";
    private static final String TABLE = "clean";

    /** @throws IOException when a file cannot be written */
    void write() throws IOException, SQLException {
        List<String> records = new ArrayList<>();
        for (String stay :
                database.texts("SELECT DISTINCT stay FROM " + TABLE + " WHERE stay IS NOT NULL ORDER BY 1")) {
            WfdbRecord record = new WfdbRecord(stay, signals(stay));
            if (!record.signals().isEmpty()) {
                write(record);
                records.add(record.name());
            }
        }
        Files.write(directory.resolve(LIST), records);
    }

    private List<WfdbSignal> signals(String stay) throws SQLException {
        List<WfdbSignal> signals = new ArrayList<>();
        database.read(
                "SELECT variable, any_value(unit), max(abs(value)) FROM %s GROUP BY variable ORDER BY variable"
                        .formatted(readings(stay)),
                row -> signals.add(new WfdbSignal(row.getString(1), row.getString(2), row.getDouble(3))));
        return signals;
    }

    private void write(WfdbRecord record) throws IOException, SQLException {
        try (var samples = new WfdbSampleWriter(record, directory)) {
            database.read(
                    "SELECT epoch_ms(measured_at) // 1000 AS second, variable, arg_max(value, measured_at) FROM %s GROUP BY ALL ORDER BY second"
                            .formatted(readings(record.stay())),
                    row -> samples.add(row.getLong(1), row.getString(2), row.getDouble(3)));
            samples.finish();
        }
    }

    private static String readings(String stay) {
        return "(SELECT * FROM %s WHERE stay = '%s' AND isfinite(value))".formatted(TABLE, stay.replace("'", "''"));
    }
}
