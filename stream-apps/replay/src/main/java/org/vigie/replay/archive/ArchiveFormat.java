package org.vigie.replay.archive;

/** Names the form of the files of an archive. */
public enum ArchiveFormat {
    /** Avro container files with their schema, as on the topics. */
    AVRO,
    /** Parquet files with nested columns, for DuckDB and pandas. */
    PARQUET
}
