package org.vigie.replay.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.Deserializer;
import org.vigie.alerts.AlertTopology;
import org.vigie.alerts.evaluate.StayWatchConfig;
import org.vigie.analytics.AlarmReportBuilder;
import org.vigie.replay.engine.RecordedClock;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.engine.TopologyDriver;
import org.vigie.schemas.Alert;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/** Runs the topology of alert-streams with one rule set over recorded records, on their times, and collects its alarms. */
public final class AlertReplay implements AutoCloseable {
    /** The interval at which alert-streams checks its clock. */
    private static final Duration TICK = Duration.ofSeconds(5);

    private final TopologyDriver driver;
    private final String ledger;
    private final Deserializer<Alert> entries;
    private final AlarmReportBuilder alarms = new AlarmReportBuilder();
    private final RecordedClock clock;

    /**
     * @param serdes of a registry of its own, so that nothing is registered for the live topics
     * @param start older records are in force, and the clock does not tick for them
     */
    public AlertReplay(
            TopicCatalogue topics, AvroSerdes serdes, AlarmRuleCatalogue rules, StayWatchConfig watch, Instant start) {
        driver = new TopologyDriver(
                "rule-trial", new AlertTopology(topics, serdes, watch, rules).buildWithoutChangelogs(), start);
        ledger = topics.alertsLedger().name();
        entries = serdes.of(topics.alertsLedger()).deserializer();
        clock = new RecordedClock(driver, start, TICK, TICK);
    }

    /** Gives a record to the topology. Before it, the clock ticks as often as it did in the live ward. */
    public void send(RecordedRecord record) {
        clock.passToRecord(record.at());
        driver.send(record.topic(), record.key(), record.value(), record.at());
    }

    /** Lets the clock tick up to a time. It begins to tick at the first record of the period. */
    public void passTo(Instant time) {
        clock.passTo(time);
    }

    /** Takes the ledger entries that were written since the last call. */
    void collect() {
        collect(alarms::take);
    }

    /** Hands over the ledger entries that were written since the last call. */
    public void collect(Consumer<Alert> handler) {
        driver.take(ledger).forEach(record -> handler.accept(entries.deserialize(ledger, record.value())));
        driver.drain();
    }

    AlarmReportBuilder alarms() {
        return alarms;
    }

    @Override
    public void close() {
        driver.close();
    }
}
