package org.vigie.training.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalExplanation;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/**
 * Holds an input that contributed to a predicted risk.
 *
 * @param input label of a series or name of a static
 * @param found its newest value with its unit and age
 * @param logOdds sum of the contributions of all its hours
 * @param strongestHour hours before the window's end of the cell that contributes most; 0 for a static
 */
public record ContributingInput(String input, String found, double logOdds, int strongestHour) {
    /** Returns the inputs with the largest contributions to a window, the largest first; empty when there is no explanation. */
    public static List<ContributingInput> of(ScoreRequest window, SurvivalExplanation explanation, int most) {
        if (explanation.cells().length == 0) {
            return List.of();
        }
        return Stream.concat(
                        IntStream.range(0, HourlyGrid.SERIES)
                                .mapToObj(series -> series(window, explanation.cells(), series)),
                        IntStream.range(0, ScoreRequest.STATICS)
                                .mapToObj(place -> ofStatic(window, explanation, place)))
                .sorted(Comparator.comparingDouble(input -> -Math.abs(input.logOdds())))
                .limit(most)
                .toList();
    }

    private static ContributingInput ofStatic(ScoreRequest window, SurvivalExplanation explanation, int place) {
        String found = number(window.statics()[place]);
        return new ContributingInput(
                StaticFeatures.NAMES.get(place), found, explanation.statics()[place], 0);
    }

    private static ContributingInput series(ScoreRequest window, float[] cells, int series) {
        int strongest = IntStream.range(0, HourlyGrid.HOURS)
                .boxed()
                .max(Comparator.comparingDouble(row -> Math.abs(cells[cell(row, series)])))
                .orElseThrow();
        double sum = IntStream.range(0, HourlyGrid.HOURS)
                .mapToDouble(row -> cells[cell(row, series)])
                .sum();
        Variable variable = VariableCatalogue.standard().series().get(series);
        return new ContributingInput(
                variable.labelEn(), found(window, variable, series), sum, HourlyGrid.HOURS - 1 - strongest);
    }

    private static String found(ScoreRequest window, Variable variable, int series) {
        int newest = cell(HourlyGrid.HOURS - 1, series);
        int age = (int) window.ages()[newest];
        return age >= HourlyGrid.HOURS
                ? "never measured"
                : number(window.values()[newest]) + " " + variable.unit() + (age == 0 ? "" : ", " + age + " h old");
    }

    private static int cell(int row, int series) {
        return row * HourlyGrid.SERIES + series;
    }

    private static String number(float value) {
        return String.format(Locale.ROOT, "%.4g", value)
                .replaceAll("(\\.\\d*?)0+$", "$1")
                .replaceAll("\\.$", "");
    }
}
