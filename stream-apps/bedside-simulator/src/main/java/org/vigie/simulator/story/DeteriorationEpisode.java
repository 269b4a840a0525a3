package org.vigie.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.patient.RandomSeed;

/** Describes one run of a deterioration script that starts at {@code onset}. */
public record DeteriorationEpisode(DeteriorationScript script, Instant onset) {

    /** Returns the first instant without an effect. */
    public Instant end() {
        return onset.plus(script.length());
    }

    public boolean overlaps(Instant from, Instant until) {
        return onset.isBefore(until) && end().isAfter(from);
    }

    /** Changes {@code signs} by the effect of the script at {@code at}. */
    public void apply(Map<String, Double> signs, Instant at, RandomSeed seed) {
        Duration since = Duration.between(onset, at);
        script.moves().forEach(excursion -> excursion.apply(signs, since, at, seed));
    }

    /** Returns one truth for each variable that leaves its alarm limits. */
    public List<Truth> truths(String bed, String stay) {
        return script.moves().stream()
                .filter(VariableExcursion::leavesLimits)
                .map(excursion -> truth(excursion, bed, stay))
                .toList();
    }

    private Truth truth(VariableExcursion excursion, String bed, String stay) {
        return new Truth(
                String.join("-", stay, script.name(), excursion.variable(), Long.toString(onset.getEpochSecond())),
                bed,
                stay,
                TruthKind.DETERIORATION,
                excursion.variable(),
                onset.plus(excursion.delay()),
                onset.plus(excursion.end()),
                script.name() + ": " + excursion.variable() + " to "
                        + excursion.target().orElseThrow());
    }
}
