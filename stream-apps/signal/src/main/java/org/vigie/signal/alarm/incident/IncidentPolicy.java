package org.vigie.signal.alarm.incident;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Holds what a unit decides about the incidents of its patients.
 *
 * @param window time after the end of the last alarm in which a new alarm still joins the incident
 * @param calls which alarms call, and when they call again
 * @param scoreBands lowest points of each response band of NEWS2 above the first, in rising order
 * @param scoreHold how long the score must stay in another band before that band counts
 * @param zone time zone of the times in texts
 * @param organSystems organ system of each rule
 */
public record IncidentPolicy(
        Duration window,
        IncidentCallPolicy calls,
        List<Integer> scoreBands,
        Duration scoreHold,
        ZoneId zone,
        Map<String, OrganSystem> organSystems) {
    /** Applies to a rule file without incident keys. Times: unit default. Bands: RCP 2017, chart 4. */
    public static final IncidentPolicy STANDARD = new IncidentPolicy(
            Duration.ofMinutes(5),
            IncidentCallPolicy.STANDARD,
            List.of(5, 7),
            Duration.ofMinutes(5),
            ZoneId.of("Europe/Paris"),
            Map.of());

    public IncidentPolicy {
        scoreBands = List.copyOf(scoreBands);
        organSystems = Map.copyOf(organSystems);
    }

    /** Returns the organ system that a rule watches. */
    public OrganSystem organSystem(String rule) {
        return organSystems.getOrDefault(rule, OrganSystem.OTHER);
    }

    /** Returns the number of the response band of some points, 0 for the lowest. */
    public int scoreBand(int points) {
        return (int) scoreBands.stream().filter(lowest -> points >= lowest).count();
    }
}
