package org.vigie.station.command;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.vigie.access.AccessRole;
import org.vigie.access.Principal;
import org.vigie.schemas.AlarmCommandRecord;
import org.vigie.schemas.CommandTypeRecord;
import org.vigie.signal.masking.TextMasker;

/**
 * Holds a command as the page sends it.
 *
 * @param order identifies the command: a form that is sent twice is one command; absent for a new one
 * @param stay whose alarm it is
 * @param alert absent when the command concerns no single alarm
 * @param kind a {@link CommandTypeRecord}
 * @param minutes duration, 1 to 1440; absent when it does not end by itself
 * @param version of the alarm as the user saw it; absent: as it is now
 * @param reason as the user typed it, without what names a patient; absent when the kind needs none
 * @param arguments what the kind needs, absent when it needs nothing; see {@link AlarmCommandRecord}
 */
public record AlertCommandRequest(
        String order,
        String stay,
        String alert,
        String kind,
        Integer minutes,
        Long version,
        String reason,
        Map<String, String> arguments) {
    private static final int LONGEST_MINUTES = (int) Duration.ofDays(1).toMinutes();
    private static final int LONGEST_TEXT = 500;
    private static final TextMasker MASKER = new TextMasker();

    /** @throws IllegalArgumentException naming the field that is wrong, what was expected, and what it was */
    public AlertCommandRequest {
        check(stay != null && !stay.isBlank(), "stay: must be said, was missing");
        check(isKind(kind), "kind: must be one of " + Arrays.toString(kinds()) + ", was " + kind);
        check(
                minutes == null || (minutes >= 1 && minutes <= LONGEST_MINUTES),
                "minutes: must be 1 to " + LONGEST_MINUTES + ", was " + minutes);
        for (String text : Arrays.asList(order, stay, alert, reason)) {
            check(
                    text == null || text.length() <= LONGEST_TEXT,
                    "order, stay, alert, reason: must have at most " + LONGEST_TEXT + " characters");
        }
        arguments = arguments == null ? Map.of() : Map.copyOf(arguments);
    }

    /**
     * @param user who commands, from the session
     * @param now on the ward's clock
     */
    AlarmCommandRecord command(Principal user, Instant now) {
        return AlarmCommandRecord.newBuilder()
                .setCommand(order == null ? UUID.randomUUID().toString() : order)
                .setStay(stay)
                .setAlert(alert)
                .setKind(CommandTypeRecord.valueOf(kind))
                .setBy(user.name())
                .setRole(user.clinicalRole().map(AccessRole::word).orElse(""))
                .setAt(now)
                .setReason(reason == null ? null : MASKER.mask(reason).text())
                .setExpiresAt(minutes == null ? null : now.plus(Duration.ofMinutes(minutes)))
                .setVersion(version)
                .setArguments(arguments)
                .build();
    }

    private static boolean isKind(String name) {
        return Arrays.asList(kinds()).contains(name);
    }

    private static String[] kinds() {
        return Arrays.stream(CommandTypeRecord.values())
                .filter(kind -> kind != CommandTypeRecord.UNKNOWN)
                .map(CommandTypeRecord::name)
                .toArray(String[]::new);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
