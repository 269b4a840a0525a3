package org.vigie.gateway.mqtt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.vigie.gateway.intake.BedsideAlert;
import org.vigie.gateway.intake.MessageOutcome;

/** Reads the state of a device, which it sends when it connects and as its last will. */
record MqttStateReader(MqttTopicAddress address, String device) {
    /** Reads a state. A last will is a technical alarm until the device is online again. */
    MessageOutcome read(JsonNode state) {
        if (state.has("readings")) {
            return MessageOutcome.refused(MqttBatchReader.REFUSED, "readings: not taken on a state's topic");
        }
        String word = MqttBatchReader.text(state, "state");
        if (!word.equals("online") && !word.equals("offline")) {
            return MessageOutcome.refused(MqttBatchReader.REFUSED, "state: must be online or offline");
        }
        BedsideAlert alert = connectionAlert(MqttBatchTime.read(state.path("time")), word);
        return new MessageOutcome(MqttBatchReader.TAKEN, "", List.of(), List.of(), List.of(alert), List.of());
    }

    private BedsideAlert connectionAlert(MqttBatchTime time, String state) {
        boolean isGone = state.equals("offline");
        return new BedsideAlert(
                address.bed(),
                "",
                device,
                time.instant(),
                device + "-offline",
                "device-offline",
                "no connection to " + device,
                "",
                "",
                isGone ? "start" : "end",
                isGone ? "active" : "inactive",
                "PM",
                "ST");
    }
}
