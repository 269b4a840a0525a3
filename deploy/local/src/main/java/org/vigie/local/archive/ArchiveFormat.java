package org.vigie.local.archive;

/** Names the form of the files of an archive. */
enum ArchiveFormat {
    /** Avro container files with their schema, as on the topics. */
    AVRO,
    /** Parquet files with nested columns, for DuckDB and pandas. */
    PARQUET
}
