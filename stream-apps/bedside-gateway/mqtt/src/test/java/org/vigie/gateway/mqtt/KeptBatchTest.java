package org.vigie.gateway.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.vigie.gateway.codes.CodeMap;
import org.vigie.gateway.codes.Measured;

class KeptBatchTest {
    private static final byte[] PAYLOAD =
            "{\"device\":\"mon-3\",\"time\":1772698501000,\n\"readings\":[{\"variable\":\"hr\",\"value\":88}]}"
                    .getBytes(StandardCharsets.UTF_8);

    @Test
    void aKeptBatchStillHasItsBed() {
        assertThat(KeptBatch.read(CodeMap.standard(), "icu", KeptBatch.of("icu/REA/03", PAYLOAD)))
                .extracting(Measured::bed)
                .containsExactly("REA/03");
    }

    @Test
    void whatHasNoTopicBeforeItBringsNothing() {
        assertThat(KeptBatch.read(CodeMap.standard(), "icu", PAYLOAD)).isEmpty();
        assertThat(KeptBatch.read(CodeMap.standard(), "icu", new byte[0])).isEmpty();
        assertThat(KeptBatch.read(CodeMap.standard(), "icu", KeptBatch.of("other/REA/03", PAYLOAD)))
                .isEmpty();
    }
}
