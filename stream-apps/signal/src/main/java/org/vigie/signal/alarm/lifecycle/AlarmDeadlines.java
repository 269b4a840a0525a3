package org.vigie.signal.alarm.lifecycle;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.signal.alarm.PatientLimit;

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

    /** An action and the time at which it is due. */
    record DueAction(Instant at, Runnable happens) {}

    /** Executes all due actions one after the other, the earliest first. Each action may create another deadline. */
    void advanceTo(Instant now) {
        for (Optional<DueAction> due = next(now); due.isPresent(); due = next(now)) {
            due.get().happens().run();
        }
    }

    Optional<DueAction> next(Instant now) {
        return Stream.of(
                        stayAlarms.open().stream().flatMap(this::pause),
                        stayAlarms.open().stream().flatMap(this::escalation),
                        stayAlarms.shelves().stream().map(this::shelf),
                        stayAlarms.limits().stream().map(this::limit))
                .flatMap(each -> each)
                .filter(due -> !due.at().isAfter(now))
                .min(Comparator.comparing(DueAction::at));
    }

    private Stream<DueAction> pause(OpenAlarm openAlarm) {
        return openAlarm.pauseEnd().stream()
                .map(end -> new DueAction(end, () -> recorder.resume(openAlarm, when(end))));
    }

    private Stream<DueAction> escalation(OpenAlarm openAlarm) {
        boolean shelved = stayAlarms.shelf(openAlarm.told().rule()).isPresent();
        return openAlarm.escalatesAt(policy, shelved).stream()
                .map(at -> new DueAction(at, () -> escalate(openAlarm, when(at))));
    }

    private void escalate(OpenAlarm openAlarm, Instant at) {
        String to = policy.next(openAlarm).orElseThrow().to();
        stayAlarms.keep(openAlarm.escalatedTo(to));
        recorder.write(LifecycleMessage.ESCALATED.after(openAlarm.told(), at));
    }

    private DueAction shelf(ShelvedRule shelf) {
        return new DueAction(shelf.until(), () -> recorder.unshelve(shelf, when(shelf.until())));
    }

    private DueAction limit(PatientLimit limit) {
        return new DueAction(limit.until(), () -> recorder.expire(limit, when(limit.until())));
    }

    /** Returns the time of a deadline, but not before the stay's clock. A new rule file can move a deadline into the past. */
    private Instant when(Instant due) {
        return due.isBefore(stayAlarms.clock()) ? stayAlarms.clock() : due;
    }
}
