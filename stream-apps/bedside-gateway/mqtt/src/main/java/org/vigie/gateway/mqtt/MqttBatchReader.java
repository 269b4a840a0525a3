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
import org.vigie.gateway.intake.BedsideAlert;
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
    private static final String TAKEN = "PUBACK";
    private static final String REFUSED = "refused";
    private static final int DEEPEST = 20;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The content of a payload.
     *
     * @param device who sent it; empty when it is not given
     * @param messageId the same when the same payload is sent again
     * @param readings how many readings it holds; they are counted before the batch is interpreted
     * @param refusal why the payload is refused; empty when it is taken
     */
    record BatchReadResult(
            String device, String messageId, int readings, MessageOutcome outcome, Optional<QuarantineReason> refusal) {
        private BatchReadResult holding(int all) {
            return new BatchReadResult(device, messageId, all, outcome, refusal);
        }

        boolean isRefused() {
            return refusal.isPresent();
        }
    }

    BatchReadResult read(MqttTopicAddress address, byte[] payload) {
        JsonNode batch;
        try {
            batch = JSON.readTree(payload);
        } catch (IOException e) {
            return refused("JSON: not well-formed" + where(e), QuarantineReason.MALFORMED_MESSAGE);
        }
        if (!batch.isObject()) {
            return refused("batch: must be an object");
        }
        String device = text(batch, "device");
        int readings = readings(batch);
        for (String field : List.of("device", "message", "patient")) {
            if (!isWord(batch.path(field))) {
                return refused(field + ": must be text").holding(readings);
            }
        }
        if (device.isEmpty()) {
            return refused("device: required").holding(readings);
        }
        String message = text(batch, "message");
        String id = message.isEmpty() ? ContentDigest.of(payload).hex() : device + "-" + message;
        MessageOutcome outcome = address.isState() ? state(address, device, batch) : batch(address, device, batch);
        Optional<QuarantineReason> refusal =
                outcome.error().isEmpty() ? Optional.empty() : Optional.of(QuarantineReason.REFUSED_MESSAGE);
        return new BatchReadResult(device, id, readings, outcome, refusal);
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
        var reader = new MqttReadingReader(map, address.bed(), text(batch, "patient"), device, time);
        for (int i = 0; i < readings.size(); i++) {
            reader.read("readings[" + i + "]", readings.get(i), measured, dropped);
        }
        return new MessageOutcome(TAKEN, "", measured, List.of(), List.of(), dropped);
    }

    /** Reads a state. A last will is a technical alarm until the device is online again. */
    private static MessageOutcome state(MqttTopicAddress address, String device, JsonNode state) {
        if (state.has("readings")) {
            return MessageOutcome.refused(REFUSED, "readings: not taken on a state's topic");
        }
        String word = text(state, "state");
        if (!word.equals("online") && !word.equals("offline")) {
            return MessageOutcome.refused(REFUSED, "state: must be online or offline");
        }
        boolean isGone = word.equals("offline");
        var alert = new BedsideAlert(
                address.bed(),
                "",
                device,
                MqttBatchTime.read(state.path("time")) instanceof MqttBatchTime.BatchInstant batchInstant
                        ? Optional.of(batchInstant.time())
                        : Optional.empty(),
                device + "-offline",
                "device-offline",
                "no connection to " + device,
                "",
                "",
                isGone ? "start" : "end",
                isGone ? "active" : "inactive",
                "PM",
                "ST");
        return new MessageOutcome(TAKEN, "", List.of(), List.of(), List.of(alert), List.of());
    }

    /** Says whether a field holds text or a whole number. A missing field, and null, count as an empty text. */
    static boolean isWord(JsonNode field) {
        return field.isMissingNode() || field.isNull() || field.isTextual() || field.isIntegralNumber();
    }

    private static String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isTextual() || value.isIntegralNumber() ? value.asText().strip() : "";
    }
}
