package org.vigie.platform.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;

class QuarantiningExceptionHandlerTest {
    private static final ConsumerRecord<byte[], byte[]> RECORD =
            new ConsumerRecord<>("vigie.ward.observations.raw", 0, 7, new byte[0], new byte[] {1});

    private final QuarantiningExceptionHandler handler = new QuarantiningExceptionHandler();

    @Test
    void aFailureThatIsNotTheRecordsStopsTheThreadSoThatTheRecordIsReadAgain() {
        // given
        handler.configure(Map.of(
                QuarantiningExceptionHandler.APP,
                "vitals-streams",
                QuarantiningExceptionHandler.KAFKA,
                KafkaConnectionConfig.defaults()));

        // when
        var response = handler.handleError(null, RECORD, new SerializationException("the registry does not answer"));

        // then
        assertThat(response.result().name()).isEqualTo("FAIL");
        assertThat(response.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void aMissingSettingIsNamed() {
        assertThatThrownBy(() -> handler.configure(Map.of(QuarantiningExceptionHandler.APP, "vitals-streams")))
                .hasMessage(QuarantiningExceptionHandler.KAFKA);
    }
}
