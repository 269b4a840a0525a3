package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.event.AlarmHandlingEvent.Escalated;

/** Executes what is due without a command: the end of an audio pause, of a shelving or of a patient limit, and the next escalation step. */
final class AlarmDeadlines {
    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final AlarmEventRecorder recorder;

    AlarmDeadlines(StayAlarms stayAlarms, AlarmPolicy policy, AlarmEventRecorder recorder) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.recorder = recorder;
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
                        stayAlarms.open().stream().flatMap(this::escalation),
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
        boolean shelved = stayAlarms.shelf(openAlarm.alarm().rule()).isPresent();
        return openAlarm.escalatesAt(policy, shelved).stream()
                .map(at -> new DueAction(at, () -> escalate(openAlarm, notBeforeClock(at))));
    }

    private void escalate(OpenAlarm openAlarm, Instant at) {
        String role = policy.next(openAlarm).orElseThrow().to();
        stayAlarms.keep(openAlarm.escalatedTo(role));
        recorder.record(new Escalated(openAlarm.alarm(), role, at));
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
