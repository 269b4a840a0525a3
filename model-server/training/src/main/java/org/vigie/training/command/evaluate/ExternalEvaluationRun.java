package org.vigie.training.command.evaluate;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.training.cohort.RecordedStay;
import org.vigie.training.evaluate.PredictedStays;
import org.vigie.training.external.CentreCalibration;
import org.vigie.training.external.ExternalEvaluation;
import org.vigie.training.external.ExternalEvaluation.CardResult;
import org.vigie.training.external.VariableError;
import org.vigie.training.label.ExtractedCohort;

/** Evaluates a model on an extracted cohort, unit by unit, and takes away one variable after the other. */
record ExternalEvaluationRun(ExtractedCohort source, PredictedCohort cohort, PrintStream out) {
    private static final String WHOLE = "all units";

    ExternalEvaluation run() throws IOException {
        List<CentreCalibration> centres = centres(source.units());
        centres.forEach(this::show);
        return new ExternalEvaluation(cohort.assessments().lastKey(), cardResult(), centres, variables());
    }

    private void show(CentreCalibration centre) {
        out.printf(
                Locale.ROOT,
                "%s: %d stays, %d deaths, %.1f expected%s%n",
                centre.centre(),
                centre.stays(),
                centre.deaths(),
                centre.expected(),
                centre.drifted() ? ": differs beyond chance" : "");
    }

    private List<CentreCalibration> centres(Map<Integer, String> units) {
        PredictedStays all = new PredictedStays(cohort.examples(), cohort.lastProbabilities());
        List<CentreCalibration> each = units.values().stream()
                .distinct()
                .map(unit -> CentreCalibration.of(unit, all.only(place -> unit.equals(units.get(id(place))))))
                .filter(unit -> unit.stays() > 0)
                .sorted(Comparator.comparingInt(CentreCalibration::stays).reversed())
                .toList();
        List<CentreCalibration> centres = new ArrayList<>(List.of(CentreCalibration.of(WHOLE, all)));
        centres.addAll(each);
        return centres;
    }

    private int id(int place) {
        return cohort.recordings().get(place).id();
    }

    /** Returns the last result of the card for the same hours. A result of one kind of part is left out. */
    private CardResult cardResult() {
        return cohort.predictor().card().results().stream()
                .filter(result -> result.hoursSeen() == cohort.assessments().lastKey())
                .filter(result -> !result.set().endsWith(" alone"))
                .reduce((first, second) -> second)
                .map(result -> new CardResult(result.set(), result.auroc(), result.ece()))
                .orElse(CardResult.NONE);
    }

    private List<VariableError> variables() {
        return VariableCatalogue.standard().series().stream()
                .filter(variable -> cohort.recordings().stream().anyMatch(stay -> has(stay, variable)))
                .map(this::error)
                .sorted(Comparator.comparingDouble(VariableError::brierChangeWithout))
                .collect(Collectors.toList());
    }

    private VariableError error(Variable variable) {
        boolean[] has = new boolean[cohort.recordings().size()];
        for (int i = 0; i < has.length; i++) {
            has[i] = has(cohort.recordings().get(i), variable);
        }
        float[] without = cohort.lastProbabilitiesOf(stay -> without(stay, variable));
        out.println("without " + variable.name());
        return VariableError.of(variable.name(), cohort.lastProbabilities(), without, has, cohort.died());
    }

    private static RecordedStay without(RecordedStay stay, Variable variable) {
        return new RecordedStay(
                stay.id(),
                stay.statics(),
                stay.measurements().stream()
                        .filter(each -> !each.variable().equals(variable))
                        .toList());
    }

    private static boolean has(RecordedStay stay, Variable variable) {
        return stay.measurements().stream().anyMatch(each -> each.variable().equals(variable));
    }
}
