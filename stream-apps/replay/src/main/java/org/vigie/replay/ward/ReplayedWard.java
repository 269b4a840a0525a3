package org.vigie.replay.ward;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.vigie.platform.topic.SequentialWorker;
import org.vigie.replay.engine.RecordedRecord;
import org.vigie.replay.namespace.ReplayNamespace;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.serde.AvroSerdes;
import org.vigie.schemas.topic.TopicCatalogue;

/**
 * Runs the steps of a ward again on its recorded records, without a broker. The caller's thread decides verdicts; a thread of the replay
 * follows it with windows, scores and alarms.
 * <pre>
 * observations.raw, stays.current - vitals topology -|-+- window - score
 * moments of windows.hourly and scores.survival -----|-|----^-------^
 *                                                    | +- alert topology
 * commands.alerts, alarms.bedside -------------------|----^
 * </pre>
 * <p>The topologies are built with the topics of the namespace. What they write is handed over under those names and no other.
 */
public final class ReplayedWard implements AutoCloseable {
    /** Records by which the first half may be ahead of the second one. */
    private static final int MOST_WAITING = 2_000;

    private final TopicCatalogue topics;
    private final String wardStays;
    private final RecordCodec codec;
    private final BedSelection selection;
    private final VerdictReplay verdicts;
    private final DecisionReplay decisions;
    private final SequentialWorker worker;
    private final Map<String, Consumer<WardRecord>> steps;

    /**
     * @param serdes of the registry with which the ward's records can be decoded
     * @param output takes the records that the replay writes, with the names of the namespace's topics, on the thread of the replay
     * @param start time from which the clock ticks; older records are in force
     */
    public ReplayedWard(
            ReplayNamespace namespace,
            AvroSerdes serdes,
            ReplayedSteps with,
            BedSelection selection,
            Consumer<RecordedRecord> output,
            Instant start) {
        this.topics = namespace.topics();
        this.wardStays = namespace.wardTopic(topics.staysCurrent().name());
        this.codec = new RecordCodec(serdes);
        this.selection = selection;
        this.verdicts = new VerdictReplay(namespace, serdes, codec, with, start);
        this.decisions = new DecisionReplay(namespace, serdes, with, output, start);
        this.worker = new SequentialWorker(namespace.name(), MOST_WAITING);
        this.steps = Map.of(
                wardStays,
                verdicts::sendStays,
                namespace.wardTopic(topics.observationsRaw().name()),
                verdicts::sendRaw);
    }

    /**
     * Takes the next record of the ward. Records come in the order of their append times.
     *
     * @throws RuntimeException that the output of an earlier record threw
     */
    public void take(WardRecord record) {
        if (!selection.has(record)) {
            passTo(record.at());
            return;
        }
        verdicts.passTo(record.at());
        Optional.ofNullable(steps.get(record.topic())).ifPresent(step -> step.accept(record));
        Optional<BedStays> stays = stays(record);
        List<ReplayedVerdict> made = verdicts.collect(record.at());
        made.forEach(verdict -> verdict.kept().ifPresent(each -> selection.take(each.getStay())));
        worker.run(() -> decisions.take(record, stays, made));
    }

    private Optional<BedStays> stays(WardRecord record) {
        if (!record.topic().equals(wardStays)) {
            return Optional.empty();
        }
        Optional<BedStays> stays = codec.value(topics.staysCurrent(), record.value());
        stays.ifPresent(selection::take);
        return stays;
    }

    /** Lets the clocks tick up to a time. */
    public void passTo(Instant at) {
        verdicts.passTo(at);
        worker.run(() -> decisions.passTo(at));
    }

    /**
     * Waits until the outputs of all records are handed over.
     *
     * @throws RuntimeException that one of them threw
     */
    public void finish() {
        worker.finish();
    }

    /** Returns how many beds were replayed. */
    public int beds() {
        return selection.beds();
    }

    /** Returns how many records of the ward could not be decoded and were left out. It is known at the end. */
    public long unreadable() {
        return codec.unreadable() + decisions.unreadable();
    }

    @Override
    public void close() {
        worker.close();
        verdicts.close();
        decisions.close();
    }
}
