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

/** Finds the alarms that one rule set raised for a stay in a period of event time. A predicted risk is no alarm. */
final class AlarmPeriods {
    private final Instant end;
    private final Map<String, List<AlarmEpisode>> byStay;

    AlarmPeriods(Collection<AlarmEpisode> alarms, ReportPeriod period) {
        end = period.to();
        byStay = alarms.stream()
                .filter(alarm -> alarm.getKind() != AlertKind.PREDICTED)
                .filter(alarm -> period.holds(alarm.getRaisedAt()))
                .collect(Collectors.groupingBy(AlarmEpisode::getStay));
    }

    /** Returns the alarms of all stays. */
    List<AlarmEpisode> all() {
        return byStay.values().stream().flatMap(List::stream).toList();
    }

    List<AlarmEpisode> of(String stay) {
        return byStay.getOrDefault(stay, List.of());
    }

    /** Returns the alarms of the same stay that were open while {@code alarm} was, and hold a condition. */
    List<AlarmEpisode> beside(AlarmEpisode alarm, Duration slack, Predicate<AlarmEpisode> condition) {
        Instant from = alarm.getRaisedAt().minus(slack);
        Instant to = end(alarm).plus(slack);
        return of(alarm.getStay()).stream()
                .filter(condition)
                .filter(each -> !each.getRaisedAt().isAfter(to) && !end(each).isBefore(from))
                .toList();
    }

    private Instant end(AlarmEpisode alarm) {
        return alarm.getClearedAt() == null ? end : alarm.getClearedAt();
    }

    /** Returns how often people were called for an alarm. An alarm without an incident called once at least. */
    static int calls(AlarmEpisode alarm) {
        return alarm.getIncident().isEmpty() ? Math.max(1, alarm.getCalls()) : alarm.getCalls();
    }
}
