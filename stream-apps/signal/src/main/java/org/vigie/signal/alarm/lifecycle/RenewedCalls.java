package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.CalledAgain;
import org.vigie.signal.alarm.event.CallReason;
import org.vigie.signal.alarm.incident.AlarmAcknowledgement;
import org.vigie.signal.alarm.incident.Incident;
import org.vigie.signal.alarm.lifecycle.AlarmDeadlines.DueAction;

/** Calls again after an acknowledgement: for a HIGH alarm that is still true, and for an early-warning score that rises. */
final class RenewedCalls {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final AlarmEventRecorder recorder;

    RenewedCalls(StayAlarms stayAlarms, AlarmPolicy policy, AlarmEventRecorder recorder) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.recorder = recorder;
    }

    /** Returns the next call for a HIGH alarm that is still true after its acknowledgement. */
    Stream<DueAction> stillTrue() {
        return acknowledged().flatMap(Incident::acknowledgement).stream()
                .flatMap(answer -> IncidentAlarms.of(stayAlarms).calling().stream()
                        .filter(RenewedCalls::isHighAndTrue)
                        .map(open -> stillTrue(open, dueAt(open, answer))));
    }

    private DueAction stillTrue(OpenAlarm open, Instant due) {
        Instant clock = stayAlarms.clock();
        Instant at = due.isBefore(clock) ? clock : due;
        return new DueAction(due, () -> callAgain(open, CallReason.STILL_TRUE, at));
    }

    private static boolean isHighAndTrue(OpenAlarm open) {
        return open.alarm().priority() == AlarmPriority.HIGH && !open.handling().latched();
    }

    private Instant dueAt(OpenAlarm open, AlarmAcknowledgement answer) {
        Instant own = open.handling()
                .acknowledgement()
                .map(AlarmAcknowledgement::at)
                .orElse(open.alarm().raisedAt());
        Instant since =
                Stream.of(own, answer.at()).max(Comparator.naturalOrder()).orElseThrow();
        return since.plus(policy.incidents().renewal());
    }

    /** Calls again when the early-warning score has reached a higher response band beside an acknowledged alarm above LOW. */
    void callForScore() {
        acknowledged()
                .filter(each -> each.levelOrNull() != null && each.levelOrNull() != AlarmPriority.LOW)
                .filter(each -> recorder.scoreBand() > each.response().scoreBand())
                .flatMap(each -> IncidentAlarms.of(stayAlarms).lead())
                .ifPresent(lead -> callAgain(lead, CallReason.SCORE_BAND, stayAlarms.clock()));
    }

    private Optional<Incident> acknowledged() {
        return stayAlarms.incident().filter(Incident::isAcknowledged);
    }

    private void callAgain(OpenAlarm open, CallReason reason, Instant at) {
        stayAlarms.keep(open.calledAgainBy(stayAlarms.sequence() + 1));
        recorder.record(new CalledAgain(open.alarm(), reason, at));
    }
}
