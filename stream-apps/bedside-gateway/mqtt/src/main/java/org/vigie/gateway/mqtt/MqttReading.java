package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;
import org.vigie.terminology.ValueInterpreter;

/**
 * Holds one reading of a batch as sent.
 *
 * @param path where it stands in the batch: {@code readings[2]}
 */
record MqttReading(String path, JsonNode json) {
    boolean isObject() {
        return json.isObject();
    }

    String variable() {
        return text("variable");
    }

    SentCode code() {
        return new SentCode(text("system"), text("code"), text("name"));
    }

    String unit() {
        return text("unit");
    }

    String channel() {
        return text("channel");
    }

    JsonNode value() {
        return json.path("value");
    }

    /** Returns the value, NaN when it is no number. */
    double number() {
        return value().asDouble(Double.NaN);
    }

    boolean hasNumber() {
        return value().isNumber() && Double.isFinite(value().asDouble());
    }

    DropReason reasonWithoutNumber() {
        if (value().isMissingNode() || value().isNull()) {
            return DropReason.NO_RESULT;
        }
        return value().isTextual() ? DropReason.TEXT : DropReason.NOT_A_NUMBER;
    }

    boolean isRetraction() {
        return status() == MeasurementStatusRecord.RETRACTED;
    }

    boolean isCorrection() {
        return status() == MeasurementStatusRecord.CORRECTED;
    }

    MeasurementStatusRecord status() {
        String sent = text("status").toUpperCase(Locale.ROOT);
        return sent.isEmpty()
                ? MeasurementStatusRecord.VALID
                : Arrays.stream(MeasurementStatusRecord.values())
                        .filter(status -> status.name().equals(sent))
                        .findFirst()
                        .orElse(MeasurementStatusRecord.UNKNOWN);
    }

    /** Returns the reading's own time. Empty when it has none. */
    Optional<MqttBatchTime> time() {
        return json.has("time") ? Optional.of(MqttBatchTime.read(json.path("time"))) : Optional.empty();
    }

    /** Returns the first field that is filled and is neither text nor a whole number. Such a field is wrong and not absent. */
    Optional<String> firstWithoutWord(List<String> fields) {
        return fields.stream()
                .filter(field -> !MqttBatchReader.isWord(json.path(field)))
                .findFirst();
    }

    /** Returns the name of the measured quantity: its code, else its variable. */
    String shownCode() {
        return code().isEmpty() ? variable() : ValueInterpreter.displayText(List.of(code()));
    }

    private String text(String field) {
        JsonNode sent = json.path(field);
        return sent.isTextual() || sent.isIntegralNumber() ? sent.asText().strip() : "";
    }
}
