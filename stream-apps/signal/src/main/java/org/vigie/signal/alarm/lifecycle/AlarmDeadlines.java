package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.PatientLimit;

/**
 * Executes what is due without a command: the end of an audio pause, of a shelving or of a patient limit, the next escalation step, the
 * renewed call of a HIGH alarm that is still true, and that of a HIGH alarm without an answer.
 */
final class AlarmDeadlines {
    private final StayAlarms stayAlarms;
    private final AlarmEventRecorder recorder;
    private final EscalationSchedule schedule;
    private final RenewedCalls renewed;
    private final UnansweredCalls unanswered;

    AlarmDeadlines(StayAlarms stayAlarms, AlarmPolicy policy, AlarmEventRecorder recorder, RenewedCalls renewed) {
        this.stayAlarms = stayAlarms;
        this.recorder = recorder;
        this.schedule = new EscalationSchedule(stayAlarms, policy);
        this.renewed = renewed;
        this.unanswered = new UnansweredCalls(stayAlarms, policy, renewed);
    }

    /** Holds an action and the time at which it is due. */
    record DueAction(Instant at, Runnable action) {}

    /** Executes all due actions one after the other, the earliest first. Each action may create another deadline. */
    void advanceTo(Instant now) {
        for (Optional<DueAction> due = next(now); due.isPresent(); due = next(now)) {
            due.get().action().run();
        }
    }

    private Optional<DueAction> next(Instant now) {
        return next().filter(due -> !due.at().isAfter(now));
    }

    /** Returns the next action, whenever it is due. */
    Optional<DueAction> next() {
        return Stream.of(
                        stayAlarms.open().stream().flatMap(this::pauseEnd),
                        stayAlarms.open().stream()
                                .filter(open -> !open.isOfThePatient())
                                .flatMap(this::escalation),
                        incidentEscalation(),
                        renewed.stillTrue(),
                        unanswered.unanswered(),
                        stayAlarms.shelves().stream().map(this::shelfEnd),
                        stayAlarms.limits().stream()
                                .filter(limit -> !limit.isOpenEnded())
                                .map(this::limitEnd))
                .flatMap(each -> each)
                .min(Comparator.comparing(DueAction::at));
    }

    private Stream<DueAction> pauseEnd(OpenAlarm openAlarm) {
        return openAlarm.handling().pauseEnd().stream()
                .map(end -> new DueAction(end, () -> recorder.resume(openAlarm, null, notBeforeClock(end))));
    }

    private Stream<DueAction> escalation(OpenAlarm openAlarm) {
        return schedule.dueAt(openAlarm).stream()
                .map(at -> new DueAction(at, () -> recorder.escalate(openAlarm, notBeforeClock(at))));
    }

    private Stream<DueAction> incidentEscalation() {
        return schedule.incidentDueAt().stream()
                .map(at -> new DueAction(at, () -> recorder.escalateIncident(notBeforeClock(at))));
    }

    private DueAction shelfEnd(ShelvedRule shelf) {
        return new DueAction(shelf.until(), () -> recorder.unshelve(shelf, null, notBeforeClock(shelf.until())));
    }

    private DueAction limitEnd(PatientLimit limit) {
        return new DueAction(limit.until(), () -> recorder.expire(limit, notBeforeClock(limit.until())));
    }

    /** Returns the time of a deadline, but not before the stay's clock. A new rule file can move a deadline into the past. */
    private Instant notBeforeClock(Instant due) {
        return due.isBefore(stayAlarms.clock()) ? stayAlarms.clock() : due;
    }
}
