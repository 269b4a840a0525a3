package org.vigie.gateway.mqtt;

import org.vigie.gateway.read.OutcomeJsonLine;
import org.vigie.terminology.CodeMap;

/** Sends a batch and a device's state, which must be accepted or refused with a reason. */
public final class MqttFuzz {
    private static final MqttTopicAddress BED = new MqttTopicAddress("REA/03", false);
    private static final MqttTopicAddress STATE = new MqttTopicAddress("REA/03", true);
    private static final MqttBatchReader READER = new MqttBatchReader(CodeMap.standard());

    private MqttFuzz() {}

    public static void fuzzerTestOneInput(byte[] payload) {
        check(READER.read(BED, payload));
        check(READER.read(STATE, payload));
    }

    private static void check(BatchReadResult read) {
        String line = new OutcomeJsonLine("icu/REA/03", read.outcome()).text();
        if (read.isRefused() == read.outcome().error().isEmpty() || line.indexOf('\n') >= 0) {
            throw new IllegalStateException(line);
        }
    }
}
