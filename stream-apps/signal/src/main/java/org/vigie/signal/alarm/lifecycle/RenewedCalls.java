package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.CalledAgain;
import org.vigie.signal.alarm.event.CallReason;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.incident.LiveAlarmValues;
import org.vigie.signal.alarm.incident.ScoreBandProgress;
import org.vigie.signal.alarm.lifecycle.AlarmDeadlines.DueAction;

/**
 * Calls again after an acknowledgement or the last escalation step: for a HIGH alarm whose condition was measured again, and for a score
 * that rises.
 */
final class RenewedCalls {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final AlarmEventRecorder recorder;
    private final EscalationSchedule schedule;
    private final LiveAlarmValues values;

    RenewedCalls(StayAlarms stayAlarms, AlarmPolicy policy, AlarmEventRecorder recorder, LiveAlarmValues values) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.recorder = recorder;
        this.schedule = new EscalationSchedule(stayAlarms, policy);
        this.values = values;
    }

    /**
     * Returns the next call for a HIGH alarm that is still true after its acknowledgement or after the last escalation step. Only a newer
     * measurement shows that it is: without one there is no call.
     */
    Stream<DueAction> stillTrue() {
        return settledAt().stream()
                .flatMap(settled -> IncidentAlarms.of(stayAlarms).calling().stream()
                        .filter(RenewedCalls::isHighAndTrue)
                        .flatMap(open -> stillTrue(open, handledAt(open, settled))));
    }

    /** Returns since when nothing more is done about the newest call: its acknowledgement, or the last escalation step. */
    private Optional<Instant> settledAt() {
        Optional<Instant> answered =
                acknowledged().flatMap(Incident::acknowledgement).map(AlarmAcknowledgement::at);
        boolean goesOn = schedule.incidentStep().isPresent();
        return answered.or(() -> goesOn ? Optional.empty() : schedule.stepTakenAt(AlarmPriority.HIGH));
    }

    /** Returns the renewed call of an alarm: after the unit's time, but not before somebody measured again. */
    private Stream<DueAction> stillTrue(OpenAlarm open, Instant handled) {
        Instant renewal = handled.plus(policy.incidents().calls().renewal());
        return values
                .measuredAfter(handled, open.alarm(), later(renewal, stayAlarms.clock()))
                .map(measured -> later(renewal, measured))
                .map(due -> new DueAction(
                        due, () -> callAgain(open, CallReason.STILL_TRUE, later(due, stayAlarms.clock()))))
                .stream();
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    static boolean isHighAndTrue(OpenAlarm open) {
        return open.lastingPriority() == AlarmPriority.HIGH && !open.handling().latched();
    }

    /** Returns since when nothing more is done about one alarm of the newest call. */
    private static Instant handledAt(OpenAlarm open, Instant settled) {
        Instant own = open.handling()
                .acknowledgement()
                .map(AlarmAcknowledgement::at)
                .orElse(open.alarm().raisedAt());
        return later(own, settled);
    }

    /**
     * Calls again when the early-warning score has stayed in a higher response band beside an acknowledged alarm above LOW. A score that has
     * recovered lowers the band from which it calls again. Only the time between readings counts: a score that nobody measured again has not
     * stayed anywhere.
     */
    void callForScore() {
        acknowledged().ifPresent(this::callForScore);
    }

    private void callForScore(Incident incident) {
        Instant now = values.newestReadingAt(stayAlarms.clock());
        Duration hold = policy.incidents().scoreHold();
        int band = recorder.scoreBand();
        ScoreBandProgress score = incident.response().score().at(band, now);
        ScoreBandProgress kept = score.hasRecovered(now, hold) ? new ScoreBandProgress(band) : score;
        if (!kept.equals(incident.response().score())) {
            stayAlarms.keep(incident.with(kept));
        }
        boolean aboveLow = incident.levelOrNull() != null && incident.levelOrNull() != AlarmPriority.LOW;
        if (aboveLow && kept.hasRisen(now, hold)) {
            IncidentAlarms.of(stayAlarms)
                    .lead()
                    .ifPresent(lead -> callAgain(lead, CallReason.SCORE_BAND, stayAlarms.clock()));
        }
    }

    private Optional<Incident> acknowledged() {
        return stayAlarms.incident().filter(Incident::isAcknowledged);
    }

    void callAgain(OpenAlarm open, CallReason reason, Instant at) {
        stayAlarms.keep(open.calledAgainBy(stayAlarms.sequence() + 1));
        recorder.record(new CalledAgain(open.alarm(), reason, at));
    }
}
