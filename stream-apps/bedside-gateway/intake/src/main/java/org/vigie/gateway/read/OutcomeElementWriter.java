package org.vigie.gateway.read;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.PatientMovement;

/** Writes the elements of an outcome as JSON objects. */
final class OutcomeElementWriter {
    private final JsonGenerator json;

    OutcomeElementWriter(JsonGenerator json) {
        this.json = json;
    }

    /** Writes one element. */
    interface JsonElementWriter<T> {
        void write(T element) throws IOException;
    }

    <T> void list(String field, List<T> elements, JsonElementWriter<T> writer) throws IOException {
        json.writeArrayFieldStart(field);
        for (T element : elements) {
            writer.write(element);
        }
        json.writeEndArray();
    }

    void write(MeasuredValue measured) throws IOException {
        json.writeStartObject();
        text("bed", measured.bed());
        text("patient", measured.patient());
        text("device", measured.device());
        json.writeStringField("time", measured.time().toString());
        json.writeStringField("variable", measured.variable());
        number("value", measured.value());
        json.writeStringField("unit", measured.unit());
        text("channel", measured.channel());
        json.writeStringField("status", measured.status().name());
        json.writeEndObject();
    }

    void write(PatientMovement movement) throws IOException {
        json.writeStartObject();
        json.writeStringField("event", movement.event());
        json.writeStringField("action", movement.action().name().toLowerCase(Locale.ROOT));
        text("patient", movement.patient());
        text("visit", movement.visit());
        text("bed", movement.bed());
        text("priorBed", movement.priorBed());
        text("priorPatient", movement.priorPatient());
        time("time", movement.time());
        time("admittedAt", movement.admittedAt());
        time("dischargedAt", movement.dischargedAt());
        text("movement", movement.movement());
        json.writeEndObject();
    }

    void write(BedsideAlert alert) throws IOException {
        json.writeStartObject();
        text("bed", alert.bed());
        text("patient", alert.patient());
        text("device", alert.device());
        time("time", alert.time());
        text("id", alert.id());
        text("code", alert.code());
        text("text", alert.text());
        text("source", alert.source());
        text("value", alert.value());
        text("phase", alert.phase());
        text("state", alert.state());
        text("priority", alert.priority());
        text("type", alert.type());
        json.writeBooleanField("watchdog", alert.watchdog());
        json.writeBooleanField("test", alert.test());
        json.writeEndObject();
    }

    void write(DroppedElement dropped) throws IOException {
        json.writeStartObject();
        json.writeStringField("segment", dropped.segment());
        json.writeStringField("field", dropped.field());
        json.writeStringField("code", dropped.code());
        json.writeStringField("value", dropped.value());
        json.writeStringField("reason", dropped.reason().toString());
        json.writeEndObject();
    }

    private void number(String field, double value) throws IOException {
        if (Double.isNaN(value)) {
            json.writeNullField(field);
        } else {
            json.writeNumberField(field, value);
        }
    }

    /** Writes a field. An empty text is null. */
    void text(String field, String value) throws IOException {
        json.writeStringField(field, value.isEmpty() ? null : value);
    }

    private void time(String field, Optional<Instant> time) throws IOException {
        json.writeStringField(field, time.map(Instant::toString).orElse(null));
    }
}
