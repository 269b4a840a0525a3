package org.vigie.local;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.platform.monitoring.HealthCheck;
import org.vigie.platform.monitoring.HealthResult;

/**
 * Checks that each part of a ward is there. A part that is not has no check of its own yet, so that without this one a ward that starts
 * would count as ready.
 *
 * @param expected the parts that the ward starts
 * @param isStarted returns true while a part is there
 */
record StartedPartsCheck(Set<WardPart> expected, Predicate<WardPart> isStarted) implements HealthCheck {
    @Override
    public String name() {
        return "parts";
    }

    @Override
    public HealthResult check() {
        String missing = expected.stream()
                .filter(isStarted.negate())
                .sorted()
                .map(StartedPartsCheck::text)
                .collect(Collectors.joining(", "));
        return missing.isEmpty()
                ? new HealthResult(true, "all are started")
                : new HealthResult(false, "not started: " + missing);
    }

    private static String text(WardPart part) {
        return part.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
