package org.vigie.risk.score;

import java.util.List;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.schemas.Contribution;
import org.vigie.schemas.Window;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/** Maps the explanation of a score to records: the largest contributions with their variable, hour and value. */
record ContributionMapper(Window window) {
    private static final int LARGEST = 8;

    List<Contribution> largest(SurvivalExplanation explanation) {
        return explanation.largest(LARGEST).stream()
                .map(contribution ->
                        contribution.isStatic() ? staticContribution(contribution) : measured(contribution))
                .toList();
    }

    /** Returns the name of a series. */
    static String variable(int series) {
        return VariableCatalogue.standard().series().get(series).name();
    }

    private static Contribution staticContribution(SurvivalExplanation.InputContribution contribution) {
        return Contribution.newBuilder()
                .setVariable(StaticFeatures.NAMES.get(contribution.input() - HourlyGrid.SERIES))
                .setLogOdds(contribution.logOdds())
                .build();
    }

    private Contribution measured(SurvivalExplanation.InputContribution contribution) {
        int cell = contribution.row() * HourlyGrid.SERIES + contribution.input();
        return Contribution.newBuilder()
                .setVariable(variable(contribution.input()))
                .setHour(window.getLastHour() - HourlyGrid.HOURS + 1 + contribution.row())
                .setValue(window.getValues().get(cell).doubleValue())
                .setKind(window.getKinds().get(cell))
                .setLogOdds(contribution.logOdds())
                .build();
    }
}
