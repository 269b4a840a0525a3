package org.vigie.gateway.play;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.recordings.LeftOutEntry;
import org.vigie.recordings.MalformedRecordingFile;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.recordings.load.RecordingFiles;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.terminology.InterpretedValue;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/** Prints what recordings would become, one JSON line for each file: readings in the catalogue's units, and what is left out and why. */
final class PlaybackDryRun {
    private static final int MOST = 1_000;
    private static final JsonFactory JSON = new JsonFactory().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    private static final ZonedDateTime UNKNOWN_START = Instant.EPOCH.atZone(ZoneOffset.UTC);

    private final ZoneId zone;
    private final int most;
    private final PrintWriter out;
    private final PrintWriter err;

    /** @param all whether more than {@value #MOST} observations of a file are printed */
    PlaybackDryRun(ZoneId zone, boolean all, PrintWriter out, PrintWriter err) {
        this.zone = zone;
        this.most = all ? Integer.MAX_VALUE : MOST;
        this.out = out;
        this.err = err;
    }

    /** @return 0 when every file was read, 1 otherwise */
    int run(Path place) throws IOException {
        if (!Files.exists(place)) {
            refused(place.toString(), "there is no such file or directory");
            return 1;
        }
        Optional<List<StayRecording>> set = RecordingFiles.dataSet(place);
        if (set.isPresent()) {
            set.get().forEach(recording -> write(place + "#" + recording.id(), recording));
            return 0;
        }
        List<Path> files = RecordingFiles.files(place);
        if (files.isEmpty()) {
            refused(place.toString(), RecordingFiles.nothingToPlay(place).getMessage());
            return 1;
        }
        int status = 0;
        for (Path file : files) {
            status = Math.max(status, read(file));
        }
        return status;
    }

    private int read(Path file) {
        try {
            write(file.toString(), RecordingFiles.read(file, zone));
            return 0;
        } catch (MalformedRecordingFile | NoSuchFileException e) {
            refused(file.toString(), e.getMessage());
        } catch (IOException | RuntimeException e) {
            refused(file.toString(), "cannot be read: " + e);
        }
        return 1;
    }

    private void refused(String file, String error) {
        print(file, error, json -> {}, Map.of());
    }

    /** Writes the fields of one JSON object. */
    private interface JsonBodyWriter {
        void write(JsonGenerator json) throws IOException;
    }

    private void write(String file, StayRecording recording) {
        Map<LeftOutEntry, Long> dropped = new LinkedHashMap<>();
        print(
                file,
                null,
                json -> {
                    int written = 0;
                    for (RecordedRow row : recording.rows()) {
                        for (RecordedValue value : row.values()) {
                            written += value(json, recording, row, value, written < most, dropped);
                        }
                    }
                    recording.leftOut().forEach(left -> dropped.merge(left, 1L, Long::sum));
                    if (written > most) {
                        err.println("play: " + file + ": " + most + " of " + written
                                + " observations are printed; --all prints all");
                    }
                },
                dropped);
    }

    /** @return 1 when it is an observation */
    private static int value(
            JsonGenerator json,
            StayRecording recording,
            RecordedRow row,
            RecordedValue value,
            boolean isPrinted,
            Map<LeftOutEntry, Long> dropped)
            throws IOException {
        if (value.value().isEmpty()) {
            // The reader says why among what is left out.
            return 0;
        }
        double number = value.value().getAsDouble();
        Optional<Variable> variable = VariableCatalogue.standard().find(value.variable());
        if (variable.isEmpty()) {
            drop(dropped, value, "", "unmapped code: no variable of the catalogue is known by this name");
            return 0;
        }
        if (value.unit().isEmpty()) {
            drop(dropped, value, "", "no unit: " + variable.get().unit() + " is expected");
            return 0;
        }
        InterpretedValue interpreted =
                ValueInterpreter.interpret(variable.get(), number, List.of(new SentCode("", value.unit(), "")));
        if (interpreted instanceof InterpretedValue.NotInterpreted notInterpreted) {
            boolean isUnit = notInterpreted.reason() == org.vigie.terminology.DropReason.UNKNOWN_UNIT;
            drop(
                    dropped,
                    value,
                    isUnit ? "" : Double.toString(number),
                    isUnit
                            ? "unknown unit: '" + value.unit() + "' cannot be converted to "
                                    + variable.get().unit()
                            : notInterpreted.reason().toString());
            return 0;
        }
        if (isPrinted && interpreted instanceof InterpretedValue.CatalogueQuantity quantity) {
            json.writeStartObject();
            json.writeStringField("channel", channel(value));
            json.writeStringField("time", time(recording, row));
            json.writeStringField("variable", variable.get().name());
            json.writeNumberField("value", quantity.value());
            json.writeStringField("unit", variable.get().unit());
            json.writeStringField("status", MeasurementStatusRecord.VALID.name());
            json.writeEndObject();
        }
        return 1;
    }

    private static void drop(Map<LeftOutEntry, Long> dropped, RecordedValue value, String text, String reason) {
        dropped.merge(new LeftOutEntry(channel(value), text, reason), 1L, Long::sum);
    }

    private static String channel(RecordedValue value) {
        return value.channel().isEmpty() ? value.variable() : value.channel();
    }

    /** Where a file does not say when it began, its times count from 1970. */
    private static String time(StayRecording recording, RecordedRow row) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                recording.start().orElse(UNKNOWN_START).plus(row.at()));
    }

    private void print(String file, String error, JsonBodyWriter observations, Map<LeftOutEntry, Long> dropped) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("file", file);
            json.writeStringField("error", error);
            json.writeArrayFieldStart("observations");
            observations.write(json);
            json.writeEndArray();
            json.writeArrayFieldStart("dropped");
            for (Map.Entry<LeftOutEntry, Long> entry : dropped.entrySet()) {
                json.writeStartObject();
                json.writeStringField("channel", entry.getKey().channel());
                json.writeStringField("value", entry.getKey().value());
                json.writeStringField(
                        "reason",
                        entry.getKey().reason() + (entry.getValue() > 1 ? " (" + entry.getValue() + " values)" : ""));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
