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
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.Topic;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Runs the steps of a ward again on its recorded records, in one thread and without a broker.
 * <pre>
 * observations.raw, stays.current - vitals topology -+- window - score
 * moments of windows.hourly and scores.survival -----|-----^-------^
 *                                                    +- alert topology
 * commands.alerts, alarms.bedside ----------------------^
 * </pre>
 * <p>The topologies are built with the topics of the namespace. What they write is handed over under those names and no other.
 */
public final class ReplayedWard implements AutoCloseable {
    /** alert-streams checks its clock every five seconds, and takes a stay for quiet two seconds after a record. */
    private static final ClockSteps STEPS = new ClockSteps(Duration.ofSeconds(5), Duration.ofSeconds(1));

    private final ReplayNamespace namespace;
    private final TopicCatalogue topics;
    private final RecordCodec codec;
    private final BedSelection selection;
    private final Consumer<RecordedRecord> output;
    private final VerdictReplay verdicts;
    private final TopologyReplay alerts;
    private final RiskReplay risk;
    private final Map<String, Consumer<WardRecord>> steps;

    /**
     * @param serdes of the registry with which the ward's records can be decoded
     * @param output takes the records that the replay writes, with the names of the namespace's topics
     * @param start time from which the clock ticks; older records are in force
     */
    public ReplayedWard(
            ReplayNamespace namespace,
            AvroSerdes serdes,
            ReplayedSteps with,
            BedSelection selection,
            Consumer<RecordedRecord> output,
            Instant start) {
        this.namespace = namespace;
        this.topics = namespace.topics();
        this.codec = new RecordCodec(serdes);
        this.selection = selection;
        this.output = output;
        this.risk = new RiskReplay(topics, codec, with.scorer());
        List<Topic<?>> raised = List.of(topics.alertsLedger(), topics.alertsCurrent(), topics.triageCurrent());
        verdicts = new VerdictReplay(namespace, serdes, codec, with, start);
        alerts = new TopologyReplay(namespace, "alerts", with.alerts(topics, serdes), raised, STEPS, start);
        steps = Map.of(
                topics.staysCurrent().name(), this::takeStays,
                topics.observationsRaw().name(), verdicts::sendRaw,
                topics.windowsHourly().name(), this::takeWindow,
                topics.scoresSurvival().name(), this::takeScore,
                topics.commandsAlerts().name(), alerts::send,
                topics.alarmsBedside().name(), alerts::send);
    }

    /** Takes the next record of the ward. Records come in the order of their append times. */
    public void take(WardRecord record) {
        passTo(record.at());
        if (selection.has(record)) {
            Optional.ofNullable(steps.get(namespace.of(record.topic()))).ifPresent(step -> step.accept(record));
            verdicts.collect(record.at(), this::takeClean, this::takeForAlerts);
            alerts.collect(record.at(), output);
        }
    }

    /** Lets the clocks tick up to a time. */
    public void passTo(Instant at) {
        verdicts.passTo(at);
        alerts.passTo(at);
        alerts.collect(at, output);
    }

    private void takeStays(WardRecord record) {
        verdicts.sendStays(record);
        alerts.send(record);
        codec.value(topics.staysCurrent(), record.value()).ifPresent(bed -> takeStays(bed, record));
    }

    private void takeStays(BedStays bed, WardRecord record) {
        selection.take(bed);
        risk.take(bed);
        output.accept(codec.record(topics.staysCurrent(), record.key(), bed, record.at()));
    }

    private void takeClean(CleanObservation observation) {
        selection.take(observation.getStay());
        risk.take(observation);
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

    /** Returns how many beds were replayed. */
    public int beds() {
        return selection.beds();
    }

    /** Returns how many records of the ward could not be decoded and were left out. */
    public long unreadable() {
        return codec.unreadable();
    }

    @Override
    public void close() {
        verdicts.close();
        alerts.close();
        risk.close();
    }
}
