package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Computes the points of SOFA for the circulation. They are a range up to 4 when no vasopressor is charted, or when the rate of one that ran
 * has become stale.
 *
 * @param drugs parameters of the table for vasopressors
 * @param rates variables of these parameters
 */
record SofaCirculation(ScoreTable table, List<String> drugs, List<String> rates) {
    private static final String INPUT = "circulation";
    private static final int MOST = 4;
    private static final LocalizedText VASOPRESSORS = new LocalizedText("vasopresseurs", "vasopressors");

    ScoreComponent points(CurrentVitals vitals, Instant at) {
        ScoreComponent byPressure = part("map", vitals, at);
        int given = most(drug -> freshPoints(drug, vitals, at));
        Optional<Duration> stale = ageOfStaleRate(vitals, at);
        boolean isCharted = rates.stream().anyMatch(rate -> vitals.isFresh(rate, at));
        if (!isCharted || stale.isPresent()) {
            int last = most(drug -> ScoreParameter.of(drug).lastPoints(table.bands(drug), vitals, at));
            return new ScoreComponent(
                    INPUT,
                    VASOPRESSORS,
                    Math.max(byPressure.low(), given),
                    MOST,
                    Math.max(byPressure.carried(), last),
                    false,
                    stale.orElse(ScoreComponent.NEVER));
        }
        return new ScoreComponent(
                INPUT,
                byPressure.label(),
                Math.max(byPressure.low(), given),
                Math.max(byPressure.high(), given),
                Math.max(byPressure.carried(), given),
                byPressure.known() || given >= byPressure.high(),
                byPressure.age());
    }

    /** Returns the age of the oldest rate above 0 that is no longer fresh; empty when there is none. */
    private Optional<Duration> ageOfStaleRate(CurrentVitals vitals, Instant at) {
        return rates.stream()
                .filter(rate -> !vitals.isFresh(rate, at))
                .flatMap(rate -> vitals.find(rate).stream())
                .filter(rate -> rate.value() > 0)
                .map(CurrentValue::at)
                .min(Comparator.naturalOrder())
                .map(since -> Duration.between(since, at));
    }

    private int freshPoints(String drug, CurrentVitals vitals, Instant at) {
        ScoreComponent part = part(drug, vitals, at);
        return part.known() ? part.low() : 0;
    }

    private ScoreComponent part(String parameter, CurrentVitals vitals, Instant at) {
        return ScoreParameter.of(parameter).part(INPUT, table.bands(parameter), vitals, at);
    }

    private int most(ToIntFunction<String> points) {
        return drugs.stream().mapToInt(points).max().orElse(0);
    }
}
