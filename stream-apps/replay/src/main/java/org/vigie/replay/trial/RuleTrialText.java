package org.vigie.replay.trial;

import java.util.Locale;
import java.util.stream.Collectors;

/** Writes the result of a rule trial as text for a terminal. */
record RuleTrialText(RuleTrialResult result) {

    @Override
    public String toString() {
        return "Rules tried on the recorded stream from %s to %s: %d records%n%n"
                        .formatted(result.period().from(), result.period().to(), result.records())
                + shortened()
                + result.comparison()
                + raiseTimes()
                + feedback(result.comparison().before(), result.feedback().get(0))
                + feedback(result.comparison().after(), result.feedback().get(1))
                + floods()
                + stays()
                + unreadable();
    }

    /** Says that the ward recorded nothing at the start of the asked period, so that its time is in no rate. */
    private String shortened() {
        return result.askedFrom().isBefore(result.period().from())
                ? "the ward has no record from %s to the start; that time is not counted%n%n"
                        .formatted(result.askedFrom())
                : "";
    }

    private String raiseTimes() {
        RaiseTimeComparison times = result.raiseTimes();
        String earlier = times.medianSecondsEarlier()
                .map(seconds -> String.format(
                        Locale.ROOT, ", raised %.0f s earlier by the new rules (median; negative: later)", seconds))
                .orElse("");
        return "alarms of both: %d%s; of the current rules only: %d; of the new rules only: %d%n"
                .formatted(times.both(), earlier, times.onlyCurrent(), times.onlyTried());
    }

    private static String feedback(String rules, FeedbackCheck check) {
        if (check.real() + check.falseAlarms() == 0) {
            return "feedback, %s: no alarm of the period was judged by a clinician, so nothing is known of misses%n"
                    .formatted(rules);
        }
        return "feedback, %s: %d of %d real alarms missed%s; %d of %d false alarms avoided%n"
                .formatted(
                        rules,
                        check.missed().size(),
                        check.real(),
                        check.missed().stream().map(" (%s)"::formatted).collect(Collectors.joining()),
                        check.avoided(),
                        check.falseAlarms());
    }

    private String floods() {
        return "floods: %d and %d; share of the unit's budget: %.0f %% and %.0f %%%n"
                .formatted(
                        result.comparison().one().floods().size(),
                        result.comparison().other().floods().size(),
                        100 * result.comparison().one().burn(),
                        100 * result.comparison().other().burn());
    }

    private String stays() {
        return result.stays().stream()
                .map(stay -> "  %-12s %3d -> %3d calls: %s%n"
                        .formatted(
                                stay.bed(), stay.current().size(), stay.tried().size(), stay.inWords()))
                .collect(Collectors.joining("", "stays that differ most:" + System.lineSeparator(), ""));
    }

    private String unreadable() {
        return result.unreadable() == 0
                ? ""
                : "%d records could not be decoded and were left out%n".formatted(result.unreadable());
    }
}
