package org.vigie.gateway.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.terminology.CodeMap;

/**
 * Holds a batch in the form in which the gateway keeps it: its topic, which names the bed, on the first line, then the payload. It can be
 * read again when more codes are mapped.
 */
public final class StoredMqttBatch {
    private final String topic;
    private final byte[] payload;

    StoredMqttBatch(String topic, byte[] payload) {
        this.topic = topic;
        this.payload = payload.clone();
    }

    /** Reads kept bytes. Bytes that are no batch have a topic outside the root, and hold no values. */
    public static StoredMqttBatch parse(byte[] kept) {
        int line = 0;
        while (line < kept.length && kept[line] != '\n') {
            line++;
        }
        String topic = new String(kept, 0, line, StandardCharsets.UTF_8);
        return new StoredMqttBatch(topic, Arrays.copyOfRange(kept, Math.min(line + 1, kept.length), kept.length));
    }

    byte[] toBytes() {
        var kept = new ByteArrayOutputStream();
        kept.writeBytes(topic.getBytes(StandardCharsets.UTF_8));
        kept.write('\n');
        kept.writeBytes(payload);
        return kept.toByteArray();
    }

    /** Returns the values of the batch by these codes. The list is empty when its topic is not below the root. */
    public List<MeasuredValue> measured(CodeMap codes, String root) {
        return MqttTopicAddress.of(root, topic)
                .map(address -> new MqttBatchReader(codes)
                        .read(address, payload)
                        .outcome()
                        .observations())
                .orElse(List.of());
    }
}
