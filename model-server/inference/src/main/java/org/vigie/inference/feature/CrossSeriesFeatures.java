package org.vigie.inference.feature;

import java.util.List;
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

    private final float[] features;

    private CrossSeriesFeatures(float[] features) {
        this.features = features;
    }

    static CrossSeriesFeatures of(ScoreRequest window, SeriesFeatures[] series) {
        SeriesFeatures rate = series[column(VariableNames.HR)];
        SeriesFeatures systolic = first(series, VariableNames.ABP_SYS, VariableNames.NIBP_SYS);
        SeriesFeatures pressure = first(series, VariableNames.ABP_MEAN, VariableNames.NIBP_MEAN);
        SeriesFeatures oxygen = series[column(VariableNames.PAO2)];
        SeriesFeatures inspired = series[column(VariableNames.FIO2)];
        SeriesFeatures gcs = series[column(VariableNames.GCS_TOTAL)];
        SeriesFeatures creatinine = series[column(VariableNames.CREATININE)];
        int hours = window.hoursSeen();
        float[] features = {
            hours,
            cells(series),
            seriesMeasured(series),
            rate.last() / systolic.last(),
            rate.highest() / systolic.lowest(),
            systolic.last(),
            systolic.lowest(),
            pressure.last(),
            pressure.lowest(),
            oxygen.last() / inspired.last(),
            oxygen.lowest() / inspired.highest(),
            series[column(VariableNames.BUN)].last() / creatinine.last(),
            gcs.last() - gcs.first(),
            creatinine.last() - creatinine.first(),
            series[column(VariableNames.URINE)].sum() / hours,
            urineLately(window) / Math.min(LATELY, hours)
        };
        for (int i = 0; i < features.length; i++) {
            features[i] = Float.isFinite(features[i]) ? features[i] : Float.NaN;
        }
        return new CrossSeriesFeatures(features);
    }

    /** Writes as many numbers as {@link #NAMES}. */
    void write(float[] all, int from) {
        System.arraycopy(features, 0, all, from, features.length);
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

    private static float cells(SeriesFeatures... series) {
        float cells = 0;
        for (SeriesFeatures one : series) {
            cells += one.count();
        }
        return cells;
    }

    private static float seriesMeasured(SeriesFeatures... series) {
        float measured = 0;
        for (SeriesFeatures one : series) {
            measured += one.count() > 0 ? 1 : 0;
        }
        return measured;
    }

    private static SeriesFeatures first(SeriesFeatures[] series, String one, String other) {
        return series[column(one)].count() > 0 ? series[column(one)] : series[column(other)];
    }

    private static int column(String variable) {
        return VariableCatalogue.standard().get(variable).series().orElseThrow();
    }
}
