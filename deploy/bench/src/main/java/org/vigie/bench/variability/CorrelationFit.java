package org.vigie.bench.variability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.TimeScale;
import org.vigie.simulator.patient.VariabilityTable;
import org.vigie.simulator.patient.VariabilityTable.VariabilityRow;

/**
 * Fits how signs depend on each other: the median correlation within a stay by the second and by the hour, and the correlation of the usual
 * values between stays. A pair with too few stays has no row, which means 0.
 */
final class CorrelationFit {
    private static final int FEWEST_STAYS = 20;
    /** Fast correlation of systolic and diastolic pressure: assumption. */
    private static final double FAST_PRESSURES = 0.8;

    private final RecordedStays monitored;
    private final RecordedStays charted;
    private final RecordedStays chartedSaturation;

    CorrelationFit(RecordedStays monitored, RecordedStays charted, RecordedStays chartedSaturation) {
        this.monitored = monitored;
        this.charted = charted;
        this.chartedSaturation = chartedSaturation;
    }

    List<VariabilityRow> rows() {
        List<VariabilityRow> rows = new ArrayList<>();
        List<String> signs = VariabilityTable.SIGNS;
        for (int first = 0; first < signs.size(); first++) {
            for (int second = first + 1; second < signs.size(); second++) {
                String one = signs.get(first);
                String other = signs.get(second);
                RecordedStays chart = one.equals(VariableNames.SPO2) || other.equals(VariableNames.SPO2)
                        ? chartedSaturation
                        : charted;
                addWithin(rows, one, other, TimeScale.FAST, monitored);
                addWithin(rows, one, other, TimeScale.SLOW, chart);
                addBetween(rows, one, other, chart);
            }
        }
        rows.add(new VariabilityRow(
                "abp_sys-abp_dia", "correlation", TimeScale.FAST.key(), FAST_PRESSURES, "assumption"));
        return rows;
    }

    private static void addWithin(
            List<VariabilityRow> rows, String one, String other, TimeScale scale, RecordedStays stays) {
        List<Double> correlations = both(stays, one, other).stream()
                .flatMap(stay -> PairCorrelation.of(stay.get(one), stay.get(other)).pearson().stream()
                        .boxed())
                .toList();
        if (correlations.size() >= FEWEST_STAYS) {
            add(
                    rows,
                    one + "-" + other,
                    scale,
                    SampleStatistics.of(correlations).median(),
                    stays,
                    correlations.size());
        }
    }

    private static void addBetween(List<VariabilityRow> rows, String one, String other, RecordedStays stays) {
        PairCorrelation levels = new PairCorrelation(new ArrayList<>(), new ArrayList<>());
        both(stays, one, other)
                .forEach(stay ->
                        levels.add(stay.get(one).median(), stay.get(other).median()));
        if (levels.firsts().size() >= FEWEST_STAYS) {
            levels.pearson()
                    .ifPresent(value -> add(
                            rows,
                            one + "-" + other,
                            TimeScale.LEVEL,
                            value,
                            stays,
                            levels.firsts().size()));
        }
    }

    private static List<Map<String, EvenSeries>> both(RecordedStays stays, String one, String other) {
        return stays.stays().stream()
                .filter(stay -> stay.containsKey(one) && stay.containsKey(other))
                .toList();
    }

    private static void add(
            List<VariabilityRow> rows, String pair, TimeScale scale, double value, RecordedStays stays, int count) {
        rows.add(new VariabilityRow(
                pair, "correlation", scale.key(), VariabilityFit.rounded(value), stays.label() + ", n=" + count));
    }
}
