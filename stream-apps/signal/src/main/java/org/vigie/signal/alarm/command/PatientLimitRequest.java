package org.vigie.signal.alarm.command;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.vigie.signal.alarm.AlarmPriority;
import org.vigie.signal.alarm.LimitSide;
import org.vigie.signal.alarm.PatientLimit;

/** Holds the arguments of a command that sets a patient's limit. */
public record PatientLimitRequest(AlarmCommand command) {
    /**
     * Returns the requested limit; empty when an argument is missing or invalid.
     *
     * @param now time on the stay's clock, from which the duration of the limit counts
     */
    public Optional<PatientLimit> limit(Instant now) {
        Optional<LimitSide> side = named(LimitSide.values(), command.argument("side"));
        Optional<AlarmPriority> priority = named(AlarmPriority.values(), command.argument("priority"));
        Optional<Double> value = number(command.argument("limit"));
        if (side.isEmpty() || priority.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        Instant until = command.length().isEmpty() ? Instant.MAX : command.endFrom(now);
        return Optional.of(new PatientLimit(
                command.argument("variable"), side.get(), priority.get(), value.get(), command.by(), until));
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
}
