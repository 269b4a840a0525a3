package org.vigie.gateway.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.gateway.intake.PatientMovement;

/**
 * Writes a {@link MessageOutcome} as one line of JSON, for an integrator's terminal. Patients have their sender's identifiers.
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
        OutcomeElementWriter elements = new OutcomeElementWriter(json);
        json.writeStartObject();
        json.writeStringField("file", file);
        json.writeStringField("ack", outcome.ack());
        elements.text("error", outcome.error());
        elements.list("observations", outcome.observations(), elements::write);
        writeMovements(json, elements);
        elements.list("alerts", outcome.alerts(), elements::write);
        elements.list("dropped", outcome.dropped(), elements::write);
        json.writeEndObject();
    }

    private void writeMovements(JsonGenerator json, OutcomeElementWriter elements) throws IOException {
        List<PatientMovement> movements = outcome.movements();
        json.writeFieldName("adt");
        if (movements.isEmpty()) {
            json.writeNull();
        } else {
            elements.write(movements.get(0));
        }
        if (movements.size() > 1) {
            elements.list("adtMore", movements.subList(1, movements.size()), elements::write);
        }
    }
}
