package org.vigie.gateway.play;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.InterpretedValue.CatalogueQuantity;

/** Writes one JSON line about one file: its error, its observations and what is left out. */
final class DryRunJsonLine implements AutoCloseable {
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final ZonedDateTime UNKNOWN_START = Instant.EPOCH.atZone(ZoneOffset.UTC);

    private final JsonGenerator json;
    private final Map<LeftOutEntry, Long> dropped = new LinkedHashMap<>();

    /** @param error why the file cannot be read; null when it was read */
    DryRunJsonLine(PrintWriter out, String file, String error) throws IOException {
        json = JSON.createGenerator(out);
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeStringField("error", error);
        json.writeArrayFieldStart("observations");
    }

    /**
     * Writes the observations of a recording.
     *
     * @param most how many are written
     * @return how many there are
     */
    int write(StayRecording recording, int most) throws IOException {
        RecordedValueInterpreter interpreter = new RecordedValueInterpreter(this::drop);
        ZonedDateTime start = recording.start().orElse(UNKNOWN_START);
        int count = 0;
        for (RecordedRow row : recording.rows()) {
            for (RecordedValue value : row.values()) {
                CatalogueQuantity quantity = interpreter.interpret(value).orElse(null);
                if (quantity != null && count++ < most) {
                    write(RecordedValueInterpreter.channel(value), start.plus(row.at()), quantity);
                }
            }
        }
        recording.leftOut().forEach(this::drop);
        return count;
    }

    private void drop(LeftOutEntry entry) {
        dropped.merge(entry, 1L, Long::sum);
    }

    /** Writes an observation. Where a file does not say when it began, its times count from 1970. */
    private void write(String channel, ZonedDateTime time, CatalogueQuantity quantity) throws IOException {
        json.writeStartObject();
        json.writeStringField("channel", channel);
        json.writeStringField("time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        json.writeStringField("variable", quantity.variable().name());
        json.writeNumberField("value", quantity.value());
        json.writeStringField("unit", quantity.variable().unit());
        json.writeStringField("status", MeasurementStatusRecord.VALID.name());
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.writeArrayFieldStart("dropped");
        for (Map.Entry<LeftOutEntry, Long> entry : dropped.entrySet()) {
            write(entry.getKey(), entry.getValue());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
    }

    private void write(LeftOutEntry entry, long count) throws IOException {
        String times = count > 1 ? " (" + count + " values)" : "";
        json.writeStartObject();
        json.writeStringField("channel", entry.channel());
        json.writeStringField("value", entry.value());
        json.writeStringField("reason", entry.reason() + times);
        json.writeEndObject();
    }
}
