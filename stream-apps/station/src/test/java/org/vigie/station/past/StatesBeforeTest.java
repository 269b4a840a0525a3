package org.vigie.station.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Tests which states of before a period are handed over. */
class StatesBeforeTest {
    private static final long BEGIN = 100;
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("test", 1);

    private final StatesBefore states = new StatesBefore(List.of(TOPICS.alertsCurrent()), Instant.ofEpochMilli(BEGIN));
    private final List<String> handed = new ArrayList<>();

    @Test
    void ofTheStatesBeforeThePeriodTheNewestOfEachKeyIsHandedOverInTheOrderOfTheKeys() {
        // when
        take(TOPICS.alertsCurrent(), 1, "a1", "raised");
        take(TOPICS.alertsCurrent(), 2, "a2", "raised");
        take(TOPICS.alertsCurrent(), 3, "a1", "cleared");
        take(TOPICS.observationsClean(), BEGIN, "s1", "message");

        // then
        assertThat(handed).containsExactly("a1 cleared", "a2 raised", "s1 message");
    }

    @Test
    void aStateThatWasDeletedBeforeThePeriodIsNotHandedOver() {
        // when
        take(TOPICS.alertsCurrent(), 1, "a1", "raised");
        take(TOPICS.alertsCurrent(), 2, "a1", null);
        states.finish(this::note);

        // then
        assertThat(handed).isEmpty();
    }

    @Test
    void eachStateOfThePeriodIsHandedOverAndEachRecordOfAnotherTopic() {
        // when
        take(TOPICS.alertsLedger(), 1, "s1", "note 1");
        take(TOPICS.alertsLedger(), 2, "s1", "note 2");
        take(TOPICS.alertsCurrent(), BEGIN, "a1", "raised");
        take(TOPICS.alertsCurrent(), BEGIN + 1, "a1", "cleared");
        take(TOPICS.alertsCurrent(), BEGIN + 2, "a1", null);
        states.finish(this::note);

        // then
        assertThat(handed).containsExactly("s1 note 1", "s1 note 2", "a1 raised", "a1 cleared", "a1 deleted");
    }

    private void take(Topic<?> topic, long at, String key, String value) {
        states.take(
                new ConsumerRecord<>(
                        topic.name(),
                        0,
                        at,
                        at,
                        TimestampType.LOG_APPEND_TIME,
                        0,
                        0,
                        key.getBytes(StandardCharsets.UTF_8),
                        value == null ? null : value.getBytes(StandardCharsets.UTF_8),
                        new RecordHeaders(),
                        Optional.empty()),
                this::note);
    }

    private void note(ConsumerRecord<byte[], byte[]> record) {
        handed.add(new String(record.key(), StandardCharsets.UTF_8)
                + ' '
                + (record.value() == null ? "deleted" : new String(record.value(), StandardCharsets.UTF_8)));
    }
}
