package org.vigie.station.health;

import java.time.Duration;
import java.util.Map;
import org.vigie.schemas.variable.Variable;

/**
 * Configures how old a value may be and still be shown as current. An older value is shown as "--" with the reason, never as a number.
 *
 * @param continuous a monitor's value
 * @param episodic a cuff pressure, a setting
 * @param manual charted by hand
 * @param lab from the laboratory
 * @param score a risk
 * @param input without any reading for so long (wall clock) the ward is not watched
 * @param alarms a triage sent longer ago (wall clock) is not shown; without any for so long no alarm is computed
 * @param cleared a cleared alarm stays listed for so long
 * @param suspect a monitor's value that is suspect for longer must be checked at the bedside
 * @param imputedShare a risk whose inputs are imputed beyond this share is not shown, 0 to 1
 * @param sources for a continuous value of these sources (charted, not monitored): their own limit
 */
public record StalenessConfig(
        Duration continuous,
        Duration episodic,
        Duration manual,
        Duration lab,
        Duration score,
        Duration input,
        Duration alarms,
        Duration cleared,
        Duration suspect,
        double imputedShare,
        Map<String, Duration> sources) {

    public StalenessConfig {
        positive("continuous", continuous);
        positive("episodic", episodic);
        positive("manual", manual);
        positive("lab", lab);
        positive("score", score);
        positive("input", input);
        positive("alarms", alarms);
        positive("cleared", cleared);
        positive("suspect", suspect);
        if (!(imputedShare >= 0 && imputedShare <= 1)) {
            throw new IllegalArgumentException("limits.imputedShare: must be 0 to 1, was " + imputedShare);
        }
        sources.forEach((source, limit) -> positive("sources." + source, limit));
        sources = Map.copyOf(sources);
    }

    public static StalenessConfig defaults() {
        return new StalenessConfig(
                Duration.ofSeconds(15),
                Duration.ofHours(1),
                Duration.ofHours(12),
                Duration.ofDays(1),
                Duration.ofHours(2),
                Duration.ofSeconds(15),
                Duration.ofMinutes(3),
                Duration.ofHours(12),
                Duration.ofMinutes(2),
                0.95,
                Map.of());
    }

    /**
     * How old a value of this variable from this source may be.
     *
     * @param speed of the ward's clock: a monitor's limit is for its way to the screen, which a fast recording does not shorten
     */
    public Duration of(Variable variable, String source, double speed) {
        return switch (variable.sampling()) {
            case CONTINUOUS -> stretched(sources.getOrDefault(source, continuous), speed);
            case EPISODIC -> episodic;
            case MANUAL -> manual;
            case LAB, STATIC -> lab;
        };
    }

    private static Duration stretched(Duration limit, double speed) {
        return Duration.ofMillis(Math.round(limit.toMillis() * Math.max(1, speed)));
    }

    private static void positive(String key, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException("limits." + key + ": must be positive, was " + value);
        }
    }
}
