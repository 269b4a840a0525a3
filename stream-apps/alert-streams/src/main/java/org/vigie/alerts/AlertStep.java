package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.vigie.alerts.StayEvaluator.StayEvaluation;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;

/**
 * Implements the step alert: it processes each record of a stay once.
 *
 * <p>Processing is at least once: after a crash the records of the last second come again. A record that the stay's state already contains
 * gets the same output again. Any other record is processed from the same state as before the crash. Nothing is lost, and a repeated output
 * has the same identity and the same text.
 */
final class AlertStep implements Processor<String, SpecificRecord, String, StayOutput> {
    static final String MEMORY = "memory";

    private static final Duration SWEEP_INTERVAL = Duration.ofSeconds(5);
    private static final Duration DELETE_INTERVAL = Duration.ofMinutes(1);

    private final StayWatchConfig settings;
    private final StayOutputFormat format;
    private final StayDirectory directory;
    private final ReadHorizon readHorizon;
    private final StayEvaluator evaluator;

    private ProcessorContext<String, StayOutput> context;
    private AlertStateStore stateStore;
    private StaySweeper sweeper;

    AlertStep(
            StayWatchConfig settings,
            AlarmRuleCatalogue rules,
            SecondOpinionProvider opinion,
            StayOutputFormat format,
            StayDirectory directory,
            ReadHorizon readHorizon) {
        this.settings = settings;
        this.format = format;
        this.directory = directory;
        this.readHorizon = readHorizon;
        this.evaluator = new StayEvaluator(
                settings,
                rules,
                memory -> opinion.look(
                        memory.watch().vitals(),
                        directory.patient(memory.name()),
                        memory.watch().clock()));
    }

    @Override
    public void init(ProcessorContext<String, StayOutput> context) {
        this.context = context;
        stateStore = new AlertStateStore(context.getStateStore(MEMORY), format);
        int partition = context.taskId().partition();
        sweeper = new StaySweeper(
                settings,
                evaluator,
                directory,
                stateStore,
                (raw, now) -> readHorizon.of(partition, raw, now),
                this::forward);
        context.schedule(SWEEP_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::sweep);
        context.schedule(DELETE_INTERVAL, PunctuationType.WALL_CLOCK_TIME, this::deleteOldOutputs);
    }

    @Override
    public void process(Record<String, SpecificRecord> record) {
        StayAlertState before = stateStore.stay(record.key());
        if (record.value() instanceof CleanObservation observation) {
            forward(record.key(), see(before, observation));
        } else if (record.value() instanceof RiskScore score) {
            forward(record.key(), see(before, risk(score), Instant.ofEpochMilli(record.timestamp())));
        } else if (record.value() instanceof RejectedReading rejected) {
            forward(record.key(), see(before, rejected));
        } else if (record.value() instanceof AlarmCommandRecord command) {
            forward(record.key(), execute(before, command, Instant.ofEpochMilli(record.timestamp())));
        }
    }

    /** Processes an observation. For a stay that has ended, a late observation is recorded and raises no alarm. */
    private StayOutput see(StayAlertState before, CleanObservation observation) {
        if (before.hasTaken(observation)) {
            return recall();
        }
        if (before.isEnded()) {
            stateStore.keep(before.taking(observation));
            return StayOutput.NOTHING;
        }
        Instant clock = before.watch().clock();
        StayEvaluation evaluation = observation.getAttributedFrom() == null
                ? evaluator.evaluate(before, observation, now())
                : evaluator.fill(before, observation);
        if (new CleanObservationSplitter(observation)
                .isLive(clock, evaluation.memory().watch().clock())) {
            sweeper.recordArrived(before.name(), context.currentSystemTimeMs());
        }
        return keep(evaluation);
    }

    private StayOutput see(StayAlertState before, StayRisk risk, Instant published) {
        boolean unchanged = risk.isOlderThan(before.risk()) || risk.equals(before.risk());
        return unchanged || before.isEnded() ? recall() : keep(evaluator.evaluate(before, risk, published, now()));
    }

    /**
     * Processes a rejected reading. Its output is stored only when it changed something, because a monitor may send an unknown code every
     * second.
     */
    private StayOutput see(StayAlertState before, RejectedReading rejected) {
        var signals = before.watch().vitals().lastSignals();
        var offsets = before.watch().offsets();
        StayEvaluation evaluation = evaluator.evaluate(before, rejected, now());
        AlarmDetectionState after = evaluation.memory().watch();
        boolean unchanged = signals.equals(after.vitals().lastSignals()) && offsets.equals(after.offsets());
        return before.isEnded() || unchanged ? recall() : keep(evaluation);
    }

    /** Executes a command. A command that came before gives no output; a repeated record of it gives its own output again. */
    private StayOutput execute(StayAlertState before, AlarmCommandRecord command, Instant published) {
        return keepNews(evaluator.execute(before, command, origin(), published, now()));
    }

    private StayOutput keepNews(StayEvaluation evaluation) {
        return evaluation.outcome().isNothing() ? recall() : keep(evaluation);
    }

    private static StayRisk risk(RiskScore score) {
        Double probability = score.getProbability();
        return new StayRisk(
                probability == null ? List.of() : List.of(probability),
                score.getLow() == null ? List.of() : List.of(score.getLow()),
                score.getWindowEnd(),
                score.getWindowRevision());
    }

    private StayOutput recall() {
        return stateStore.recall(place());
    }

    private StayOutput keep(StayEvaluation evaluation) {
        stateStore.keep(place(), evaluation.outcome(), context.currentSystemTimeMs());
        stateStore.keep(evaluation.memory());
        return evaluation.outcome();
    }

    /** Returns the origin of the present record as text. It is the same when the record comes again after a crash. */
    private String place() {
        Origin at = origin();
        return at.getTopic() + "-" + at.getPartition() + "-" + at.getOffset();
    }

    private Origin origin() {
        return context.recordMetadata()
                .map(at -> new Origin(at.topic(), at.partition(), at.offset(), -1))
                .orElseThrow();
    }

    private Instant now() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }

    private void forward(String stay, StayOutput output) {
        long now = context.currentSystemTimeMs();
        if (!output.triage().isEmpty()) {
            sweeper.saidTriage(stay, now);
        }
        if (!output.isNothing()) {
            context.forward(new Record<>(stay, output, now));
        }
    }

    private void sweep(long now) {
        directory.refresh(context.getStateStore(StayDirectory.STORE));
        sweeper.sweep(now);
    }

    private void deleteOldOutputs(long now) {
        stateStore.deleteOutputs(now - settings.recall().toMillis());
    }
}
