package org.vigie.sink.row;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Writes one row in line protocol: {@code table,tag=value field=1.5,other="text" time}. Tags become SYMBOL columns and come first. A null
 * or empty value is left out and reads as null. Escaping follows QuestDB's own client: a backslash before each character that would end
 * the word. {@link LineDialect} says what InfluxDB does otherwise.
 */
public final class LineProtocolBuilder {
    private final LineDialect dialect;
    private final Set<String> keyColumns;
    private final Map<String, String> key;
    private final StringBuilder line;
    private final StringBuilder fields = new StringBuilder(192);

    private LineProtocolBuilder(String table, LineDialect dialect, Set<String> keyColumns) {
        this.dialect = dialect;
        this.keyColumns = keyColumns;
        key = keyColumns.isEmpty() ? Map.of() : new TreeMap<>();
        line = new StringBuilder(256).append(table);
    }

    /** Begins a row of QuestDB. */
    public static LineProtocolBuilder of(String table) {
        return of(table, LineDialect.QUESTDB, Set.of());
    }

    /** @param keyColumns columns that identify a row; used where the store itself has no key columns */
    static LineProtocolBuilder of(String table, LineDialect dialect, Set<String> keyColumns) {
        return new LineProtocolBuilder(table, dialect, keyColumns);
    }

    public LineProtocolBuilder tag(String name, String value) {
        if (value == null || value.isEmpty()) {
            return this;
        }
        if (!dialect.isTag(name)) {
            return text(name, value);
        }
        keep(name, value);
        line.append(',').append(name).append('=');
        dialect.inWords().append(line, dialect.tagValue(value));
        return this;
    }

    public LineProtocolBuilder tag(String name, Enum<?> value) {
        return tag(name, value.name());
    }

    public LineProtocolBuilder text(String name, String value) {
        if (value != null && !value.isEmpty()) {
            keep(name, value);
            field(name).append('"');
            dialect.inTexts().append(fields, value);
            fields.append('"');
        }
        return this;
    }

    /** Line protocol cannot write NaN and infinities; they are left out. */
    public LineProtocolBuilder number(String name, Double value) {
        if (value != null && Double.isFinite(value)) {
            field(name).append(value.doubleValue());
        }
        return this;
    }

    public LineProtocolBuilder integer(String name, Number value) {
        if (value != null) {
            keep(name, value);
            field(name).append(value.longValue()).append('i');
        }
        return this;
    }

    /** What is not marked is left out: the store takes it for false. */
    public LineProtocolBuilder flag(String name, boolean marked) {
        if (marked) {
            field(name).append('t');
        }
        return this;
    }

    /** Writes a time to the microsecond; a time too far away becomes the farthest there is. */
    public LineProtocolBuilder instant(String name, Instant value) {
        if (value != null) {
            field(name)
                    .append(TimeUnit.MILLISECONDS.toMicros(value.toEpochMilli()))
                    .append(dialect.instantSuffix());
        }
        return this;
    }

    /** Ends the line with its time and returns it, without a line break. */
    public String at(Instant time) {
        return at(dialect.nanos(time, key.toString()));
    }

    /** Ends the line with a time in nanoseconds that the store gave. */
    String at(long nanos) {
        return line.append(fields).append(' ').append(nanos).toString();
    }

    private void keep(String name, Object value) {
        if (keyColumns.contains(name)) {
            key.put(name, value.toString());
        }
    }

    private StringBuilder field(String name) {
        return fields.append(fields.isEmpty() ? ' ' : ',').append(name).append('=');
    }
}
