package org.vigie.analytics;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.schemas.AlarmEpisode;

/** Finds chattering and stale alarms (ISA-18.2). */
final class ChatteringAlarms {
    private static final int OFTEN = 3;
    private static final Duration SHORT = Duration.ofMinutes(1);
    private static final Duration STALE = Duration.ofDays(1);

    private ChatteringAlarms() {}

    /** Returns the alerts that are one of three or more alarms of one rule and stay, raised within a minute. */
    static Set<String> chattering(Collection<AlarmEpisode> episodes) {
        Set<String> chattering = new HashSet<>();
        episodes.stream()
                .collect(Collectors.groupingBy(each -> each.getStay() + "\n" + each.getRule()))
                .values()
                .forEach(same -> addChattering(chattering, inOrder(same)));
        return chattering;
    }

    private static void addChattering(Set<String> chattering, List<AlarmEpisode> same) {
        for (int last = OFTEN - 1; last < same.size(); last++) {
            List<AlarmEpisode> close = same.subList(last - OFTEN + 1, last + 1);
            Instant first = close.get(0).getRaisedAt();
            if (!close.get(OFTEN - 1).getRaisedAt().isAfter(first.plus(SHORT))) {
                close.forEach(each -> chattering.add(each.getAlert()));
            }
        }
    }

    private static List<AlarmEpisode> inOrder(List<AlarmEpisode> episodes) {
        return episodes.stream()
                .sorted(Comparator.comparing(AlarmEpisode::getRaisedAt))
                .toList();
    }

    /** Returns true when the alarm lasted more than a day, or has lasted more than a day at {@code now}. */
    static boolean isStale(AlarmEpisode episode, Instant now) {
        Instant end = episode.getClearedAt() == null ? now : episode.getClearedAt();
        return Duration.between(episode.getRaisedAt(), end).compareTo(STALE) > 0;
    }
}
