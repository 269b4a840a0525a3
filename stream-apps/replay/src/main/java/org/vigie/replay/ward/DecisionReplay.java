package org.vigie.replay.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.replay.ward.TopologyReplay.ClockSteps;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/** Runs the second half of a replay: windows, scores and alarms, from the verdicts of the first half. It is used by one thread. */
final class DecisionReplay implements AutoCloseable {
    /** alert-streams checks its clock every five seconds, and takes a stay for quiet two seconds after a record. */
    private static final ClockSteps STEPS = new ClockSteps(Duration.ofSeconds(5), Duration.ofSeconds(1));

    private final ReplayNamespace namespace;
    private final TopicCatalogue topics;
    private final RecordCodec codec;
    private final Consumer<RecordedRecord> output;
    private final TopologyReplay alerts;
    private final RiskReplay risk;
    private final Map<String, Consumer<WardRecord>> steps;

    DecisionReplay(
            ReplayNamespace namespace,
            AvroSerdes serdes,
            ReplayedSteps with,
            Consumer<RecordedRecord> output,
            Instant start) {
        this.namespace = namespace;
        this.topics = namespace.topics();
        this.codec = new RecordCodec(serdes);
        this.output = output;
        this.risk = new RiskReplay(topics, codec, with.scorer(), with.estimator());
        List<Topic<?>> raised = List.of(topics.alertsLedger(), topics.alertsCurrent(), topics.triageCurrent());
        alerts = new TopologyReplay(namespace, "alerts", with.alerts(topics, serdes), raised, STEPS, start);
        steps = Map.of(
                topics.windowsHourly().name(), this::takeWindow,
                topics.scoresSurvival().name(), this::takeScore,
                topics.staysCurrent().name(), alerts::send,
                topics.commandsAlerts().name(), alerts::send,
                topics.alarmsBedside().name(), alerts::send);
    }

    /**
     * Takes the next record of the ward.
     *
     * @param stays value of a record of the stays on a bed; empty for any other
     * @param verdicts that the first half made of it
     */
    void take(WardRecord record, Optional<BedStays> stays, List<ReplayedVerdict> verdicts) {
        passTo(record.at());
        Optional.ofNullable(steps.get(namespace.of(record.topic()))).ifPresent(step -> step.accept(record));
        stays.ifPresent(bed -> takeStays(bed, record));
        verdicts.forEach(this::takeVerdict);
        alerts.collect(record.at(), output);
    }

    /** Lets the clocks tick up to a time. */
    void passTo(Instant at) {
        alerts.passTo(at);
        alerts.collect(at, output);
    }

    private void takeStays(BedStays bed, WardRecord record) {
        risk.take(bed);
        output.accept(codec.record(topics.staysCurrent(), record.key(), bed, record.at()));
    }

    private void takeVerdict(ReplayedVerdict verdict) {
        verdict.kept().ifPresent(risk::take);
        takeForAlerts(verdict.record());
    }

    private void takeForAlerts(RecordedRecord record) {
        output.accept(record);
        alerts.send(record);
    }

    private void takeWindow(WardRecord record) {
        risk.window(record).ifPresent(output);
    }

    private void takeScore(WardRecord record) {
        risk.score(record).ifPresent(this::takeForAlerts);
    }

    /** Returns how many records of the ward could not be decoded and were left out. */
    long unreadable() {
        return codec.unreadable();
    }

    @Override
    public void close() {
        alerts.close();
        risk.close();
    }
}
