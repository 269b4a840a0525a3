package org.vigie.alerts.ledger;

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
import org.vigie.schemas.Alert;

/**
 * Computes the hash of a ledger entry: SHA-256 of its fields and of the hash before it.
 *
 * <p>A field with its default value is left out. An entry therefore keeps its hash when a later version reads it with more fields.
 */
public final class LedgerEntryHash {
    private static final Set<String> NOT_SEALED = Set.of("hash", "signalDelayMs");

    private LedgerEntryHash() {}

    /** Returns the hash that {@code entry} must contain, in hexadecimal form. */
    public static String of(Alert entry) {
        byte[] bytes = text(entry, NOT_SEALED).getBytes(StandardCharsets.UTF_8);
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
            return list.stream().map(LedgerEntryHash::text).collect(Collectors.joining(",", "[", "]"));
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
