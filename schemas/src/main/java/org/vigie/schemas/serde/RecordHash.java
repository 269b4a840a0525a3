package org.vigie.schemas.serde;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Computes the hash of a record in a chain: SHA-256 of its fields, among them the hash of the record before it.
 *
 * <p>A field with its default value is left out. A record therefore keeps its hash when a later version reads it with more fields.
 */
public final class RecordHash {
    private final Set<String> notSealed;

    /** @param notSealed fields that are no part of the hash */
    public RecordHash(Set<String> notSealed) {
        this.notSealed = Set.copyOf(notSealed);
    }

    /** Returns the hash that {@code record} must contain, in hexadecimal form. */
    public String of(SpecificRecord record) {
        return sha256(text(record, notSealed).getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the SHA-256 of bytes in hexadecimal form. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing, but every JDK must provide it", e);
        }
    }

    private static String text(SpecificRecord record, Set<String> except) {
        StringBuilder text = new StringBuilder("{");
        for (Schema.Field field : record.getSchema().getFields()) {
            String value = text(record.get(field.pos()));
            if (!except.contains(field.name()) && !value.equals(defaultOf(field))) {
                text.append(field.name()).append('=').append(value).append(';');
            }
        }
        return text.append('}').toString();
    }

    private static String defaultOf(Schema.Field field) {
        return field.hasDefaultValue() ? text(SpecificData.get().getDefaultValue(field)) : "";
    }

    /** Returns a text with its length before it, so that no two different records have the same text. */
    private static String text(Object value) {
        if (value instanceof SpecificRecord record) {
            return text(record, Set.of());
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RecordHash::text).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((key, each) -> sorted.put(text(key), text(each)));
            return sorted.toString();
        }
        if (value instanceof Instant instant) {
            return Long.toString(instant.toEpochMilli());
        }
        if (value instanceof CharSequence text) {
            return text.length() + ":" + text;
        }
        return String.valueOf(value);
    }
}
