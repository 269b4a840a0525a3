package org.vigie.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.topic.PartitionPeriod;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.story.WardStory;

class ReplayComparisonTest {
    private static final Instant END = WardStory.at(3_600);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final ReplayNamespace namespace = new ReplayNamespace("study-7", KafkaConnectionConfig.defaults());
    private final Topic<CleanObservation> topic = namespace.topics().observationsClean();
    private final ReplayComparison comparison =
            new ReplayComparison(namespace, serdes, new PartitionPeriod(Instant.EPOCH, END));
    private final List<CleanObservation> clean =
            new WardStory().bed("1").steady(3, Map.of(VariableNames.SPO2, 97.0)).cleanObservations();

    @Test
    void theSameRecordsInAnotherOrderAreEqual() {
        // when
        clean.forEach(this::ward);
        replay(clean.get(2));
        replay(clean.get(0));
        replay(clean.get(1));
        // then
        ComparisonResult result = comparison.result();
        assertThat(result.isEqual()).as(result.toString()).isTrue();
        assertThat(result.records()).containsEntry("verdicts", 3L);
        assertThat(result.toString()).startsWith("EQUAL");
    }

    @Test
    void aRecordThatAWardWroteTwiceCountsOnce() {
        // when
        ward(clean.get(0));
        replay(clean.get(0));
        ward(clean.get(0));
        // then
        assertThat(comparison.result().isEqual()).isTrue();
    }

    @Test
    void theFirstDifferenceIsNamedWithItsFieldAndBothValues() {
        // given
        CleanObservation other = CleanObservation.newBuilder(clean.get(1)).build();
        other.getReadings().get(0).setValue(84.0);
        // when
        clean.forEach(this::ward);
        replay(clean.get(0));
        replay(other);
        replay(clean.get(2));
        // then
        ComparisonResult result = comparison.result();
        assertThat(result.isEqual()).isFalse();
        assertThat(result.differences()).singleElement().satisfies(found -> {
            assertThat(found.text()).isEqualTo("readings[0].value: ward 97.0, replay 84.0");
            assertThat(found.place()).isEqualTo("place");
            assertThat(found.cause()).startsWith("unknown");
        });
    }

    @Test
    void aRecordOfOneSideOnlyIsADifference() {
        // when
        ward(clean.get(0));
        replay(clean.get(1));
        // then
        assertThat(comparison.result().differences())
                .extracting(FoundDifference::text)
                .containsExactlyInAnyOrder("the replay has no such record", "the ward has no such record");
    }

    @Test
    void bytesThatCannotBeReadAreCountedAndNotCompared() {
        // when
        ward(clean.get(0));
        replay(clean.get(0));
        comparison.takeWard(namespace.wardTopic(topic.name()), new byte[] {1, 2, 3}, "place");
        // then
        ComparisonResult result = comparison.result();
        assertThat(result.isEqual()).isTrue();
        assertThat(result.unreadable()).isEqualTo(1);
        assertThat(result.toString()).contains("1 records of the ward could not be decoded and were not compared");
    }

    @Test
    void aPeriodOfWhichNothingIsKeptIsNotEqual() {
        // when
        ComparisonResult result = comparison.result();
        // then
        assertThat(result.isEqual()).isFalse();
        assertThat(result.toString()).startsWith("NOTHING COMPARED");
    }

    @Test
    void aKindWithoutRecordsIsNamed() {
        // when
        ward(clean.get(0));
        replay(clean.get(0));
        // then
        assertThat(comparison.result().toString())
                .containsPattern("verdicts +1 records, 0 hours of stays differ")
                .containsPattern("scores +0 records, nothing to compare");
    }

    @Test
    void aRecordThatBothSidesWroteTwiceIsEqual() {
        // when: a crash repeated a window of the ward, and the replay follows each recorded window
        ward(clean.get(0));
        ward(clean.get(0));
        replay(clean.get(0));
        replay(clean.get(0));
        // then
        ComparisonResult result = comparison.result();
        assertThat(result.isEqual()).as(result.toString()).isTrue();
    }

    @Test
    void aRecordThatAReplayWroteTwiceIsADifference() {
        // when
        replay(clean.get(0));
        replay(clean.get(0));
        ward(clean.get(0));
        // then
        assertThat(comparison.result().differences())
                .extracting(FoundDifference::text)
                .containsExactly("the ward has no such record");
    }

    private void ward(CleanObservation observation) {
        comparison.takeWard(namespace.wardTopic(topic.name()), bytes(observation), "place");
    }

    private void replay(CleanObservation observation) {
        comparison.takeReplay(
                new RecordedRecord(topic.name(), observation.getStay(), bytes(observation), WardStory.START));
    }

    private byte[] bytes(CleanObservation observation) {
        return serdes.of(topic).serializer().serialize(topic.name(), observation);
    }
}
