package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.command.AlarmFeedback;
import org.vigie.signal.alarm.command.PatientLimitRequest;
import org.vigie.signal.alarm.command.SaturationScaleRequest;
import org.vigie.signal.alarm.command.StayNoteRequest;
import org.vigie.signal.alarm.event.AlarmCommandEvent.AudioPaused;
import org.vigie.signal.alarm.event.AlarmCommandEvent.FeedbackGiven;
import org.vigie.signal.alarm.event.AlarmCommandEvent.LatchReset;
import org.vigie.signal.alarm.event.AlarmCommandEvent.Shelved;
import org.vigie.signal.alarm.event.AlarmEventKind;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.text.LocalizedText;

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

    /** Executes one type of command about an open alarm. */
    private interface OpenAlarmAction extends BiFunction<AlarmCommand, OpenAlarm, Optional<AlarmCommandRefusal>> {}

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
        boolean expired = !command.expiresAt().isAfter(stayAlarms.clock());
        return expired ? Optional.of(AlarmCommandRefusal.EXPIRED) : executeAllowed(command);
    }

    private Optional<AlarmCommandRefusal> executeAllowed(AlarmCommand command) {
        return switch (command.kind()) {
            case ACKNOWLEDGE -> onOpenAlarm(command, this::acknowledge);
            case ACKNOWLEDGE_INCIDENT -> acknowledgeIncident(command);
            case PAUSE_AUDIO -> onOpenAlarm(command, this::pause);
            case RESUME_AUDIO -> onOpenAlarm(command, this::resume);
            case SHELVE -> onOpenAlarm(command, this::shelve);
            case UNSHELVE -> unshelve(command);
            case LATCH_RESET -> onOpenAlarm(command, this::reset);
            case SET_LIMIT -> setLimit(command);
            case SET_NEWS2_SCALE -> setScale(command);
            case FEEDBACK -> recordFeedback(command);
            case SET_TREATMENT_LIMITATION -> note(command, AlarmEventKind.TREATMENT_LIMITATION_SET);
            case ASSIGN_NURSE -> note(command, AlarmEventKind.NURSE_ASSIGNED);
            case RECORD_ESTIMATE -> note(command, AlarmEventKind.ESTIMATE_RECORDED);
            case UNKNOWN -> Optional.of(AlarmCommandRefusal.UNKNOWN_KIND);
        };
    }

    private Optional<AlarmCommandRefusal> onOpenAlarm(AlarmCommand command, OpenAlarmAction action) {
        Optional<OpenAlarm> open = stayAlarms.findOpen(command.alert());
        if (open.isEmpty()) {
            return Optional.of(refusalOf(command));
        }
        long version = open.get().handling().version();
        boolean stale = command.seenVersion().orElse(version) != version;
        return stale ? Optional.of(AlarmCommandRefusal.STALE_VERSION) : action.apply(command, open.get());
    }

    private Optional<AlarmCommandRefusal> acknowledge(AlarmCommand command, OpenAlarm open) {
        if (open.isAcknowledged()) {
            return Optional.of(AlarmCommandRefusal.ALREADY_DONE);
        }
        recorder.acknowledge(List.of(open), command);
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> acknowledgeIncident(AlarmCommand command) {
        return stayAlarms
                .findOpen(command.alert())
                .map(named -> new IncidentAcknowledgement(stayAlarms, recorder).refusal(command, named))
                .orElseGet(() -> Optional.of(refusalOf(command)));
    }

    private AlarmCommandRefusal refusalOf(AlarmCommand command) {
        boolean closed = stayAlarms.findOpenOrClosed(command.alert()).isPresent();
        return closed ? AlarmCommandRefusal.ALERT_OVER : AlarmCommandRefusal.UNKNOWN_ALERT;
    }

    private Optional<AlarmCommandRefusal> pause(AlarmCommand command, OpenAlarm open) {
        Optional<AlarmCommandRefusal> badLength = badLength(command, policy.maxPause());
        if (badLength.isEmpty()) {
            Instant end = command.endFrom(stayAlarms.clock());
            stayAlarms.keep(open.pausedUntil(end));
            recorder.record(new AudioPaused(open.alarm(), command, end, stayAlarms.clock()));
        }
        return badLength;
    }

    private Optional<AlarmCommandRefusal> resume(AlarmCommand command, OpenAlarm open) {
        if (open.handling().pauseEnd().isEmpty()) {
            return Optional.of(AlarmCommandRefusal.ALREADY_DONE);
        }
        recorder.resume(open, command, stayAlarms.clock());
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> shelve(AlarmCommand command, OpenAlarm open) {
        Optional<AlarmCommandRefusal> badLength = badLength(command, policy.maxShelf());
        if (badLength.isEmpty()) {
            Instant end = command.endFrom(stayAlarms.clock());
            stayAlarms.shelve(new ShelvedRule(open.alarm(), end));
            recorder.record(new Shelved(open.alarm(), command, end, stayAlarms.clock()));
        }
        return badLength;
    }

    /** Ends a shelving, also one whose alarm is over. It would hold back the next episode. */
    private Optional<AlarmCommandRefusal> unshelve(AlarmCommand command) {
        Optional<ShelvedRule> ofClosed = stayAlarms.findOpen(command.alert()).isPresent()
                ? Optional.empty()
                : stayAlarms.shelfOf(command.alert());
        ofClosed.ifPresent(shelf -> recorder.unshelve(shelf, command, stayAlarms.clock()));
        return ofClosed.isPresent() ? EXECUTED : onOpenAlarm(command, this::unshelve);
    }

    private Optional<AlarmCommandRefusal> unshelve(AlarmCommand command, OpenAlarm open) {
        Optional<ShelvedRule> shelf = stayAlarms.shelf(open.alarm().rule());
        shelf.ifPresent(each -> recorder.unshelve(each, command, stayAlarms.clock()));
        return shelf.isPresent() ? EXECUTED : Optional.of(AlarmCommandRefusal.ALREADY_DONE);
    }

    private Optional<AlarmCommandRefusal> reset(AlarmCommand command, OpenAlarm open) {
        if (!open.handling().latched()) {
            return Optional.of(AlarmCommandRefusal.NOT_LATCHED);
        }
        stayAlarms.close(open.alarm());
        recorder.record(new LatchReset(open.alarm(), command, stayAlarms.clock()));
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> recordFeedback(AlarmCommand command) {
        Optional<AlarmFeedback> feedback = AlarmFeedback.of(command.argument("verdict"));
        if (feedback.isEmpty()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        var alarm = stayAlarms.findOpenOrClosed(command.alert());
        alarm.ifPresent(each -> recorder.record(new FeedbackGiven(each, command, feedback.get(), stayAlarms.clock())));
        return alarm.isPresent() ? EXECUTED : Optional.of(AlarmCommandRefusal.UNKNOWN_ALERT);
    }

    private Optional<AlarmCommandRefusal> setLimit(AlarmCommand command) {
        Instant now = stayAlarms.clock();
        Optional<PatientLimit> limit = new PatientLimitRequest(command).limit(now);
        if (limit.isEmpty()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        Optional<AlarmCommandRefusal> refusal = policy.limits().refusal(command, limit.get());
        return refusal.isPresent() ? refusal : set(policy.limits().ending(limit.get(), now), command);
    }

    private Optional<AlarmCommandRefusal> set(PatientLimit limit, AlarmCommand command) {
        if (!possible.test(limit)) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        recorder.set(limit, command, stayAlarms.clock());
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> setScale(AlarmCommand command) {
        Optional<SaturationScale> scale = new SaturationScaleRequest(command).scale();
        if (scale.isEmpty()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        if (scale.get() == stayAlarms.saturationScale()) {
            return Optional.of(AlarmCommandRefusal.ALREADY_DONE);
        }
        recorder.set(scale.get(), command, stayAlarms.clock());
        return EXECUTED;
    }

    private Optional<AlarmCommandRefusal> note(AlarmCommand command, AlarmEventKind kind) {
        Optional<LocalizedText> text = new StayNoteRequest(command).text();
        text.ifPresent(words -> recorder.note(kind, words, command, stayAlarms.clock()));
        return text.isPresent() ? EXECUTED : Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
    }

    private static Optional<AlarmCommandRefusal> badLength(AlarmCommand command, Duration longest) {
        Optional<Duration> length = command.length();
        if (length.isEmpty() || length.get().isNegative() || length.get().isZero()) {
            return Optional.of(AlarmCommandRefusal.BAD_ARGUMENT);
        }
        return length.get().compareTo(longest) > 0 ? Optional.of(AlarmCommandRefusal.TOO_LONG) : EXECUTED;
    }
}
