package org.vigie.platform.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigException;
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
        var sent = new AcknowledgedSender<>(producer).send(RECORD);

        assertThat(sent).isNotDone();
        producer.completeNext();
        assertThat(sent).isCompleted();
    }

    @Test
    void aRefusalFailsTheFuture() {
        var sent = new AcknowledgedSender<>(producer).send(RECORD);
        producer.errorNext(new TimeoutException("nobody there"));

        assertThatThrownBy(sent::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void whatGoesWrongAtOnceFailsTheFutureToo() {
        producer.sendException = new IllegalStateException("closed");

        assertThatThrownBy(new AcknowledgedSender<>(producer).send(RECORD)::join)
                .hasRootCauseMessage("closed");
    }

    @Test
    void noSettingWeakensTheAcknowledgement() {
        Map<String, Object> weak = Map.of(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 6);

        assertThatThrownBy(() -> new KafkaClients(KafkaConnectionConfig.defaults())
                        .producer(new StringSerializer(), new StringSerializer(), weak))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("idempotent");
    }
}
