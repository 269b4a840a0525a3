package org.vigie.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.Origin;
import org.vigie.schemas.RejectedReading;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.signal.alarm.AlarmTransition;
import org.vigie.signal.alarm.detect.AlarmDetectionState;
import org.vigie.signal.alarm.detect.AlarmDetector;
import org.vigie.signal.alarm.detect.InstantReadings;
import org.vigie.signal.alarm.lifecycle.AlarmLifecycle;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.signal.earlywarning.EarlyWarningScore;
import org.vigie.signal.triage.DisplayedTriage;
import org.vigie.signal.triage.TriageAssessment;
import org.vigie.signal.triage.TriageLevel;
import org.vigie.signal.triage.TriageRules;
import org.vigie.signal.triage.TriageSecondOpinion;

/** Evaluates early warning, alarms and triage of one stay, in this order, and returns the new state. */
final class StayEvaluator {
    private final CompiledUnitRules.RuleCache units;
    private final TriageRules triageRules = TriageRules.adultIcu();
    private final StayWatchConfig settings;
    private final Function<StayAlertState, Optional<TriageSecondOpinion>> secondLook;

    StayEvaluator(
            StayWatchConfig settings,
            AlarmRuleCatalogue rules,
            Function<StayAlertState, Optional<TriageSecondOpinion>> secondLook) {
        this.settings = settings;
        this.units = new CompiledUnitRules.RuleCache(rules);
        this.secondLook = secondLook;
    }

    /** The new state of a stay with the resulting output. */
    record StayEvaluation(StayAlertState memory, StayOutput outcome) {}

    StayEvaluation evaluate(StayAlertState memory, CleanObservation observation, Instant now) {
        Instant before = memory.watch().clock();
        var writer = new LedgerWriter(memory, units, AlarmTrigger.of(observation, now));
        writer.moveToBed(observation.getBed());
        for (InstantReadings snapshot : new CleanObservationSplitter(observation).instants()) {
            List<AlarmTransition> transitions = writer.unit().alarms().evaluate(memory.watch(), snapshot);
            writer.advanceTo(memory.watch().clock());
            writer.append(transitions);
        }
        writer.append(clock(writer.unit().alarms(), memory.watch(), observation));
        StayAlertState taken = memory.taking(observation);
        boolean live = new CleanObservationSplitter(observation)
                .isLive(before, memory.watch().clock());
        return live ? triage(taken, writer) : triageUnlessSilent(taken, writer);
    }

    private static List<AlarmTransition> clock(
            AlarmDetector detector, AlarmDetectionState watch, CleanObservation observation) {
        List<String> variables = observation.getReadings().stream()
                .map(JudgedReading::getVariable)
                .toList();
        Instant received = observation.getReceivedTime();
        return detector.clockOff(watch, variables, received)
                .map(off -> detector.clock(watch, observation.getBed(), observation.getDevice(), off, received))
                .orElse(List.of());
    }

    /** Adds readings that were measured before the patient was known. They update the current values and raise no alarm. */
    StayEvaluation fill(StayAlertState memory, CleanObservation observation) {
        AlarmDetector detector = units.at(observation.getBed(), List.of()).alarms();
        new CleanObservationSplitter(observation)
                .instants()
                .forEach(snapshot -> detector.fillPast(memory.watch(), snapshot));
        return new StayEvaluation(memory.taking(observation), StayOutput.NOTHING);
    }

    /** Evaluates a risk score. It raises no alarm beyond its own kind; without an interval it is only shown with the triage. */
    StayEvaluation evaluate(StayAlertState memory, StayRisk risk, Instant published, Instant now) {
        var writer = new LedgerWriter(memory, units, AlarmTrigger.unprompted(published, now));
        if (!memory.hasNoReadings()) {
            risk.low()
                    .forEach(low -> writer.append(
                            writer.unit().alarms().predict(memory.watch(), memory.bed(), low, risk.windowEnd())));
        }
        return triageUnlessSilent(memory.with(risk), writer);
    }

    /** Updates the triage unless the stay is silent. While a stay sends nothing, neither past readings nor a model can give it a level. */
    private StayEvaluation triageUnlessSilent(StayAlertState memory, LedgerWriter writer) {
        boolean silent = memory.shown().stream().map(DisplayedTriage::triage).anyMatch(TriageRules::isOfSilence);
        return silent ? new StayEvaluation(memory.sealedBy(writer), writer.outcome()) : triage(memory, writer);
    }

    /** Evaluates a reading that was rejected because of an equipment fault. */
    StayEvaluation evaluate(StayAlertState memory, RejectedReading rejected, Instant now) {
        var writer = new LedgerWriter(memory, units, AlarmTrigger.unprompted(rejected.getPublishedAt(), now));
        writer.moveToBed(rejected.getBed());
        AlarmDetector detector = writer.unit().alarms();
        Instant received = received(rejected);
        writer.append(
                rejected.getReason() == CleaningReasonRecord.FUTURE_TIME
                        ? detector.clock(
                                memory.watch(), rejected.getBed(), rejected.getDevice(), ahead(rejected), received)
                        : detector.unmapped(memory.watch(), rejected.getBed(), rejected.getDetail(), received));
        return new StayEvaluation(memory.sealedBy(writer), writer.outcome());
    }

    private static Duration ahead(RejectedReading rejected) {
        Instant newest = later(rejected.getReading().getMeasuredAt(), rejected.getReceivedTime());
        return Duration.between(received(rejected), later(newest, received(rejected)));
    }

    /** Returns the time of receipt. If it is later than the broker's time, the broker's time is used, because no sender can set it. */
    private static Instant received(RejectedReading rejected) {
        Instant published = rejected.getPublishedAt();
        return rejected.getReceivedTime().isAfter(published) ? published : rejected.getReceivedTime();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Executes a command at the time at which the broker appended it. */
    StayEvaluation execute(
            StayAlertState memory, AlarmCommandRecord command, Origin origin, Instant published, Instant now) {
        var writer = new LedgerWriter(memory, units, AlarmTrigger.of(command, origin, published, now));
        Instant clock = memory.hasNoReadings() ? command.getAt() : memory.clockAt(published);
        writer.execute(AlarmCommandMapper.of(command), clock);
        return new StayEvaluation(memory.sealedBy(writer), writer.outcome());
    }

    /** Returns true when a deadline of the stay's alarms has passed. */
    boolean isDue(StayAlertState memory, Instant clock) {
        var policy = units.at(memory.calls().bed(), List.of()).rules().policy();
        return new AlarmLifecycle(memory.calls(), policy, "").isDue(clock);
    }

    /** Advances the time of a stay that sends nothing. */
    StayEvaluation advanceTo(StayAlertState memory, Instant clock, Instant now) {
        var writer = new LedgerWriter(memory, units, AlarmTrigger.unprompted(memory.published(), now));
        writer.advanceTo(clock);
        return new StayEvaluation(memory.sealedBy(writer), writer.outcome());
    }

    private StayEvaluation triage(StayAlertState memory, LedgerWriter writer) {
        StayAlertState sealed = memory.sealedBy(writer);
        AlarmDetectionState watch = memory.watch();
        Instant at = watch.clock();
        if (at.equals(Instant.EPOCH)) {
            return new StayEvaluation(sealed, writer.outcome());
        }
        EarlyWarningScore warning = writer.unit().alarms().warning(watch);
        TriageAssessment now =
                triageRules.decide(watch.vitals(), warning, memory.risk().at(at, settings.riskAge()), at);
        Optional<DisplayedTriage> before = memory.shown().stream().findFirst();
        DisplayedTriage displayed =
                before.map(last -> last.then(now, at)).orElseGet(() -> DisplayedTriage.first(now, at));
        Optional<TriageAssessment> changed = before.isEmpty() ? Optional.of(now) : displayed.saidAfter(before.get());
        return new StayEvaluation(
                sealed.with(displayed),
                writer.outcome()
                        .with(changed.stream()
                                .map(each -> triageRecord(each, memory))
                                .toList()));
    }

    /**
     * Marks a stay as silent. Its triage level becomes unknown.
     *
     * @param here true when the patient is known to be present, so that the silence of the monitor raises an alarm
     */
    StayEvaluation markSilent(StayAlertState memory, boolean here, Instant now) {
        Instant noticed = memory.published().plus(settings.silence());
        var writer = new LedgerWriter(memory, units, AlarmTrigger.unprompted(noticed, now));
        writer.append(
                writer.unit().alarms().clearUnread(memory.watch()).stream().toList());
        if (here) {
            Optional<AlarmTransition> missed =
                    writer.unit().alarms().raiseSilent(memory.watch(), memory.bed(), settings.silence());
            missed.ifPresent(made -> writer.advanceTo(made.at()));
            writer.append(missed.stream().toList());
        }
        return unknown(memory.sealedBy(writer), writer, triageRules.silent(nothing(memory)));
    }

    /** Returns true when the silence of a stay with a present patient would raise an alarm. */
    boolean wouldRaiseSilent(StayAlertState memory) {
        return units.at(memory.calls().bed(), List.of()).alarms().wouldRaiseSilent(memory.watch());
    }

    /** Returns true when unread readings of a stay with a present patient would raise an alarm. */
    boolean wouldRaiseUnread(StayAlertState memory) {
        return units.at(memory.calls().bed(), List.of()).alarms().wouldRaiseUnread(memory.watch());
    }

    /** Marks a stay with a present patient whose readings have waited so long that somebody must check it. It raises an alarm. */
    StayEvaluation markUnread(StayAlertState memory, Duration unread, Instant now) {
        var writer = new LedgerWriter(
                memory, units, AlarmTrigger.unprompted(memory.published().plus(unread), now));
        Optional<AlarmTransition> missed = writer.unit().alarms().raiseUnread(memory.watch(), memory.bed(), unread);
        missed.ifPresent(made -> writer.advanceTo(made.at()));
        writer.append(missed.stream().toList());
        return unknown(memory.sealedBy(writer), writer, triageRules.late(nothing(memory)));
    }

    /** Marks a stay whose readings may be waiting. Its level becomes unknown, and no alarm is raised. */
    StayEvaluation markLate(StayAlertState memory, Instant now) {
        var writer = new LedgerWriter(memory, units, AlarmTrigger.unprompted(memory.published(), now));
        return unknown(memory.sealedBy(writer), writer, triageRules.late(nothing(memory)));
    }

    /** Ends a stay whose patient has left; {@code noted} is wall-clock time. */
    StayEvaluation endStay(StayAlertState memory, Instant end, Instant noted) {
        var writer = new LedgerWriter(memory, units, AlarmTrigger.unprompted(memory.published(), noted));
        writer.end(writer.unit().alarms().clearAll(memory.watch(), end), end);
        return unknown(memory.sealedBy(writer).endingAt(noted), writer, triageRules.ended(nothing(memory)));
    }

    /** Returns the displayed triage at the stay's clock. */
    StayOutput repeatDisplayed(StayAlertState memory) {
        return StayOutput.of(memory.shown().stream()
                .map(displayed -> triageRecord(displayed.triage(), memory))
                .toList());
    }

    private EarlyWarningScore nothing(StayAlertState memory) {
        return units.at(memory.bed(), List.of()).alarms().warning(new AlarmDetectionState(memory.name()));
    }

    private StayEvaluation unknown(StayAlertState memory, LedgerWriter writer, TriageAssessment unknown) {
        return new StayEvaluation(
                memory.with(DisplayedTriage.first(unknown, memory.watch().clock())),
                writer.outcome().with(List.of(triageRecord(unknown, memory))));
    }

    /** Returns the triage record. Without a level of the rules no second opinion is shown, because it would be mistaken for a level. */
    private TriageAssessmentRecord triageRecord(TriageAssessment triage, StayAlertState memory) {
        return AlertRecordMapper.triage(
                triage,
                memory.watch().stay(),
                memory.bed(),
                memory.watch().clock(),
                triage.level() == TriageLevel.UNKNOWN ? Optional.empty() : secondLook.apply(memory));
    }
}
