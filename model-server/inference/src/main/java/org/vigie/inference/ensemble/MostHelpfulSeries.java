package org.vigie.inference.ensemble;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.model.score.SurvivalAssessment;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.window.HourlyGrid;

/**
 * Which measurement would help most: the one whose result would move the risk the most. Each series that was never measured is tried in the
 * newest hour with a low and a high value as intensive-care patients have them, and the log odds compared. When all were measured once,
 * those are tried that are not of this hour.
 *
 * <p>Some seventy trials would cost the nets as much as seventy beds. So the trees, who are quick, name a few, and all parts choose among these: of 40
 * windows below the evidence floor the trees put the whole ensemble's choice first in 38 and second in two.
 */
final class MostHelpfulSeries {
    /** Low and high value by column: the 10th and 90th percentile of set A, in the catalogue's units. */
    private static final Map<Integer, float[]> USUAL = usual();

    /** Three times as many as were ever needed. */
    private static final int SHORT_LIST = 6;

    private static final int NEWEST = ScoreRequest.CELLS - HourlyGrid.SERIES;

    private MostHelpfulSeries() {}

    /**
     * @param quick log odds of many windows at once, in their order; rough
     * @param whole the same by the whole model
     * @return a column; {@link SurvivalAssessment#NONE} when everything was measured in this hour
     */
    static int of(
            ScoreRequest window,
            Function<List<ScoreRequest>, double[]> quick,
            Function<List<ScoreRequest>, double[]> whole) {
        List<Integer> few = foremost(window, candidates(window), SHORT_LIST, quick);
        return few.isEmpty()
                ? SurvivalAssessment.NONE
                : foremost(window, few, 1, whole).get(0);
    }

    /** Those whose low and high value lie furthest apart. */
    private static List<Integer> foremost(
            ScoreRequest window, List<Integer> candidates, int many, Function<List<ScoreRequest>, double[]> logOdds) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        double[] odds = logOdds.apply(candidates.stream()
                .flatMap(series -> Stream.of(
                        with(window, series, USUAL.get(series)[0]), with(window, series, USUAL.get(series)[1])))
                .toList());
        return IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble(place -> -Math.abs(odds[2 * place + 1] - odds[2 * place])))
                .limit(many)
                .map(candidates::get)
                .toList();
    }

    private static List<Integer> candidates(ScoreRequest window) {
        List<Integer> never = new ArrayList<>();
        List<Integer> notNow = new ArrayList<>();
        for (int series : USUAL.keySet()) {
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

    private static Map<Integer, float[]> usual() {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        Objects.requireNonNull(MostHelpfulSeries.class.getResourceAsStream("usual.csv"), "usual.csv"),
                        StandardCharsets.UTF_8))) {
            Map<Integer, float[]> usual = new TreeMap<>();
            rows.forEach(row -> usual.put(
                    VariableCatalogue.standard()
                            .get(row.getField("series"))
                            .series()
                            .orElseThrow(),
                    new float[] {Float.parseFloat(row.getField("low")), Float.parseFloat(row.getField("high"))}));
            return usual;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
