package org.vigie.inference.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.signal.window.HourlyGrid;

/**
 * Finds the series whose measurement would change the predicted risk most. It tries each series that was never measured with a low and a high
 * value in the newest hour, and compares the log odds. When every series was measured once, it tries those without a value in this hour.
 *
 * <p>About seventy trials would cost the networks as much as seventy beds. So the trees, which are fast, choose a short list, and the whole
 * ensemble chooses among it. In 40 windows below the evidence floor the trees put the ensemble's choice first in 38 and second in two.
 */
final class MostHelpfulSeries {
    private static final UsualValues USUAL = UsualValues.standard();

    /** Three times as many as were ever necessary. */
    private static final int SHORT_LIST = 6;

    private static final int NEWEST = ScoreRequest.CELLS - HourlyGrid.SERIES;

    private final Function<List<ScoreRequest>, double[]> quick;
    private final Function<List<ScoreRequest>, double[]> whole;

    /**
     * Uses two models.
     *
     * @param quick gives rough log odds of many windows at once, in their order
     * @param whole gives the log odds of the whole model
     */
    MostHelpfulSeries(Function<List<ScoreRequest>, double[]> quick, Function<List<ScoreRequest>, double[]> whole) {
        this.quick = quick;
        this.whole = whole;
    }

    /** @return a column; {@link SurvivalAssessment#NONE} when everything was measured in this hour */
    int of(ScoreRequest window) {
        List<Integer> few = foremost(window, candidates(window), SHORT_LIST, quick);
        return few.isEmpty()
                ? SurvivalAssessment.NONE
                : foremost(window, few, 1, whole).get(0);
    }

    /** Returns the series whose low and high value give the most different log odds. */
    private static List<Integer> foremost(
            ScoreRequest window, List<Integer> candidates, int many, Function<List<ScoreRequest>, double[]> logOdds) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        double[] odds = logOdds.apply(
                candidates.stream().flatMap(series -> trials(window, series)).toList());
        return IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -Math.abs(odds[2 * place + 1] - odds[2 * place])))
                .limit(many)
                .map(candidates::get)
                .toList();
    }

    private static Stream<ScoreRequest> trials(ScoreRequest window, int series) {
        return Stream.of(with(window, series, USUAL.low(series)), with(window, series, USUAL.high(series)));
    }

    private static List<Integer> candidates(ScoreRequest window) {
        List<Integer> never = new ArrayList<>();
        List<Integer> notNow = new ArrayList<>();
        for (int series : USUAL.series()) {
            if (!wasMeasured(window, series)) {
                never.add(series);
            } else if (window.measured()[NEWEST + series] == 0) {
                notNow.add(series);
            }
        }
        return never.isEmpty() ? notNow : never;
    }

    private static boolean wasMeasured(ScoreRequest window, int series) {
        for (int cell = series; cell < ScoreRequest.CELLS; cell += HourlyGrid.SERIES) {
            if (window.measured()[cell] > 0) {
                return true;
            }
        }
        return false;
    }

    private static ScoreRequest with(ScoreRequest window, int series, float value) {
        return new ScoreRequest(
                changed(window.values(), series, value),
                changed(window.measured(), series, 1),
                changed(window.ages(), series, 0),
                window.statics());
    }

    private static float[] changed(float[] cells, int series, float newest) {
        float[] changed = cells.clone();
        changed[NEWEST + series] = newest;
        return changed;
    }
}
