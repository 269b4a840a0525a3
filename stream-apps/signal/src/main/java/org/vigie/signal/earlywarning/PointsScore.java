package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.vitals.CurrentVitals;

/** Lists the scores that are the sum of their table's points. NEWS2 and SOFA need more than sums and have their own classes. */
public enum PointsScore {
    QSOFA("qsofa.csv", 2),
    SIRS("sirs.csv", 2),
    SHOCK_INDEX("shock-index.csv", 2),
    MEWS("mews.csv", 5),
    ESI_DANGER("esi-danger.csv", 1);

    @SuppressWarnings("ImmutableEnumChecker") // never changed after loading
    private final ScoreTable table;

    private final int threshold;

    PointsScore(String file, int threshold) {
        this.table = ScoreTable.load(file);
        this.threshold = threshold;
    }

    /** Returns the score whose table has the given version. */
    public static Optional<PointsScore> of(String version) {
        return Arrays.stream(values())
                .filter(score -> score.table.version().equals(version))
                .findFirst();
    }

    public String version() {
        return table.version();
    }

    public String source() {
        return table.source();
    }

    /** Returns the number of points from which the authors of the score consider it positive, alarming or critical. */
    public int threshold() {
        return threshold;
    }

    /** Returns the name for a heading. */
    public String label() {
        return name().replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    ScoreTable table() {
        return table;
    }

    public EarlyWarningScore score(CurrentVitals vitals, Instant at) {
        List<ScoreComponent> parts = table.inputs().entrySet().stream()
                .map(input -> part(input.getKey(), input.getValue(), vitals, at))
                .toList();
        boolean ventilated = vitals.fresh(VariableNames.MECH_VENT, at)
                .filter(vital -> vital.value() > 0)
                .isPresent();
        return new EarlyWarningScore(table.version(), parts, ventilated);
    }

    /**
     * Returns the points of one input. If it has several parameters, the highest points of the known ones count. The input is known when
     * its first parameter is known.
     */
    private static ScoreComponent part(String input, List<ScoreBands> parameters, CurrentVitals vitals, Instant at) {
        List<ScoreComponent> parts = parameters.stream()
                .map(bands -> ScoreParameter.of(bands.parameter()).part(input, bands, vitals, at))
                .toList();
        ScoreComponent first = parts.get(0);
        List<ScoreComponent> measured =
                parts.stream().filter(ScoreComponent::known).toList();
        int least = measured.stream().mapToInt(ScoreComponent::low).max().orElse(first.low());
        return new ScoreComponent(
                input,
                first.label(),
                least,
                first.known() ? least : Math.max(least, first.high()),
                parts.stream().mapToInt(ScoreComponent::carried).max().orElse(0),
                first.known(),
                parts.stream().map(ScoreComponent::age).min(Duration::compareTo).orElse(first.age()));
    }
}
