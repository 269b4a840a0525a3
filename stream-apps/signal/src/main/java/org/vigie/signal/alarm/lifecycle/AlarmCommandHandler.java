package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;

/** Executes a command, or returns the reason for its refusal. */
final class AlarmCommandHandler {
    private static final Optional<AlarmCommandRefusal> EXECUTED = Optional.empty();

    private final StayAlarms stayAlarms;
    private final AlarmPolicy policy;
    private final AlarmEventRecorder recorder;
    private final Predicate<PatientLimit> possible;

    /** @param possible returns true when the unit's rules allow such a limit */
    AlarmCommandHandler(
            StayAlarms stayAlarms, AlarmPolicy policy, AlarmEventRecorder recorder, Predicate<PatientLimit> possible) {
        this.stayAlarms = stayAlarms;
        this.policy = policy;
        this.recorder = recorder;
        this.possible = possible;
    }

    Optional<AlarmCommandRefusal> execute(AlarmCommand command) {
        if (stayAlarms.bed().isEmpty()) {
            return Optional.of(AlarmCommandRefusal.UNKNOWN_STAY);
        }
        if (command.kind() == AlarmCommand.CommandType.UNKNOWN) {
            return Optional.of(AlarmCommandRefusal.UNKNOWN_KIND);
        }
        if (!policy.allows(command.role(), command.kind())) {
            return Optional.of(AlarmCommandRefusal.NO_RIGHT);
        }
        if (!command.expiresAt().isAfter(stayAlarms.clock())) {
            return Optional.of(AlarmCommandRefusal.EXPIRED);
        }
        return switch (command.kind()) {
            case ACKNOWLEDGE -> onOpenAlarm(command, openAlarm -> acknowledge(command, openAlarm));
            case PAUSE_AUDIO -> onOpenAlarm(command, openAlarm -> pause(command, openAlarm));
            case RESUME_AUDIO -> onOpenAlarm(command, this::resume);
            case SHELVE -> onOpenAlarm(command, openAlarm -> shelve(command, openAlarm));
            case UNSHELVE -> onOpenAlarm(command, this::unshelve);
            case LATCH_RESET -> onOpenAlarm(command, this::reset);
            case SET_LIMIT -> setLimit(command);
            case FEEDBACK -> judge(command);
            case UNKNOWN -> Optional.of(AlarmCommandRefusal.UNKNOWN_KIND);
        };
    }

    private Optional<AlarmCommandRefusal> onOpenAlarm(
            AlarmCommand command, Function<OpenAlarm, Optional<AlarmCommandRefusal>> action) {
        Optional<OpenAlarm> alarm = stayAlarms.find(command.alert());
        if (alarm.isEmpty()) {
            return Optional.of(
                    stayAlarms.findClosed(command.alert()).isPresent()
                            ? AlarmCommandRefusal.ALERT_OVER
                            : AlarmCommandRefusal.UNKNOWN_ALERT);
        }
        boolean stale = command.seen().isPresent()
                && command.seen().getAsLong() != alarm.get().version();
        return stale ? Optional.of(AlarmCommandRefusal.STALE_VERSION) : action.apply(alarm.get());
    }

    private Optional<AlarmCommandRefusal> acknowledge(AlarmCommand command, OpenAlarm openAlarm) {
        if (openAlarm.isAcknowledged()) {
            return Optional.of(AlarmCommandRefusal.ALREADY_DONE);
        }
        stayAlarms.keep(openAlarm.acknowledgedBy(command.by(), stayAlarms.clock()));
        recorder.write(LifecycleMessage.ACKNOWLEDGED.after(openAlarm.told(), stayAlarms.clock()));
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> pause(AlarmCommand command, OpenAlarm openAlarm) {
        Optional<AlarmCommandRefusal> tooLong = tooLong(command, policy.maxPause());
        if (tooLong.isEmpty()) {
            stayAlarms.keep(openAlarm.pausedUntil(List.of(end(command))));
            recorder.write(LifecycleMessage.PAUSED.after(openAlarm.told(), stayAlarms.clock()));
        }
        return tooLong;
    }

    private Optional<AlarmCommandRefusal> resume(OpenAlarm openAlarm) {
        if (openAlarm.pauseEnd().isEmpty()) {
            return Optional.of(AlarmCommandRefusal.ALREADY_DONE);
        }
        recorder.resume(openAlarm, stayAlarms.clock());
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> shelve(AlarmCommand command, OpenAlarm openAlarm) {
        Optional<AlarmCommandRefusal> tooLong = tooLong(command, policy.maxShelf());
        if (tooLong.isEmpty()) {
            stayAlarms.shelve(new ShelvedRule(openAlarm.told(), end(command)));
            recorder.write(LifecycleMessage.SHELVED.after(openAlarm.told(), stayAlarms.clock()));
        }
        return tooLong;
    }

    private Optional<AlarmCommandRefusal> unshelve(OpenAlarm openAlarm) {
        Optional<ShelvedRule> shelf = stayAlarms.shelf(openAlarm.told().rule());
        shelf.ifPresent(each -> recorder.unshelve(each, stayAlarms.clock()));
        return shelf.isPresent() ? EXECUTED : Optional.of(AlarmCommandRefusal.ALREADY_DONE);
    }

    private Optional<AlarmCommandRefusal> reset(OpenAlarm openAlarm) {
        if (!openAlarm.latched()) {
            return Optional.of(AlarmCommandRefusal.NOT_LATCHED);
        }
        recorder.clear(openAlarm, stayAlarms.clock(), LifecycleMessage.RESET);
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> judge(AlarmCommand command) {
        Optional<AlarmFeedback> feedback = AlarmFeedback.of(command.argument("verdict"));
        if (feedback.isEmpty()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        var concerned = stayAlarms
                .find(command.alert())
                .map(OpenAlarm::told)
                .or(() -> stayAlarms
                        .findClosed(command.alert())
                        .map(closedAlarm -> closedAlarm.transition(stayAlarms.stay())));
        concerned.ifPresent(alarm -> recorder.judge(alarm, feedback.get(), stayAlarms.clock()));
        return concerned.isPresent() ? EXECUTED : Optional.of(AlarmCommandRefusal.UNKNOWN_ALERT);
    }

    private Optional<AlarmCommandRefusal> setLimit(AlarmCommand command) {
        Optional<PatientLimit> limit = limit(command).filter(possible);
        limit.ifPresent(each -> recorder.set(each, stayAlarms.clock()));
        return limit.isPresent() ? EXECUTED : Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
    }

    private Optional<PatientLimit> limit(AlarmCommand command) {
        Optional<LimitSide> side = named(LimitSide.values(), command.argument("side"));
        Optional<AlarmPriority> priority = named(AlarmPriority.values(), command.argument("priority"));
        String variable = command.argument("variable");
        Instant until = command.length().isEmpty() ? Instant.MAX : end(command);
        return side.flatMap(at -> priority.flatMap(how -> number(command.argument("limit"))
                .map(value -> new PatientLimit(variable, at, how, value, command.by(), until))));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Arrays.stream(all).filter(each -> each.name().equals(name)).findFirst();
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.valueOf(text)).filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<AlarmCommandRefusal> tooLong(AlarmCommand command, Duration longest) {
        Optional<Duration> length = command.length();
        if (length.isEmpty() || length.get().isNegative() || length.get().isZero()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        return length.get().compareTo(longest) > 0 ? Optional.of(AlarmCommandRefusal.TOO_LONG) : EXECUTED;
    }

    /**
     * Returns the end of the requested state. The duration counts from the stay's clock, because the user's clock, or that of a recording,
     * may differ.
     */
    private Instant end(AlarmCommand command) {
        return stayAlarms.clock().plus(command.length().orElseThrow());
    }
}
