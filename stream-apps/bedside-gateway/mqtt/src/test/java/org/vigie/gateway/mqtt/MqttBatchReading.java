package org.vigie.gateway.mqtt;

import java.nio.charset.StandardCharsets;
import org.vigie.gateway.intake.MessageOutcome;
import org.vigie.terminology.CodeMap;

/** Reads batches of the topic of one bed. */
abstract class MqttBatchReading {
    static final String TOPIC = "icu/REA/03";

    static BatchReadResult read(String topic, String payload) {
        MqttTopicAddress address = MqttTopicAddress.of("icu", topic).orElseThrow();
        return new MqttBatchReader(CodeMap.standard()).read(address, payload.getBytes(StandardCharsets.UTF_8));
    }

    static MessageOutcome batch(String readings) {
        return read(
                        TOPIC,
                        "{\"device\":\"mon-3\",\"time\":\"2026-03-05T09:15:00+01:00\",\"readings\":[" + readings + "]}")
                .outcome();
    }
}
