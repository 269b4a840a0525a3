package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.intake.MeasuredValue;

class StoredMqttBatchTest {
    private static final byte[] PAYLOAD =
            "{\"device\":\"mon-3\",\"time\":1772698501000,\n\"readings\":[{\"variable\":\"hr\",\"value\":88}]}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void aKeptBatchStillHasItsBed() {
        assertThat(StoredMqttBatch.read(CodeMap.standard(), "icu", StoredMqttBatch.of("icu/REA/03", PAYLOAD)))
                .extracting(MeasuredValue::bed)
                .containsExactly("REA/03");
    }

    @Test
    void whatHasNoTopicBeforeItBringsNothing() {
        assertThat(StoredMqttBatch.read(CodeMap.standard(), "icu", PAYLOAD)).isEmpty();
        assertThat(StoredMqttBatch.read(CodeMap.standard(), "icu", new byte[0])).isEmpty();
        assertThat(StoredMqttBatch.read(CodeMap.standard(), "icu", StoredMqttBatch.of("other/REA/03", PAYLOAD)))
                .isEmpty();
    }
}
