package org.vigie.alerts;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.vigie.alerts.evaluate.RiskEvaluator;
import org.vigie.alerts.evaluate.StayEvaluation;
import org.vigie.alerts.evaluate.StayEvaluator;
import org.vigie.alerts.record.AlarmTrigger.SentCommand;
import org.vigie.alerts.record.CleanObservationSplitter;
import org.vigie.alerts.record.RiskScoreMapper;
import org.vigie.alerts.state.AlertStateStore;
import org.vigie.alerts.state.StayAlertState;
import org.vigie.alerts.state.StayOutput;
import org.vigie.alerts.state.StayRisk;
import org.vigie.alerts.sweep.StaySweeper;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.bed.BedName;
import org.vigie.signal.alarm.detect.AlarmDetectionState;

/**
 * Implements the step alert for the stays of one task: it processes each record of a stay once.
 *
 * <p>Processing is at least once: after a crash the records since the last commit come again. A record that the stay's state already contains
 * gets the same output again. Any other record is processed from the same state as before the crash. Nothing is lost, and a repeated output
 * has the same identity and the same text.
 */
final class AlertTask {
    private final AlertStateStore stateStore;
    private final StayEvaluator evaluator;
    private final RiskEvaluator risks;
    private final StaySweeper sweeper;
    private final HaltedSweepFilter halted;
    private final Runnable refresh;

    /** @param refresh reads the admissions */
    AlertTask(
            AlertStateStore stateStore,
            StayEvaluator evaluator,
            RiskEvaluator risks,
            StaySweeper sweeper,
            HaltedSweepFilter halted,
            Runnable refresh) {
        this.stateStore = stateStore;
        this.evaluator = evaluator;
        this.risks = risks;
        this.sweeper = sweeper;
        this.halted = halted;
        this.refresh = refresh;
    }

    /** Uses the alarm rules that are in force at a time. */
    void useRulesAt(Instant time) {
        evaluator.useRulesAt(time);
    }

    /** Processes an observation. A canary is answered at once and has no state. For a stay that has ended, a late observation is added and raises no alarm, unless the end is taken back. */
    StayOutput observation(SourceRecord<CleanObservation> record) {
        CleanObservation observation = record.value();
        if (BedName.isCanary(observation.getBed())) {
            return new CanaryReply(observation).output();
        }
        StayAlertState before = stateStore.stay(record.stay());
        if (before.contains(observation)) {
            return stateStore.recall(record.place());
        }
        if (before.isEnded()) {
            return fill(record, new StayEvaluation(before, StayOutput.NOTHING));
        }
        StayEvaluation scored = risks.evaluateUntil(observation.getPublishedAt(), before, record.now());
        return observation.getAttributedFrom() == null ? live(record, scored) : fill(record, scored);
    }

    private StayOutput fill(SourceRecord<CleanObservation> record, StayEvaluation scored) {
        StayEvaluation evaluation = evaluator.fill(scored.state(), record.value(), record.now());
        sweeper.valuesAdded(record.stay(), record.now().toEpochMilli());
        return store(record, scored.then(evaluation));
    }

    private StayOutput live(SourceRecord<CleanObservation> record, StayEvaluation scored) {
        CleanObservation observation = record.value();
        Instant clock = scored.state().detection().clock();
        StayEvaluation evaluation = evaluator.evaluate(scored.state(), observation, record.now());
        Instant after = evaluation.state().detection().clock();
        long now = record.now().toEpochMilli();
        if (new CleanObservationSplitter(observation).isLive(clock, after)) {
            sweeper.recordArrived(record.stay(), now);
        } else {
            sweeper.stateChanged(record.stay(), now);
        }
        return store(record, scored.then(evaluation));
    }

    /** Processes a risk score: it waits for the readings that the broker took before it. A score that is not newer changes nothing. */
    StayOutput score(SourceRecord<RiskScore> record) {
        StayAlertState before = stateStore.stay(record.stay());
        StayRisk risk = RiskScoreMapper.of(record.value());
        if (before.risks().isNew(risk) && !before.isEnded()) {
            stateStore.keep(before.awaiting(risk, record.published()));
            sweeper.stateChanged(record.stay(), record.now().toEpochMilli());
        }
        return StayOutput.NOTHING;
    }

    /**
     * Processes a reading that was rejected because of an equipment fault. Its output is stored only when it changed something, because a
     * monitor may send an unknown code every second.
     */
    StayOutput fault(SourceRecord<RejectedReading> record) {
        StayAlertState before = stateStore.stay(record.stay());
        if (before.isEnded()) {
            return stateStore.recall(record.place());
        }
        AlarmDetectionState detection = before.detection();
        var signals = detection.vitals().lastSignals();
        var offsets = detection.offsets();
        StayEvaluation evaluation = evaluator.evaluate(before, record.value(), record.now());
        boolean unchanged = evaluation.output().isNothing()
                && signals.equals(detection.vitals().lastSignals())
                && offsets.equals(detection.offsets());
        return unchanged ? stateStore.recall(record.place()) : keep(record, evaluation);
    }

    /** Executes a command. A command that came before gives no output; a repeated record of it gives its own output again. */
    StayOutput command(SourceRecord<AlarmCommandRecord> record) {
        StayAlertState before = stateStore.stay(record.stay());
        var command = new SentCommand(record.value(), record.origin());
        StayEvaluation scored = risks.evaluateUntil(record.published(), before, record.now());
        StayEvaluation executed = evaluator.execute(scored.state(), command, record.published(), record.now());
        boolean unchanged = executed.output().isNothing() && scored.state().equals(before);
        return unchanged ? stateStore.recall(record.place()) : keep(record, scored.then(executed));
    }

    private StayOutput keep(SourceRecord<?> record, StayEvaluation evaluation) {
        sweeper.stateChanged(record.stay(), record.now().toEpochMilli());
        return store(record, evaluation);
    }

    private StayOutput store(SourceRecord<?> record, StayEvaluation evaluation) {
        stateStore.keep(
                record.place(),
                evaluation.state(),
                evaluation.output(),
                record.now().toEpochMilli());
        return evaluation.output();
    }

    /**
     * Begins to check all stays at a wall-clock time in ms since 1970, unless this process has just gone on after a halt.
     *
     * @param most number of stays to check at once
     */
    void sweep(long now, int most, BiConsumer<String, StayOutput> publisher) {
        if (halted.isLeftOut()) {
            sweeper.resumed(now);
            return;
        }
        refresh.run();
        sweeper.begin(now, publisher);
        checkNext(now, most, publisher);
    }

    /** Checks the next stays of a sweep that has begun, unless this process was halted since. The next sweep checks them then. */
    void sweepOn(long now, int most, BiConsumer<String, StayOutput> publisher) {
        if (sweeper.hasWaiting() && halted.mayGoOn()) {
            checkNext(now, most, publisher);
        }
    }

    private void checkNext(long now, int most, BiConsumer<String, StayOutput> publisher) {
        useRulesAt(Instant.ofEpochMilli(now));
        sweeper.checkNext(now, most, publisher);
    }

    /** Records that the output of a stay is published. */
    void published(String stay, StayOutput output, long now) {
        boolean isCanary = output.triage().stream().anyMatch(triage -> BedName.isCanary(triage.getBed()));
        if (!output.triage().isEmpty() && !isCanary) {
            sweeper.triagePublished(stay, now);
        }
    }

    /** Deletes the outputs that were stored before a wall-clock time in ms since 1970. */
    void deleteOutputs(long before) {
        stateStore.deleteOutputs(before);
    }
}
