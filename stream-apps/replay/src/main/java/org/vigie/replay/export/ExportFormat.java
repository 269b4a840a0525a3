package org.vigie.replay.export;

/** Names the form of the files. */
enum ExportFormat {
    CSV("FORMAT csv, HEADER"),
    PARQUET("FORMAT parquet, COMPRESSION zstd"),
    /** Medical Event Data Standard: one row per event of a subject, as Parquet. */
    MEDS("FORMAT parquet, COMPRESSION zstd"),
    /** PhysioNet's WFDB: one record per stay with one value a second of each variable. */
    WFDB("");

    private final String options;

    ExportFormat(String options) {
        this.options = options;
    }

    /** Returns true for a form that holds the readings that rules use, and no table. */
    boolean isOfReadings() {
        return this == MEDS || this == WFDB;
    }

    /** Returns the options of DuckDB's statement COPY. */
    String options() {
        return options;
    }

    String fileName(String table) {
        return table + (this == CSV ? ".csv" : ".parquet");
    }
}
