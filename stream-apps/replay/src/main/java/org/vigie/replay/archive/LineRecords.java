package org.vigie.replay.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines of JSON as records. It is the inverse of {@link RecordLines}.
 *
 * @param schema of the records
 */
record LineRecords(Schema schema) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    /** @throws IllegalArgumentException when the line is not of the schema */
    GenericRecord record(String line) {
        try {
            return record(schema, JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("--archive: a row cannot be read: " + e.getMessage(), e);
        }
    }

    private static GenericRecord record(Schema schema, JsonNode row) {
        var record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema(), row.path(field.name())));
        }
        return record;
    }

    private static @Nullable Object value(Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case UNION -> node.isNull() || node.isMissingNode() ? null : value(RecordLines.present(schema), node);
            case RECORD -> record(schema, node);
            case ARRAY -> items(schema.getElementType(), node);
            case MAP -> entries(schema.getValueType(), node);
            case ENUM -> new GenericData.EnumSymbol(schema, node.asText());
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? (Object) millis(node.asText())
                        : node.asLong();
            case INT -> node.asInt();
            case FLOAT -> (float) number(node, true);
            case DOUBLE -> number(node, false);
            case BOOLEAN -> node.asBoolean();
            default -> node.asText();
        };
    }

    private static List<Object> items(Schema item, JsonNode node) {
        List<Object> items = new ArrayList<>();
        node.forEach(each -> items.add(value(item, each)));
        return items;
    }

    private static Map<String, Object> entries(Schema value, JsonNode node) {
        Map<String, Object> entries = new HashMap<>();
        node.properties().forEach(each -> entries.put(each.getKey(), value(value, each.getValue())));
        return entries;
    }

    private static long millis(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }

    /** A number of 32 bits is read as such, because its shortest text is not that of 64 bits. */
    private static double number(JsonNode node, boolean isShort) {
        String text = node.asText();
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "nan" -> Double.NaN;
            case "inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> isShort ? Float.parseFloat(text) : Double.parseDouble(text);
        };
    }
}
