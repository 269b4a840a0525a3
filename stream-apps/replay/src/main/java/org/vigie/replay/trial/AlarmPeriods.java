package org.vigie.replay.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.vigie.analytics.ReportPeriod;
import org.vigie.schemas.AlarmEpisode;
import org.vigie.schemas.AlertKind;

/**
 * Finds the alarms that one rule set raised for a stay in a period of event time. A predicted risk is no alarm. An alarm that was raised
 * shortly before the period may be the same as one that another rule set raised in it.
 */
final class AlarmPeriods {
    private final ReportPeriod period;
    private final Map<String, List<AlarmEpisode>> byStay;

    AlarmPeriods(Collection<AlarmEpisode> alarms, ReportPeriod period) {
        this.period = period;
        byStay = alarms.stream()
                .filter(alarm -> alarm.getKind() != AlertKind.PREDICTED)
                .collect(Collectors.groupingBy(AlarmEpisode::getStay));
    }

    /** Returns the alarms of all stays that were raised in the period. */
    List<AlarmEpisode> all() {
        return byStay.values().stream()
                .flatMap(List::stream)
                .filter(this::isOfPeriod)
                .toList();
    }

    /** Returns the alarms of a stay that were raised in the period. */
    List<AlarmEpisode> of(String stay) {
        return byStay.getOrDefault(stay, List.of()).stream()
                .filter(this::isOfPeriod)
                .toList();
    }

    private boolean isOfPeriod(AlarmEpisode alarm) {
        return period.holds(alarm.getRaisedAt());
    }

    /**
     * Returns the alarms of the same stay that were open while {@code alarm} was, and hold a condition. They may have been raised before
     * the period or after it.
     */
    List<AlarmEpisode> beside(AlarmEpisode alarm, Duration slack, Predicate<AlarmEpisode> condition) {
        Instant from = alarm.getRaisedAt().minus(slack);
        Instant to = end(alarm).plus(slack);
        return byStay.getOrDefault(alarm.getStay(), List.of()).stream()
                .filter(condition)
                .filter(each -> !each.getRaisedAt().isAfter(to) && !end(each).isBefore(from))
                .toList();
    }

    private Instant end(AlarmEpisode alarm) {
        return alarm.getClearedAt() == null ? period.to() : alarm.getClearedAt();
    }

    /** Returns how often people were called for an alarm. An alarm without an incident called once at least. */
    static int calls(AlarmEpisode alarm) {
        return alarm.getIncident().isEmpty() ? Math.max(1, alarm.getCalls()) : alarm.getCalls();
    }
}
