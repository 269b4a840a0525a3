package org.vigie.bench.variability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.TimeScale;
import org.vigie.simulator.patient.VariabilityTable;
import org.vigie.simulator.patient.VariabilityTable.VariabilityRow;

/**
 * Fits every number of {@code variability.csv}.
 *
 * <p>Changes within seconds and minutes come from monitors (BIDMC), changes within hours and the usual values from charts. BIDMC has no
 * pressure: the fast changes of pressure have the shape of those of the heart rate and a deviation that is an assumption.
 */
final class VariabilityFit {
    /** Shorter lags say more about rounding than about the patient. */
    private static final int[] FAST_LAGS = {5, 10, 20, 30, 60, 120, 240};

    private static final int[] SLOW_LAGS = {1, 2, 4, 8, 12};
    private static final double HOUR = 3_600;
    /** The shortest period is that over which monitors average their numbers. */
    private static final double[] PERIODS = {15, 60, 240, 900, HOUR, 4 * HOUR};

    private static final double[] SLOW_PERIODS = {900, HOUR, 4 * HOUR};
    private static final double[] FAST_PERIODS = {15, 60, 240};
    private static final double[] SHARES = {0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95};

    /** Deviation within eight minutes in mmHg: assumption. */
    private static final Map<String, Double> PRESSURE_DEVIATIONS =
            Map.of(VariableNames.ABP_SYS, 3.0, VariableNames.ABP_DIA, 2.0);

    private final RecordedStays monitored;
    private final RecordedStays charted;
    private final RecordedStays chartedSaturation;

    /**
     * @param monitored values of every second
     * @param charted values of every hour
     * @param chartedSaturation values of every hour that include the oxygen saturation
     */
    VariabilityFit(RecordedStays monitored, RecordedStays charted, RecordedStays chartedSaturation) {
        this.monitored = monitored;
        this.charted = charted;
        this.chartedSaturation = chartedSaturation;
    }

    List<VariabilityRow> rows() {
        List<VariabilityRow> rows = new ArrayList<>();
        for (String sign : VariabilityTable.SIGNS) {
            addLevels(rows, sign);
            addComponents(rows, sign);
            addSpread(rows, sign);
        }
        rows.addAll(new CorrelationFit(monitored, charted, chartedSaturation).rows());
        return rows;
    }

    private RecordedStays chartOf(String sign) {
        return sign.equals(VariableNames.SPO2) ? chartedSaturation : charted;
    }

    private void addLevels(List<VariabilityRow> rows, String sign) {
        SampleStatistics medians = SampleStatistics.of(
                chartOf(sign).series(sign).stream().map(EvenSeries::median).toList());
        for (double share : medians.count() == 0 ? new double[0] : SHARES) {
            rows.add(new VariabilityRow(
                    sign,
                    "level",
                    Double.toString(share),
                    rounded(medians.quantile(share)),
                    chartOf(sign).source(sign)));
        }
    }

    private void addComponents(List<VariabilityRow> rows, String sign) {
        String fast = PRESSURE_DEVIATIONS.containsKey(sign)
                ? "assumption: " + PRESSURE_DEVIATIONS.get(sign) + " mmHg in eight minutes, shaped as the heart rate"
                : monitored.source(sign);
        new ComponentFit(squareChanges(sign), periods(sign))
                .deviations()
                .forEach((period, deviation) -> rows.add(new VariabilityRow(
                        sign,
                        "component",
                        Integer.toString(period.intValue()),
                        rounded(deviation),
                        TimeScale.of(period) == TimeScale.FAST
                                ? fast
                                : chartOf(sign).source(sign))));
    }

    private static double[] periods(String sign) {
        return switch (sign) {
            case VariableNames.TEMP -> SLOW_PERIODS;
            case "pulse_difference" -> FAST_PERIODS;
            default -> PERIODS;
        };
    }

    private Map<Double, Double> squareChanges(String sign) {
        Map<Double, Double> changes = new TreeMap<>(fastChanges(sign));
        var typical = new TypicalChanges(chartOf(sign).series(sign), TimeScale.SLOW);
        for (int lag : SLOW_LAGS) {
            put(changes, lag * HOUR, typical.over(lag));
        }
        return changes;
    }

    private Map<Double, Double> fastChanges(String sign) {
        Map<Double, Double> changes = new TreeMap<>();
        boolean isPressure = PRESSURE_DEVIATIONS.containsKey(sign);
        var typical = new TypicalChanges(monitored.series(isPressure ? VariableNames.HR : sign), TimeScale.FAST);
        for (int lag : FAST_LAGS) {
            put(changes, lag, typical.over(lag));
        }
        if (isPressure) {
            double own = PRESSURE_DEVIATIONS.get(sign);
            double plateau = changes.get(240.0) / 2;
            changes.replaceAll((lag, change) -> change * own * own / plateau);
        }
        return changes;
    }

    private static void put(Map<Double, Double> changes, double seconds, OptionalDouble change) {
        if (change.isPresent()) {
            changes.put(seconds, change.getAsDouble());
        }
    }

    private void addSpread(List<VariabilityRow> rows, String sign) {
        String fastSign = PRESSURE_DEVIATIONS.containsKey(sign) ? VariableNames.HR : sign;
        add(rows, sign, TimeScale.FAST, monitored, fastSign);
        add(rows, sign, TimeScale.SLOW, chartOf(sign), sign);
    }

    private static void add(
            List<VariabilityRow> rows, String sign, TimeScale scale, RecordedStays stays, String measured) {
        List<EvenSeries> series = stays.series(measured);
        if (!series.isEmpty()) {
            rows.add(new VariabilityRow(
                    sign,
                    "spread",
                    scale.key(),
                    rounded(new TypicalChanges(series, scale).spread()),
                    stays.source(measured)));
        }
    }

    static double rounded(double value) {
        return Math.rint(value * 1_000) / 1_000;
    }
}
