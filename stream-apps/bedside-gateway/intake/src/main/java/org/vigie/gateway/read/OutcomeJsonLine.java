package org.vigie.gateway.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;

/**
 * A {@link MessageOutcome} as one line of JSON, for an integrator's terminal. Patients have their sender's identifiers.
 *
 * @param file name of the file that the message was read from
 */
public record OutcomeJsonLine(String file, MessageOutcome outcome) {
    private static final JsonFactory JSON = new JsonFactory();

    public String text() {
        var line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeStringField("ack", outcome.ack());
        text(json, "error", outcome.error());
        json.writeArrayFieldStart("observations");
        for (MeasuredValue measured : outcome.observations()) {
            write(json, measured);
        }
        json.writeEndArray();
        json.writeFieldName("adt");
        if (outcome.movements().isEmpty()) {
            json.writeNull();
        } else {
            write(json, outcome.movements().get(0));
        }
        if (outcome.movements().size() > 1) {
            json.writeArrayFieldStart("adtMore");
            for (PatientMovement movement :
                    outcome.movements().subList(1, outcome.movements().size())) {
                write(json, movement);
            }
            json.writeEndArray();
        }
        json.writeArrayFieldStart("alerts");
        for (BedsideAlert alert : outcome.alerts()) {
            write(json, alert);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("dropped");
        for (DroppedElement dropped : outcome.dropped()) {
            write(json, dropped);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, MeasuredValue measured) throws IOException {
        json.writeStartObject();
        text(json, "bed", measured.bed());
        text(json, "patient", measured.patient());
        text(json, "device", measured.device());
        json.writeStringField("time", measured.time().toString());
        json.writeStringField("variable", measured.variable());
        if (Double.isNaN(measured.value())) {
            json.writeNullField("value");
        } else {
            json.writeNumberField("value", measured.value());
        }
        json.writeStringField("unit", measured.unit());
        text(json, "channel", measured.channel());
        json.writeStringField("status", measured.status().name());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, PatientMovement movement) throws IOException {
        json.writeStartObject();
        json.writeStringField("event", movement.event());
        json.writeStringField("action", movement.action().name().toLowerCase(Locale.ROOT));
        text(json, "patient", movement.patient());
        text(json, "visit", movement.visit());
        text(json, "bed", movement.bed());
        text(json, "priorBed", movement.priorBed());
        text(json, "priorPatient", movement.priorPatient());
        time(json, "time", movement.time());
        time(json, "admittedAt", movement.admittedAt());
        time(json, "dischargedAt", movement.dischargedAt());
        text(json, "movement", movement.movement());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, BedsideAlert alert) throws IOException {
        json.writeStartObject();
        text(json, "bed", alert.bed());
        text(json, "patient", alert.patient());
        text(json, "device", alert.device());
        time(json, "time", alert.time());
        text(json, "id", alert.id());
        text(json, "code", alert.code());
        text(json, "text", alert.text());
        text(json, "source", alert.source());
        text(json, "value", alert.value());
        text(json, "phase", alert.phase());
        text(json, "state", alert.state());
        text(json, "priority", alert.priority());
        text(json, "type", alert.type());
        json.writeBooleanField("watchdog", alert.watchdog());
        json.writeBooleanField("test", alert.test());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, DroppedElement dropped) throws IOException {
        json.writeStartObject();
        json.writeStringField("segment", dropped.segment());
        json.writeStringField("field", dropped.field());
        json.writeStringField("code", dropped.code());
        json.writeStringField("value", dropped.value());
        json.writeStringField("reason", dropped.reason().toString());
        json.writeEndObject();
    }

    /** Writes a field. An empty text is null. */
    private static void text(JsonGenerator json, String field, String value) throws IOException {
        json.writeStringField(field, value.isEmpty() ? null : value);
    }

    private static void time(JsonGenerator json, String field, Optional<Instant> time) throws IOException {
        json.writeStringField(field, time.map(Instant::toString).orElse(null));
    }
}
