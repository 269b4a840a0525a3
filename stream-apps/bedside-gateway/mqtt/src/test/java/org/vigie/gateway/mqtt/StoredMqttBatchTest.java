package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.terminology.CodeMap;

class StoredMqttBatchTest {
    private static final byte[] PAYLOAD =
            "{\"device\":\"mon-3\",\"time\":1772698501000,\n\"readings\":[{\"variable\":\"hr\",\"value\":88}]}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void aKeptBatchStillHasItsBed() {
        assertThat(StoredMqttBatch.parse(new StoredMqttBatch("icu/REA/03", PAYLOAD).toBytes())
                        .measured(CodeMap.standard(), "icu"))
                .extracting(MeasuredValue::bed)
                .containsExactly("REA/03");
    }

    @Test
    void whatHasNoTopicBeforeItBringsNothing() {
        assertThat(StoredMqttBatch.parse(PAYLOAD).measured(CodeMap.standard(), "icu"))
                .isEmpty();
        assertThat(StoredMqttBatch.parse(new byte[0]).measured(CodeMap.standard(), "icu"))
                .isEmpty();
        assertThat(StoredMqttBatch.parse(new StoredMqttBatch("other/REA/03", PAYLOAD).toBytes())
                        .measured(CodeMap.standard(), "icu"))
                .isEmpty();
    }
}
