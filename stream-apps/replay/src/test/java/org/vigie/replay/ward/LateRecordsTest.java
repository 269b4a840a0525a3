package org.vigie.replay.ward;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Observation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.testing.story.BedStory;
import org.vigie.testing.story.WardStory;

class LateRecordsTest {
    private static final KafkaConnectionConfig WARD = KafkaConnectionConfig.defaults();
    private static final TopicCatalogue TOPICS = WARD.topics();
    private static final Instant END = WardStory.START.plusSeconds(60);

    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final RecordCodec codec = new RecordCodec(serdes);
    private final LateRecords late = new LateRecords(TOPICS, codec, END);

    @Test
    void aRecordOfThePeriodKeepsItsTime() {
        // given
        WardRecord record = raw(minute().observations().get(0), END.minusMillis(1));
        // when, then
        assertThat(late.known(record)).contains(record);
    }

    @Test
    void aLateValueOfThePeriodIsTakenAtItsEnd() {
        // given
        WardRecord record = raw(minute().observations().get(59), END.plusSeconds(3_600));
        // when, then
        assertThat(late.known(record)).contains(record.movedTo(END));
    }

    @Test
    void aValueThatWasMeasuredAfterThePeriodIsLeftOut() {
        // given
        BedStory next = minute().steady(1, Map.of(VariableNames.SPO2, 90.0));
        // when, then
        assertThat(late.known(raw(next.observations().get(60), END.plusSeconds(1))))
                .isEmpty();
    }

    @Test
    void aLateListOfStaysIsUsedBecauseItMayMoveAPatientOfThePeriod() {
        // given
        WardRecord stays = record(TOPICS.staysCurrent(), minute().stays(), END.plusSeconds(5));
        // when, then
        assertThat(late.known(stays)).contains(stays.movedTo(END));
    }

    @Test
    void aLateRecordThatCannotBeReadIsLeftOutAndCounted() {
        // given
        WardRecord broken = new WardRecord(
                TOPICS.observationsRaw().name(), 0, 0, "REA/1", new byte[] {1}, new RecordHeaders(), END);
        // when, then
        assertThat(late.known(broken)).isEmpty();
        assertThat(codec.unreadable()).isEqualTo(1);
    }

    @Test
    void aValueThatArrivedAfterThePeriodIsInItsVerdictsOnlyWhenItWasKnown() {
        // given: the monitor sends the last minute but one value, and that value ten minutes later
        List<Observation> onTime = new ArrayList<>(minute().observations());
        Observation delayed = onTime.remove(30);
        // when
        List<CleanObservation> notYet = replayed(onTime, List.of());
        List<CleanObservation> known = replayed(onTime, List.of(delayed));
        // then
        assertThat(notYet).hasSize(59);
        assertThat(known).hasSize(60).last().satisfies(late -> {
            assertThat(late.getMessageId()).isEqualTo(delayed.getMessageId());
            assertThat(late.getPublishedAt()).isEqualTo(END);
        });
    }

    private static BedStory minute() {
        return new WardStory().bed("1").steady(60, Map.of(VariableNames.SPO2, 97.0));
    }

    /** Replays messages of which each arrived when it was measured, and others that arrived ten minutes after the period. */
    private List<CleanObservation> replayed(List<Observation> onTime, List<Observation> delayed) {
        List<CleanObservation> clean = new ArrayList<>();
        var namespace = new ReplayNamespace("study-late", WARD);
        var options = new ReplayedStepOptions();
        options.rules = Optional.of("adult-icu-3");
        String written = namespace.topics().observationsClean().name();
        var values = serdes.of(namespace.topics().observationsClean()).deserializer();
        try (var ward = new ReplayedWard(
                namespace,
                serdes,
                options.steps(WARD, Map.of()),
                new BedSelection(List.of(), List.of()),
                record -> {
                    if (record.topic().equals(written)) {
                        clean.add(values.deserialize(written, record.value()));
                    }
                },
                WardStory.START)) {
            ward.take(record(TOPICS.staysCurrent(), minute().stays(), WardStory.START));
            onTime.forEach(message -> take(ward, message, message.getDeviceTime()));
            delayed.forEach(message -> take(ward, message, END.plusSeconds(600)));
            ward.finish();
        }
        return clean;
    }

    private void take(ReplayedWard ward, Observation message, Instant at) {
        late.known(raw(message, at)).ifPresent(ward::take);
    }

    private WardRecord raw(Observation observation, Instant at) {
        return record(TOPICS.observationsRaw(), observation, at);
    }

    private <V extends SpecificRecord> WardRecord record(Topic<V> topic, V value, Instant at) {
        byte[] bytes = serdes.of(topic).serializer().serialize(topic.name(), value);
        return new WardRecord(topic.name(), 0, 0, "REA/1", bytes, new RecordHeaders(), at);
    }
}
