package org.vigie.inference.feature;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vigie.model.score.ScoreRequest;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.window.HourlyGrid;

/**
 * Computes features from several series and from the window as a whole. An invasive pressure is preferred to a cuff's.
 *
 * <p>Oxygenation index: partial pressure over the inspired fraction, as in the Berlin definition (ARDS Task Force. JAMA
 * 2012;307:2526-2533). Shock index: heart rate over systolic pressure (Allgöwer M, Burri C. Dtsch Med Wochenschr 1967;92:1947-1950).
 */
final class CrossSeriesFeatures {
    static final List<String> NAMES = List.of(
            "hours_seen",
            "measured_cells",
            "measured_series",
            "shock_index_last",
            "shock_index_worst",
            "systolic_last",
            "systolic_lowest",
            "mean_pressure_last",
            "mean_pressure_lowest",
            "oxygenation_last",
            "oxygenation_worst",
            "bun_to_creatinine",
            "gcs_change",
            "creatinine_change",
            "urine_per_hour",
            "urine_per_hour_lately");
    private static final int LATELY = 12;

    private final SeriesFeatures[] series;

    CrossSeriesFeatures(SeriesFeatures... series) {
        this.series = series;
    }

    /** Computes the features in the order of {@link #NAMES}; NaN where an input was not measured. */
    float[] of(ScoreRequest window) {
        List<Float> features = new ArrayList<>();
        features.addAll(evidence(window.hoursSeen()));
        features.addAll(circulation());
        features.addAll(breathing());
        features.addAll(organs());
        features.addAll(urine(window));
        float[] finite = new float[features.size()];
        for (int i = 0; i < finite.length; i++) {
            finite[i] = Float.isFinite(features.get(i)) ? features.get(i) : Float.NaN;
        }
        return finite;
    }

    private List<Float> evidence(int hours) {
        long cells = Stream.of(series).mapToLong(SeriesFeatures::count).sum();
        long measured = Stream.of(series).filter(one -> one.count() > 0).count();
        return List.of((float) hours, (float) cells, (float) measured);
    }

    private List<Float> circulation() {
        SeriesFeatures rate = of(VariableNames.HR);
        SeriesFeatures systolic = first(VariableNames.ABP_SYS, VariableNames.NIBP_SYS);
        SeriesFeatures pressure = first(VariableNames.ABP_MEAN, VariableNames.NIBP_MEAN);
        return List.of(
                rate.last() / systolic.last(),
                rate.highest() / systolic.lowest(),
                systolic.last(),
                systolic.lowest(),
                pressure.last(),
                pressure.lowest());
    }

    private List<Float> breathing() {
        SeriesFeatures oxygen = of(VariableNames.PAO2);
        SeriesFeatures inspired = of(VariableNames.FIO2);
        return List.of(oxygen.last() / inspired.last(), oxygen.lowest() / inspired.highest());
    }

    private List<Float> organs() {
        SeriesFeatures creatinine = of(VariableNames.CREATININE);
        SeriesFeatures gcs = of(VariableNames.GCS_TOTAL);
        return List.of(
                of(VariableNames.BUN).last() / creatinine.last(),
                gcs.last() - gcs.first(),
                creatinine.last() - creatinine.first());
    }

    private List<Float> urine(ScoreRequest window) {
        int hours = window.hoursSeen();
        return List.of(of(VariableNames.URINE).sum() / hours, urineLately(window) / Math.min(LATELY, hours));
    }

    private static float urineLately(ScoreRequest window) {
        int urine = column(VariableNames.URINE);
        float sum = 0;
        for (int row = HourlyGrid.HOURS - LATELY; row < HourlyGrid.HOURS; row++) {
            int cell = row * HourlyGrid.SERIES + urine;
            sum += window.measured()[cell] * window.values()[cell];
        }
        return sum;
    }

    private SeriesFeatures first(String one, String other) {
        return of(one).count() > 0 ? of(one) : of(other);
    }

    private SeriesFeatures of(String variable) {
        return series[column(variable)];
    }

    private static int column(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}
