package org.vigie.sink.row;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Writes one row in line protocol: {@code table,tag=value field=1.5,other="text" time}. Tags become SYMBOL columns and come first. A null
 * or empty value is left out and reads as null. Escaping follows QuestDB's own client: a backslash before each character that would end
 * the word.
 */
public final class LineProtocolBuilder {
    private static final String ENDS_A_WORD = " ,=\n\r\\";
    private static final String ENDS_A_TEXT = "\"\n\r\\";

    private final StringBuilder line;
    private boolean inFields;

    private LineProtocolBuilder(String table) {
        line = new StringBuilder(256).append(table);
    }

    public static LineProtocolBuilder of(String table) {
        return new LineProtocolBuilder(table);
    }

    public LineProtocolBuilder tag(String name, String value) {
        if (value != null && !value.isEmpty()) {
            line.append(',').append(name).append('=');
            escape(value, ENDS_A_WORD);
        }
        return this;
    }

    public LineProtocolBuilder tag(String name, Enum<?> value) {
        return tag(name, value.name());
    }

    public LineProtocolBuilder text(String name, String value) {
        if (value != null && !value.isEmpty()) {
            field(name).append('"');
            escape(value, ENDS_A_TEXT);
            line.append('"');
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

    /** To the microsecond; a time too far away becomes the farthest there is. */
    public LineProtocolBuilder instant(String name, Instant value) {
        if (value != null) {
            field(name)
                    .append(TimeUnit.MILLISECONDS.toMicros(value.toEpochMilli()))
                    .append('t');
        }
        return this;
    }

    /** The whole line, without its end. */
    public String at(Instant time) {
        return line.append(' ')
                .append(TimeUnit.MILLISECONDS.toNanos(time.toEpochMilli()))
                .toString();
    }

    private StringBuilder field(String name) {
        line.append(inFields ? ',' : ' ').append(name).append('=');
        inFields = true;
        return line;
    }

    private void escape(String value, String special) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (special.indexOf(c) >= 0) {
                line.append('\\');
            }
            line.append(c);
        }
    }
}
