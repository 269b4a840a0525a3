package org.vigie.alerts.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.alerts.sweep.StayDirectory;
import org.vigie.records.BedsideAlarmMapper;
import org.vigie.records.MonitorAlarmRule;
import org.vigie.schemas.Alert;
import org.vigie.schemas.AlertStateRecord;
import org.vigie.schemas.BedsideAlarm;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.testing.story.MonitorAlarmStory;
import org.vigie.testing.story.WardStory;

/** Tests the messages of a monitor that come again after a crash, with the state that the crash left. */
class MonitorLedgerStepTest {
    private static final String CHAIN = "monitors:REA/03";

    private final TopicCatalogue topics = TopicCatalogue.in("test", 1);
    private final AvroSerdes serdes = new AvroSerdes(new MockSchemaRegistryClient());
    private final MockProcessorContext<String, Alert> context = new MockProcessorContext<>();
    private final MonitorLedgerStep step = new MonitorLedgerStep(topics, serdes, MonitorAlarmRule.standard());
    private KeyValueStore<String, Alert> entries;

    @BeforeEach
    void start() {
        var kept = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(MonitorLedgerStep.STORE),
                        Serdes.String(),
                        serdes.of(topics.alertsLedger()))
                .withLoggingDisabled()
                .build();
        var beds = Stores.timestampedKeyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(StayDirectory.STORE), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        kept.init(context.getStateStoreContext(), kept);
        beds.init(context.getStateStoreContext(), beds);
        entries = kept;
        step.init(context);
    }

    @Test
    void anEndThatComesAgainDoesNotEndTheAlarmThatBeganAfterIt() {
        // given
        tell(0, begun(1));
        tell(1, alarm("end", 5));
        List<Alert> second = tell(2, begun(9));

        // when
        List<Alert> again = tell(1, alarm("end", 5));

        // then
        assertThat(again).extracting(Alert::getState).containsExactly(AlertStateRecord.CLEARED);
        assertThat(hashes(tell(2, begun(9)))).isEqualTo(hashes(second));
        assertThat(entries.get(BedsideAlarmMapper.name(begun(9)))).isNotNull();
    }

    @Test
    void aStartWhoseOwnEntryWasLostInACrashGetsTheSameEntryAgain() {
        // given: the crash left only the entry that ends the alarm before
        List<Alert> first = tell(0, begun(1));
        List<Alert> both = tell(1, begun(9));
        entries.put(CHAIN, both.get(0));
        entries.delete(CHAIN + "#" + both.get(1).getSequence());
        entries.delete(BedsideAlarmMapper.name(begun(9)));

        // when
        List<Alert> again = tell(1, begun(9));

        // then
        assertThat(first).hasSize(1);
        assertThat(both).extracting(Alert::getState).containsExactly(AlertStateRecord.CLEARED, AlertStateRecord.RAISED);
        assertThat(hashes(again)).isEqualTo(hashes(both));
    }

    /** Returns the hashes of entries, which are those of everything that the entries say. */
    private static List<String> hashes(List<Alert> entries) {
        return entries.stream().map(Alert::getHash).toList();
    }

    private List<Alert> tell(long offset, BedsideAlarm alarm) {
        context.resetForwards();
        context.setRecordMetadata(topics.alarmsBedside().name(), 0, offset);
        step.process(new Record<>(alarm.getBed(), alarm, alarm.getReceivedTime().toEpochMilli()));
        return context.forwarded().stream()
                .<Alert>map(forwarded -> forwarded.record().value())
                .toList();
    }

    private static BedsideAlarm begun(int second) {
        BedsideAlarm start = alarm("start", second);
        start.setRaisedAt(WardStory.START.plusSeconds(second));
        return start;
    }

    private static BedsideAlarm alarm(String phase, int second) {
        return new MonitorAlarmStory("REA/03", "1", "*** VFIB", "PH").says(phase, WardStory.START.plusSeconds(second));
    }
}
