package org.vigie.simulator.story;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.patient.Seed;

/** One script, begun at one instant. */
public record Episode(Script script, Instant onset) {

    /** First instant without an effect. */
    public Instant end() {
        return onset.plus(script.length());
    }

    public boolean touches(Instant from, Instant until) {
        return onset.isBefore(until) && end().isAfter(from);
    }

    /** Changes {@code signs} as the script does at {@code at}. */
    public void apply(Map<String, Double> signs, Instant at, Seed seed) {
        Duration since = Duration.between(onset, at);
        script.moves().forEach(move -> move.apply(signs, since, at, seed));
    }

    /** One truth for each variable that leaves its alarm limits. */
    public List<Truth> truths(String bed, String stay) {
        return script.moves().stream()
                .filter(Move::leavesLimits)
                .map(move -> truth(move, bed, stay))
                .toList();
    }

    private Truth truth(Move move, String bed, String stay) {
        return new Truth(
                String.join("-", stay, script.name(), move.variable(), Long.toString(onset.getEpochSecond())),
                bed,
                stay,
                TruthKind.DETERIORATION,
                move.variable(),
                onset.plus(move.delay()),
                onset.plus(move.end()),
                script.name() + ": " + move.variable() + " to " + move.target().orElseThrow());
    }
}
