package org.vigie.signal.earlywarning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.earlywarning.EarlyWarningScore.ScoreComponent;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Computes the Sequential Organ Failure Assessment at one instant, 0 to 24 points. {@link DailySofa} gives the score of a day.
 *
 * <p>Support that is not charted makes a range: vasopressors of the circulation, renal replacement of the kidney, ventilation of breathing.
 */
public enum SofaScore {
    /** SOFA by Vincent 1996. */
    CLASSIC(
            "sofa.csv",
            List.of("pf"),
            List.of("catecholamine", "dopamine", "dobutamine"),
            List.of(
                    VariableNames.NORADRENALINE,
                    VariableNames.ADRENALINE,
                    VariableNames.DOPAMINE,
                    VariableNames.DOBUTAMINE),
            2),
    /** SOFA-2, JAMA 2025. */
    SOFA_2(
            "sofa2.csv",
            List.of("pf", "sf"),
            List.of("catecholamine", "vasopressor"),
            List.of(
                    VariableNames.NORADRENALINE,
                    VariableNames.ADRENALINE,
                    VariableNames.DOPAMINE,
                    VariableNames.DOBUTAMINE,
                    VariableNames.VASOPRESSIN),
            1);

    /** Most points for breathing without respiratory support. */
    private static final int WITHOUT_SUPPORT = 2;

    private static final int MOST = 4;

    @SuppressWarnings("ImmutableEnumChecker") // never changed after loading
    private final ScoreTable table;

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    private final List<String> breathing;

    @SuppressWarnings("ImmutableEnumChecker") // a record of a table and of lists
    private final SofaCirculation circulation;

    /** Lowest ventilation mode that counts as respiratory support. */
    private final int supportFrom;

    SofaScore(String file, List<String> breathing, List<String> drugs, List<String> rates, int supportFrom) {
        this.table = ScoreTable.load(file);
        this.breathing = breathing;
        this.circulation = new SofaCirculation(table, drugs, rates);
        this.supportFrom = supportFrom;
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

    /** Computes the score with the newest FiO2 for every blood gas that is not older. */
    public EarlyWarningScore score(CurrentVitals vitals, Instant at) {
        return score(vitals, OxygenHistory.NONE, at);
    }

    /** @param oxygen the FiO2 of the last hours, from which that at the sampling of a blood gas is taken */
    public EarlyWarningScore score(CurrentVitals vitals, OxygenHistory oxygen, Instant at) {
        var inputs = new SofaInputs(vitals, oxygen, at);
        Optional<Boolean> supported = inputs.isBreathingSupported(supportFrom);
        List<ScoreComponent> parts = new ArrayList<>();
        parts.add(breathing(inputs, supported));
        parts.add(part("platelets", "platelets", vitals, at));
        parts.add(part("bilirubin", "bilirubin", vitals, at));
        parts.add(part("gcs", "gcs", inputs.beforeSedation(), at));
        parts.add(kidney(part("creatinine", "creatinine", vitals, at), inputs.isRenalReplacementRunning()));
        parts.add(circulation.points(vitals, at));
        return new EarlyWarningScore(table.version(), parts, supported.orElse(false));
    }

    private ScoreComponent part(String parameter, String input, CurrentVitals vitals, Instant at) {
        return ScoreParameter.of(parameter).part(input, table.bands(parameter), vitals, at);
    }

    /**
     * Returns the points for breathing, by the first known ratio. Without respiratory support they are at most 2; when support is not
     * charted, they are a range.
     */
    private ScoreComponent breathing(SofaInputs inputs, Optional<Boolean> supported) {
        List<ScoreComponent> ratios = breathing.stream()
                .map(ratio -> part(
                        ratio, "breathing", ratio.equals("pf") ? inputs.atSampling() : inputs.vitals(), inputs.at()))
                .toList();
        ScoreComponent ratio =
                ratios.stream().filter(ScoreComponent::known).findFirst().orElse(ratios.get(0));
        int least = supported.orElse(false) ? ratio.low() : Math.min(ratio.low(), WITHOUT_SUPPORT);
        int most = supported.orElse(true) ? ratio.high() : Math.min(ratio.high(), WITHOUT_SUPPORT);
        int carried = supported.orElse(true) ? ratio.carried() : Math.min(ratio.carried(), WITHOUT_SUPPORT);
        return changed(ratio, least, most, carried, ratio.known() && least == most);
    }

    /** Returns the points for the kidney: 4 under renal replacement, a range up to 4 when it is not charted. */
    private static ScoreComponent kidney(ScoreComponent creatinine, Optional<Boolean> replaced) {
        if (replaced.isEmpty()) {
            return changed(creatinine, creatinine.low(), MOST, creatinine.carried(), creatinine.low() == MOST);
        }
        return replaced.get() ? changed(creatinine, MOST, MOST, MOST, true) : creatinine;
    }

    private static ScoreComponent changed(ScoreComponent part, int low, int high, int carried, boolean known) {
        return new ScoreComponent(part.input(), part.label(), low, high, carried, known, part.age());
    }
}
