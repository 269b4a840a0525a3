package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.event.CallReason;
import org.vigie.signal.alarm.lifecycle.AlarmDeadlines.DueAction;

/**
 * Calls again for a HIGH alarm that nobody has answered after the last escalation step, also when nobody has measured again. The call does
 * not say that the alarm is still true.
 */
final class UnansweredCalls {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final EscalationSchedule schedule;
    private final RenewedCalls renewed;

    UnansweredCalls(StayAlarms stayAlarms, AlarmPolicy policy, RenewedCalls renewed) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.schedule = new EscalationSchedule(stayAlarms, policy);
        this.renewed = renewed;
    }

    /** Returns the next call for a HIGH alarm without an answer; empty while a step of the escalation chain is left. */
    Stream<DueAction> unanswered() {
        return lastStep().stream()
                .flatMap(step -> IncidentAlarms.of(stayAlarms).calling().stream()
                        .filter(open -> RenewedCalls.isHighAndTrue(open) && !open.isAcknowledged())
                        .map(open -> unanswered(open, step)));
    }

    private Optional<Instant> lastStep() {
        boolean goesOn = schedule.incidentStep().isPresent();
        return goesOn ? Optional.empty() : schedule.stepTakenAt(AlarmPriority.HIGH);
    }

    private DueAction unanswered(OpenAlarm open, Instant step) {
        Instant since = RenewedCalls.later(open.alarm().raisedAt(), step);
        Instant due = since.plus(policy.incidents().calls().unanswered());
        Instant at = RenewedCalls.later(due, stayAlarms.clock());
        return new DueAction(due, () -> renewed.callAgain(open, CallReason.NOT_MEASURED_AGAIN, at));
    }
}
