package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;

class AcknowledgedSenderTest {
    private static final ProducerRecord<String, String> RECORD = new ProducerRecord<>("topic", "key", "value");

    private final MockProducer<String, String> producer =
            new MockProducer<>(false, null, new StringSerializer(), new StringSerializer());

    @Test
    void aRecordIsSentOnceTheBrokerHasIt() {
        // when
        var sent = new AcknowledgedSender<>(producer).send(RECORD);

        // then
        assertThat(sent).isNotDone();

        // when
        producer.completeNext();

        // then
        assertThat(sent).isCompleted();
    }

    @Test
    void aRefusalFailsTheFuture() {
        // given
        var sent = new AcknowledgedSender<>(producer).send(RECORD);
        producer.errorNext(new TimeoutException("nobody there"));

        // when, then
        assertThatThrownBy(sent::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whatGoesWrongAtOnceFailsTheFutureToo() {
        // given
        producer.sendException = new IllegalStateException("closed");

        // when, then
        assertThatThrownBy(new AcknowledgedSender<>(producer).send(RECORD)::join)
                .hasRootCauseMessage("closed");
    }

    @Test
    void noSettingWeakensTheAcknowledgement() {
        // given
        Map<String, Object> weak = Map.of(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 6);

        // when, then
        assertThatThrownBy(() -> new KafkaClients(KafkaConnectionConfig.defaults())
                        .producer(new StringSerializer(), new StringSerializer(), weak))
                .isInstanceOf(KafkaException.class)
                .hasMessageContainingAll("kafka.client", "idempotent");
    }
}
