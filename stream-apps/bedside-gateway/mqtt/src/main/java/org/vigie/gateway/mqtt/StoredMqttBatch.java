package org.vigie.gateway.mqtt;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.intake.MeasuredValue;

/** A batch as it is kept to be read again: its topic, which says the bed, on a line of its own, then the payload. */
public final class StoredMqttBatch {
    private StoredMqttBatch() {}

    static byte[] of(String topic, byte[] payload) {
        var kept = new ByteArrayOutputStream();
        kept.writeBytes(topic.getBytes(StandardCharsets.UTF_8));
        kept.write('\n');
        kept.writeBytes(payload);
        return kept.toByteArray();
    }

    /** What it says by these codes; nothing when it does not begin with a topic below this root. */
    public static List<MeasuredValue> read(CodeMap codes, String root, byte[] kept) {
        int line = 0;
        while (line < kept.length && kept[line] != '\n') {
            line++;
        }
        String topic = new String(kept, 0, line, StandardCharsets.UTF_8);
        byte[] payload = Arrays.copyOfRange(kept, Math.min(line + 1, kept.length), kept.length);
        return MqttTopicAddress.of(root, topic)
                .map(address -> new MqttBatchReader(codes)
                        .read(address, payload)
                        .outcome()
                        .observations())
                .orElse(List.of());
    }
}
