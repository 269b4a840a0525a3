package org.vigie.replay.archive;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/**
 * Gives the type of a Parquet column, in DuckDB's SQL, for a field of an Avro record.
 *
 * @param schema of the field
 */
record ArchiveColumnType(Schema schema) {
    /** Returns the columns of a record as DuckDB's reader of JSON wants them. */
    String columns() {
        return schema.getFields().stream()
                .map(field -> quoted(field.name()) + ": " + quoted(new ArchiveColumnType(field.schema()).sql()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** @throws IllegalArgumentException for a type that no record of the archive has */
    String sql() {
        return switch (schema.getType()) {
            case STRING, ENUM -> "VARCHAR";
            case INT -> "INTEGER";
            case LONG -> schema.getLogicalType() instanceof LogicalTypes.TimestampMillis ? "TIMESTAMP" : "BIGINT";
            case FLOAT -> "FLOAT";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case ARRAY -> new ArchiveColumnType(schema.getElementType()).sql() + "[]";
            case MAP -> "MAP(VARCHAR, " + new ArchiveColumnType(schema.getValueType()).sql() + ")";
            case RECORD -> struct();
            case UNION -> new ArchiveColumnType(present()).sql();
            default -> throw new IllegalArgumentException("no column holds an Avro " + schema.getType());
        };
    }

    private String struct() {
        return schema.getFields().stream()
                .map(field -> "\"" + field.name() + "\" " + new ArchiveColumnType(field.schema()).sql())
                .collect(Collectors.joining(", ", "STRUCT(", ")"));
    }

    private Schema present() {
        List<Schema> types = schema.getTypes().stream()
                .filter(type -> type.getType() != Schema.Type.NULL)
                .toList();
        if (types.size() != 1) {
            throw new IllegalArgumentException("no column holds the Avro union " + schema);
        }
        return types.get(0);
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
