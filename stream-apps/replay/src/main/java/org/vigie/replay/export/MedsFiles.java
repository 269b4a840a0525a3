package org.vigie.replay.export;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Writes the folders of a MEDS data set: {@code data/all/0.parquet} with the events and {@code metadata} with the codes.
 *
 * @param database holds the table of events
 */
record MedsFiles(ExportDatabase database, Path directory) {
    private static final String MEDS_VERSION = "0.4.0";

    /** @throws IOException when a file cannot be written */
    void write(Instant createdAt) throws IOException, SQLException {
        Path metadata = Files.createDirectories(directory.resolve("metadata"));
        Path data = Files.createDirectories(directory.resolve("data").resolve("all"));
        database.copy(events(), data.resolve("0.parquet"), ExportFormat.MEDS);
        writeCodes(metadata.resolve("codes.parquet"));
        JsonMapper.builder()
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValue(
                        metadata.resolve("dataset.json").toFile(),
                        Map.of(
                                "dataset_name",
                                "vigie",
                                "etl_name",
                                "vigie export",
                                "meds_version",
                                MEDS_VERSION,
                                "created_at",
                                createdAt.toString()));
    }

    /** Returns the events of the stays that have a reading in the period. Readings that came twice are one event. */
    private static String events() {
        return """
                SELECT DISTINCT subject_id, "time", code, numeric_value::FLOAT AS numeric_value, text_value
                FROM events
                WHERE subject_id IN (SELECT subject_id FROM events WHERE numeric_value IS NOT NULL)
                ORDER BY subject_id, "time", code""";
    }

    private void writeCodes(Path file) throws SQLException {
        database.execute("CREATE TABLE codes (code VARCHAR, description VARCHAR, parent VARCHAR)");
        try (var rows = database.appender("codes")) {
            for (Variable each : VariableCatalogue.standard().all()) {
                rows.beginRow().append(MedsEvent.code(each.name())).append(each.labelEn() + " in " + each.unit());
                ExportColumnType.TEXT.appendOrNull(rows, each.loinc().isBlank() ? null : "LOINC/" + each.loinc());
                rows.endRow();
            }
            rows.beginRow()
                    .append(MedsEvent.ADMISSION)
                    .append("Admission to the unit")
                    .appendNull()
                    .endRow();
            rows.beginRow()
                    .append(MedsEvent.DISCHARGE)
                    .append("Discharge from the unit")
                    .appendNull()
                    .endRow();
        }
        database.copy("""
                SELECT code, description, CASE WHEN parent IS NULL THEN []::VARCHAR[] ELSE [parent] END AS parent_codes
                FROM codes ORDER BY code""", file, ExportFormat.MEDS);
    }
}
