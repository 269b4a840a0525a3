package org.vigie.inference.ensemble;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.vigie.inference.feature.WindowFeatures;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;

/**
 * Finds the cells of a window from which each feature of the trees is computed. The last, the lowest and the highest value come from one
 * hour. A mean, a slope and a count come from all measured hours of their series. A series that was never measured is assigned to the
 * newest hour.
 */
final class FeatureOrigins {
    /** The series of each feature that relates several. */
    private static final Map<String, List<String>> RELATED = Map.ofEntries(
            Map.entry("hours_seen", names()),
            Map.entry("measured_cells", names()),
            Map.entry("measured_series", names()),
            Map.entry("shock_index_last", List.of(VariableNames.HR, VariableNames.ABP_SYS, VariableNames.NIBP_SYS)),
            Map.entry("shock_index_worst", List.of(VariableNames.HR, VariableNames.ABP_SYS, VariableNames.NIBP_SYS)),
            Map.entry("systolic_last", List.of(VariableNames.ABP_SYS, VariableNames.NIBP_SYS)),
            Map.entry("systolic_lowest", List.of(VariableNames.ABP_SYS, VariableNames.NIBP_SYS)),
            Map.entry("mean_pressure_last", List.of(VariableNames.ABP_MEAN, VariableNames.NIBP_MEAN)),
            Map.entry("mean_pressure_lowest", List.of(VariableNames.ABP_MEAN, VariableNames.NIBP_MEAN)),
            Map.entry("oxygenation_last", List.of(VariableNames.PAO2, VariableNames.FIO2)),
            Map.entry("oxygenation_worst", List.of(VariableNames.PAO2, VariableNames.FIO2)),
            Map.entry("bun_to_creatinine", List.of(VariableNames.BUN, VariableNames.CREATININE)),
            Map.entry("gcs_change", List.of(VariableNames.GCS_TOTAL)),
            Map.entry("creatinine_change", List.of(VariableNames.CREATININE)),
            Map.entry("urine_per_hour", List.of(VariableNames.URINE)),
            Map.entry("urine_per_hour_lately", List.of(VariableNames.URINE)));

    /** In the order of {@link WindowFeatures#NAMES}. */
    private final List<FeatureOrigin> origins =
            WindowFeatures.NAMES.stream().map(FeatureOrigins::origin).toList();

    /**
     * Holds the origin of one feature.
     *
     * @param series columns; empty for a static
     * @param kind {@code last}, {@code mean}, ...; of several series {@code all}
     */
    private record FeatureOrigin(List<Integer> series, String kind, int statics) {}

    /**
     * Adds one feature's contribution to the cells from which it is computed.
     *
     * @param feature place in {@link WindowFeatures#NAMES}
     */
    void add(ScoreRequest window, int feature, double logOdds, double[] cells, double[] statics) {
        FeatureOrigin origin = origins.get(feature);
        if (origin.series().isEmpty()) {
            statics[origin.statics()] += logOdds;
            return;
        }
        List<Integer> from = origin.series().stream()
                .flatMap(series -> cells(window, series, origin.kind()).stream())
                .toList();
        from.forEach(cell -> cells[cell] += logOdds / from.size());
    }

    private static List<Integer> cells(ScoreRequest window, int series, String kind) {
        List<Integer> measured = IntStream.range(0, HourlyGrid.HOURS)
                .map(hour -> hour * HourlyGrid.SERIES + series)
                .filter(cell -> window.measured()[cell] > 0)
                .boxed()
                .toList();
        int newestHour = ScoreRequest.CELLS - HourlyGrid.SERIES + series;
        return measured.isEmpty() ? List.of(newestHour) : cellsOf(kind, window, measured);
    }

    private static List<Integer> cellsOf(String kind, ScoreRequest window, List<Integer> measured) {
        return switch (kind) {
            case "last" -> measured.subList(measured.size() - 1, measured.size());
            case "first" -> measured.subList(0, 1);
            case "lowest", "lowest_lately" -> extreme(window, measured, -1);
            case "highest", "highest_lately" -> extreme(window, measured, 1);
            default -> measured;
        };
    }

    private static List<Integer> extreme(ScoreRequest window, List<Integer> measured, int sign) {
        int best = measured.get(0);
        for (int cell : measured) {
            best = sign * window.values()[cell] >= sign * window.values()[best] ? cell : best;
        }
        return List.of(best);
    }

    /** @throws IllegalStateException for a feature without an origin */
    private static FeatureOrigin origin(String feature) {
        if (RELATED.containsKey(feature)) {
            return new FeatureOrigin(
                    RELATED.get(feature).stream().map(FeatureOrigins::column).toList(), "all", -1);
        }
        if (StaticFeatures.NAMES.contains(feature)) {
            return new FeatureOrigin(List.of(), "", StaticFeatures.NAMES.indexOf(feature));
        }
        return names().stream()
                .filter(series -> feature.startsWith(series + "_"))
                .findFirst()
                .map(series -> new FeatureOrigin(List.of(column(series)), feature.substring(series.length() + 1), -1))
                .orElseThrow(() -> new IllegalStateException("no origin for the feature " + feature));
    }

    private static int column(String series) {
        return VariableCatalogue.standard().get(series).series().orElseThrow();
    }

    private static List<String> names() {
        return VariableCatalogue.standard().series().stream()
                .map(Variable::name)
                .toList();
    }
}
