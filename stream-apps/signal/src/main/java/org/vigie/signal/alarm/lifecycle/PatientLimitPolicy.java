package org.vigie.signal.alarm.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.signal.alarm.PatientLimit;
import org.vigie.signal.alarm.PatientLimitBound;
import org.vigie.signal.alarm.command.AlarmCommand;
import org.vigie.signal.alarm.command.AlarmCommandRefusal;
import org.vigie.signal.alarm.command.PatientLimitRequest;
import org.vigie.signal.text.DurationText;
import org.vigie.signal.text.LocalizedText;

/**
 * Decides how far a role may move a patient's alarm limit, and for how long.
 *
 * @param longest longest validity of a limit; a limit without an end gets this one
 * @param bounds ranges by limit and role; with none every role with the right may set every limit
 */
public record PatientLimitPolicy(Duration longest, List<PatientLimitBound> bounds) {
    /** Policy of a rule file without bounds. */
    public static final PatientLimitPolicy UNBOUNDED =
            new PatientLimitPolicy(Duration.ofSeconds(Long.MAX_VALUE), List.of());

    private static final DurationText AT_MOST = new DurationText(" : au plus ", ": at most ");

    public PatientLimitPolicy {
        bounds = List.copyOf(bounds);
    }

    /** Returns the reason for refusing a limit; empty when the role may set it. */
    Optional<AlarmCommandRefusal> refusal(AlarmCommand command, PatientLimit limit) {
        if (command.length().filter(length -> length.compareTo(longest) > 0).isPresent()) {
            return Optional.of(AlarmCommandRefusal.TOO_LONG);
        }
        if (bounds.isEmpty()) {
            return Optional.empty();
        }
        Optional<PatientLimitBound> bound = bound(limit, command.role());
        return bound.isEmpty()
                ? Optional.of(AlarmCommandRefusal.NO_RIGHT)
                : bound.filter(each -> !each.contains(limit)).map(each -> AlarmCommandRefusal.BAD_ARGUMENT);
    }

    private Optional<PatientLimitBound> bound(PatientLimit limit, String role) {
        return bounds.stream().filter(each -> each.concerns(limit, role)).findFirst();
    }

    /** Returns the limit with an end. */
    PatientLimit ending(PatientLimit limit, Instant now) {
        boolean mayLastForEver = longest.equals(UNBOUNDED.longest);
        return limit.isOpenEnded() && !mayLastForEver ? limit.until(now.plus(longest)) : limit;
    }

    /** Returns the bound that a refused limit breaks; empty text for any other refusal. */
    LocalizedText explain(AlarmCommand command, AlarmCommandRefusal why, Instant now) {
        if (command.kind() != AlarmCommand.CommandType.SET_LIMIT) {
            return LocalizedText.EMPTY;
        }
        return switch (why) {
            case TOO_LONG -> why.text().plus(AT_MOST.with(longest));
            case BAD_ARGUMENT ->
                new PatientLimitRequest(command)
                        .limit(now)
                        .flatMap(limit -> bound(limit, command.role()).filter(bound -> !bound.contains(limit)))
                        .map(bound -> new PatientLimitBoundText(bound).refused())
                        .orElse(LocalizedText.EMPTY);
            default -> LocalizedText.EMPTY;
        };
    }
}
