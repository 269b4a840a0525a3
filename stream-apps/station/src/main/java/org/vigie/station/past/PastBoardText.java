package org.vigie.station.past;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Prints an earlier situation of the ward as text, a block of lines for each bed.
 *
 * @param situation as it was read
 */
public record PastBoardText(PastWardSnapshot situation) {
    @Override
    public String toString() {
        String beds = situation.ward().beds().stream()
                .map(bed -> new PastBedText(bed, situation).toString())
                .collect(Collectors.joining());
        return head() + beds + changes();
    }

    private String head() {
        PastSituation past = situation.past();
        return "SITUATION AT %s - NOT LIVE%n%d records read; ward time %s; alarm rules %s%n%s"
                .formatted(
                        instant(past.at()),
                        past.records(),
                        instant(Objects.requireNonNull(situation.ward().clock().now())),
                        past.rules(),
                        held(past.heldFrom()));
    }

    private static String held(Long from) {
        return from == null
                ? ""
                : "RECORDS BEFORE %s ARE NO LONGER KEPT: a value that was not measured since is missing here%n"
                        .formatted(instant(from));
    }

    private String changes() {
        PastSituation past = situation.past();
        String changed = past.changes().stream().map(PastBoardText::change).collect(Collectors.joining());
        return "%nchanged by records that came until %s: %s%n%s"
                .formatted(
                        instant(past.changesUntil()),
                        past.changes().isEmpty() ? "nothing" : past.changes().size(),
                        changed);
    }

    private static String change(LaterChange change) {
        if (change.variable() == null) {
            return "  %s %s: %s, known at %s%n"
                    .formatted(change.bed(), change.kind(), change.stay(), instant(change.knownAt()));
        }
        return "  %s %s: %s, shown %s, later %s, measured %s, known at %s%n"
                .formatted(
                        change.bed(),
                        change.kind(),
                        change.variable(),
                        number(change.shown()),
                        number(change.later()),
                        instant(Objects.requireNonNull(change.measuredAt())),
                        instant(change.knownAt()));
    }

    private static String number(Double value) {
        return value == null ? "--" : PastBedText.number(value);
    }

    private static String instant(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
