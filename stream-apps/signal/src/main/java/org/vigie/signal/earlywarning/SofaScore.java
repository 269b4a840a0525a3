package org.vigie.signal.earlywarning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.text.LocalizedText;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Computes the Sequential Organ Failure Assessment at one instant, 0 to 24 points. {@link DailySofa} gives the score of a day.
 *
 * <p>Vasopressors are not charted in Vigie. The points of the circulation are therefore always a range.
 */
public enum SofaScore {
    /** SOFA by Vincent 1996. */
    CLASSIC("sofa.csv", List.of("pf")),
    /** SOFA-2, JAMA 2025. */
    SOFA_2("sofa2.csv", List.of("pf", "sf"));

    /** Most points for breathing without respiratory support. */
    private static final int WITHOUT_SUPPORT = 2;

    private static final int MOST = 4;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after loading
    private final ScoreTable table;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> breathing;

    SofaScore(String file, List<String> breathing) {
        this.table = ScoreTable.load(file);
        this.breathing = breathing;
    }

    public String version() {
        return table.version();
    }

    public String source() {
        return table.source();
    }

    ScoreTable table() {
        return table;
    }

    public EarlyWarningScore score(CurrentVitals vitals, Instant at) {
        Optional<Boolean> supported = vitals.fresh(VariableNames.MECH_VENT, at).map(vital -> vital.value() > 0);
        List<ScoreComponent> parts = new ArrayList<>();
        parts.add(breathing(vitals, supported, at));
        for (String organ : List.of("platelets", "bilirubin", "gcs", "creatinine")) {
            parts.add(part(organ, organ, vitals, at));
        }
        parts.add(circulation(part("map", "circulation", vitals, at)));
        return new EarlyWarningScore(table.version(), parts, supported.orElse(false));
    }

    private ScoreComponent part(String parameter, String input, CurrentVitals vitals, Instant at) {
        return ScoreParameter.of(parameter).part(input, table.bands(parameter), vitals, at);
    }

    /**
     * Returns the points for breathing, by the first known ratio. Without respiratory support they are at most 2; when support is not
     * charted, they are a range.
     */
    private ScoreComponent breathing(CurrentVitals vitals, Optional<Boolean> supported, Instant at) {
        List<ScoreComponent> ratios = breathing.stream()
                .map(ratio -> part(ratio, "breathing", vitals, at))
                .toList();
        ScoreComponent ratio =
                ratios.stream().filter(ScoreComponent::known).findFirst().orElse(ratios.get(0));
        int least = supported.orElse(false) ? ratio.low() : Math.min(ratio.low(), WITHOUT_SUPPORT);
        int most = supported.orElse(true) ? ratio.high() : Math.min(ratio.high(), WITHOUT_SUPPORT);
        int carried = supported.orElse(true) ? ratio.carried() : Math.min(ratio.carried(), WITHOUT_SUPPORT);
        return new ScoreComponent(
                ratio.input(), ratio.label(), least, most, carried, ratio.known() && least == most, ratio.age());
    }

    private static ScoreComponent circulation(ScoreComponent byPressure) {
        return new ScoreComponent(
                byPressure.input(),
                new LocalizedText("vasopresseurs", "vasopressors"),
                byPressure.low(),
                MOST,
                byPressure.carried(),
                false,
                ScoreComponent.NEVER);
    }
}
