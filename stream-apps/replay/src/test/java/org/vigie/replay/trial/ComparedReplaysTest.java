package org.vigie.replay.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

/** Tests that two rule sets which are evaluated at the same time give what each gives alone. */
class ComparedReplaysTest {
    private static final TopicCatalogue TOPICS = TopicCatalogue.in("trial", 1);
    private static final AlarmRuleCatalogue CURRENT = AlarmRuleCatalogue.load("adult-icu-3");
    private static final AlarmRuleCatalogue TRIED = AlarmRuleCatalogue.adultIcu();

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());

    @Test
    void twoRuleSetsAtTheSameTimeRaiseTheAlarmsThatEachRaisesAlone() {
        // given
        List<RecordedRecord> records = desaturations();

        // when
        try (var both = replays()) {
            records.forEach(both::take);
            both.finish();

            // then
            assertThat(both.current().episodes()).isNotEmpty().isEqualTo(alone(CURRENT, records));
            assertThat(both.tried().episodes()).isNotEmpty().isEqualTo(alone(TRIED, records));
        }
    }

    @Test
    void aFailureOfAnEvaluationEndsTheTrial() {
        // given
        var unknown = new RecordedRecord("no.such.topic", "key", new byte[] {0}, WardStory.START);

        // when
        try (var both = replays()) {
            both.take(unknown);

            // then
            assertThatThrownBy(both::finish)
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageContaining("no.such.topic");
        }
    }

    private ComparedReplays replays() {
        return new ComparedReplays(TOPICS, serdes, CURRENT, TRIED, StayWatchConfig.defaults(), WardStory.START);
    }

    private Object alone(AlarmRuleCatalogue rules, List<RecordedRecord> records) {
        try (var replay = new AlertReplay(TOPICS, serdes, rules, StayWatchConfig.defaults(), WardStory.START)) {
            records.forEach(replay::send);
            replay.collect();
            return replay.alarms().episodes();
        }
    }

    /** Returns more records than are handed over together: three desaturations on one bed. */
    private List<RecordedRecord> desaturations() {
        BedStory bed = new WardStory().bed("1");
        List<RecordedRecord> records = new ArrayList<>();
        records.add(record(TOPICS.staysCurrent(), "REA/1", bed.stays(), WardStory.START));
        for (int time = 0; time < 3; time++) {
            bed = bed.steady(100, Map.of(VariableNames.SPO2, 97.0)).steady(100, Map.of(VariableNames.SPO2, 80.0));
        }
        for (CleanObservation each :
                bed.steady(30, Map.of(VariableNames.SPO2, 97.0)).cleanObservations()) {
            records.add(record(TOPICS.observationsClean(), each.getStay(), each, each.getPublishedAt()));
        }
        return records;
    }

    private <V extends SpecificRecord> RecordedRecord record(Topic<V> topic, String key, V value, Instant at) {
        byte[] bytes = serdes.of(topic).serializer().serialize(topic.name(), value);
        return new RecordedRecord(topic.name(), key, bytes, at);
    }
}
