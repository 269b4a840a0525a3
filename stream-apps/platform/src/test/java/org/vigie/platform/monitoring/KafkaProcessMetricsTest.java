package org.vigie.platform.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Asks clients of Kafka that reach no broker. */
class KafkaProcessMetricsTest {
    private static final Map<String, Object> NO_BROKER =
            Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:1");
    private static final KafkaBeans PRODUCERS = new KafkaBeans("kafka.producer:type=producer-metrics,client-id=*");

    @Test
    void everyClientOfTheProcessIsFoundAsLongAsItIsOpen() {
        // given
        long before = PRODUCERS.values("buffer-total-bytes").count();

        // when
        var producer = new KafkaProducer<>(NO_BROKER, new ByteArraySerializer(), new ByteArraySerializer());

        // then
        assertThat(PRODUCERS.values("buffer-total-bytes").count()).isEqualTo(before + 1);

        // when
        producer.close(Duration.ZERO);

        // then
        assertThat(PRODUCERS.values("buffer-total-bytes").count()).isEqualTo(before);
    }

    @Test
    void aProcessWithoutTrafficShowsZeroAndNoGap() {
        // when
        String text = MetricsText.of(Stream.of(new KafkaProcessMetrics().collect()));

        // then
        assertThat(text.lines().filter(line -> !line.startsWith("#")).map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyInAnyOrder(
                        "vigie_kafka_process_records_consumed_total",
                        "vigie_kafka_process_records_sent_total",
                        "vigie_kafka_process_record_errors_total",
                        "vigie_kafka_process_lag_records",
                        "vigie_kafka_process_poll_records",
                        "vigie_kafka_process_batch_bytes",
                        "vigie_kafka_process_send_delay_seconds",
                        "vigie_kafka_process_waiting_bytes");
    }

    @Test
    void aFigureThatNoClientHasIsLeftOut() {
        assertThat(PRODUCERS.values("no-such-figure").count()).isZero();
    }
}
