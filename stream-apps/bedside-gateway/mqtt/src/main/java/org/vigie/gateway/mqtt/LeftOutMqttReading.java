package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.mqtt.MqttBatchTime.UnreadableBatchTime;
import org.vigie.terminology.DropReason;

/** Describes a reading that is left out: the field that is wrong, what was sent there, and what is expected. */
record LeftOutMqttReading(MqttReading reading) {
    /** Leaves the reading out because a field holds no text. */
    DroppedElement withoutText(String field) {
        JsonNode sent = reading.json().path(field);
        String shown = sent.isValueNode() ? sent.asText() : sent.toString();
        return new DroppedElement(reading.path(), field, reading.shownCode(), shown, DropReason.MALFORMED)
                .withReadings(1)
                .withExpected("text");
    }

    /** @param time the time that cannot be read: its own, or that of the batch */
    DroppedElement withoutTime(MqttBatchTime time) {
        String place = reading.json().has("time") ? reading.path() : "batch";
        UnreadableBatchTime filled = time instanceof UnreadableBatchTime unreadable ? unreadable : null;
        DropReason reason = filled == null ? DropReason.NO_TIME : DropReason.UNREADABLE_TIME;
        return new DroppedElement(place, "time", reading.shownCode(), filled == null ? "" : filled.sent(), reason)
                .withReadings(1)
                .withExpected(filled == null ? MqttBatchTime.EXPECTED : filled.expected());
    }

    DroppedElement because(DropReason reason) {
        boolean isWhole = !reading.isObject();
        JsonNode sent = isWhole ? reading.json() : reading.value();
        String code = isWhole ? "" : reading.shownCode();
        return new DroppedElement(
                        reading.path(), field(reason), code, sent.isMissingNode() ? "" : sent.asText(), reason)
                .withReadings(1);
    }

    /** Returns the field that a reason concerns. */
    private static String field(DropReason reason) {
        return switch (reason) {
            case UNMAPPED_CODE, NO_CODE -> "code";
            case UNKNOWN_UNIT, CONTRADICTING_UNIT, NO_UNIT -> "unit";
            case RETRACTED -> "status";
            default -> "value";
        };
    }
}
