package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.gateway.intake.ContentDigest;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.schemas.QuarantineReason;
import org.vigie.terminology.CodeMap;

/**
 * Reads a batch, or the state of a device, in JSON. {@code docs/protocols/mqtt.md} describes both.
 *
 * @param map the known codes
 */
record MqttBatchReader(CodeMap map) {
    static final String TAKEN = "PUBACK";
    static final String REFUSED = "refused";
    private static final int DEEPEST = 20;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    BatchReadResult read(MqttTopicAddress address, byte[] payload) {
        JsonNode batch;
        try {
            batch = JSON.readTree(payload);
        } catch (IOException e) {
            return refused("JSON: not well-formed" + where(e), QuarantineReason.MALFORMED_MESSAGE);
        }
        return batch.isObject() ? read(address, payload, batch) : refused("batch: must be an object");
    }

    private BatchReadResult read(MqttTopicAddress address, byte[] payload, JsonNode batch) {
        String device = text(batch, "device");
        Optional<String> fault = fault(batch);
        if (fault.isPresent()) {
            return refused(fault.get()).holding(readings(batch));
        }
        String message = text(batch, "message");
        String id = message.isEmpty() ? ContentDigest.of(payload).hex() : device + "-" + message;
        MessageOutcome outcome =
                address.isState() ? new MqttStateReader(address, device).read(batch) : batch(address, device, batch);
        Optional<QuarantineReason> refusal =
                outcome.error().isEmpty() ? Optional.empty() : Optional.of(QuarantineReason.REFUSED_MESSAGE);
        return new BatchReadResult(device, id, readings(batch), outcome, refusal);
    }

    private static Optional<String> fault(JsonNode batch) {
        Optional<String> noText = Stream.of("device", "message", "patient")
                .filter(field -> !isWord(batch.path(field)))
                .map(field -> field + ": must be text")
                .findFirst();
        return noText.isPresent() || !text(batch, "device").isEmpty() ? noText : Optional.of("device: required");
    }

    /** Counts the readings of a payload, if it can be read. */
    int count(byte[] payload) {
        try {
            return readings(JSON.readTree(payload));
        } catch (IOException e) {
            return 0;
        }
    }

    /** Counts the elements of the list. Any other value in its place counts as one. */
    private static int readings(JsonNode batch) {
        JsonNode readings = batch.path("readings");
        return readings.isArray() ? readings.size() : readings.isMissingNode() || readings.isNull() ? 0 : 1;
    }

    private static BatchReadResult refused(String error) {
        return refused(error, QuarantineReason.REFUSED_MESSAGE);
    }

    private static BatchReadResult refused(String error, QuarantineReason reason) {
        return new BatchReadResult("", "", 0, MessageOutcome.refused(REFUSED, error), Optional.of(reason));
    }

    private static String where(IOException e) {
        return e instanceof JsonProcessingException json && json.getLocation() != null
                ? " at line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr()
                : "";
    }

    private MessageOutcome batch(MqttTopicAddress address, String device, JsonNode batch) {
        JsonNode readings = batch.path("readings");
        if (!readings.isArray()) {
            return MessageOutcome.refused(REFUSED, "readings: must be a list");
        }
        MqttBatchTime time = MqttBatchTime.read(batch.path("time"));
        List<MeasuredValue> measured = new ArrayList<>();
        List<DroppedElement> dropped = new ArrayList<>();
        var reader = new MqttReadingReader(
                new MqttValueInterpreter(map, device), address.bed(), text(batch, "patient"), device, time);
        for (int i = 0; i < readings.size(); i++) {
            reader.read(new MqttReading("readings[" + i + "]", readings.get(i)), measured, dropped);
        }
        return new MessageOutcome(TAKEN, "", measured, List.of(), List.of(), dropped);
    }

    /** Returns true when a field holds text or a whole number. A missing field, and null, count as an empty text. */
    static boolean isWord(JsonNode field) {
        return field.isMissingNode() || field.isNull() || field.isTextual() || field.isIntegralNumber();
    }

    static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
    }
}
