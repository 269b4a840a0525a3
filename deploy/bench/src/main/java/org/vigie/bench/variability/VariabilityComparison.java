package org.vigie.bench.variability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.simulator.patient.FittedPhysiologyModel;
import org.vigie.simulator.patient.RandomSeed;
import org.vigie.simulator.patient.VariabilityTable;

/** Compares simulated patients with the recordings by the same statistics, without nursing activities and sensor faults. */
final class VariabilityComparison {
    private static final int PATIENTS = 200;
    private static final int MONITORED_SECONDS = 481;
    private static final int HOUR = 3_600;
    private static final int CHARTED_HOURS = 49;
    private static final double DAY_SECONDS = 86_400;
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");

    private final VariabilityTable table;

    VariabilityComparison(VariabilityTable table) {
        this.table = table;
    }

    /** Compares the values of every second. */
    List<ComparedStatistic> monitored(RecordedStays stays) {
        List<ComparedStatistic> compared = new ArrayList<>();
        for (String sign : List.of(VariableNames.HR, VariableNames.RR, VariableNames.SPO2)) {
            List<EvenSeries> real = stays.series(sign);
            List<EvenSeries> simulated = simulated(sign, 1, MONITORED_SECONDS);
            ValueRange limits = VariableCatalogue.standard().get(sign).alarm();
            add(compared, sign, "deviation in 8 min, median patient", real, simulated, EvenSeries::deviation);
            add(compared, sign, "mean square change in 10 s", real, simulated, each -> change(each, 10));
            add(compared, sign, "mean square change in 60 s", real, simulated, each -> change(each, 60));
            compared.add(new ComparedStatistic(
                    sign, "crossings of a limit per day", perDay(real, limits), perDay(simulated, limits)));
            compared.add(new ComparedStatistic(
                    sign, "% of seconds outside the limits", outside(real, limits), outside(simulated, limits)));
        }
        return compared;
    }

    /** Compares the values of every hour. */
    List<ComparedStatistic> charted(RecordedStays stays, List<String> signs) {
        List<ComparedStatistic> compared = new ArrayList<>();
        for (String sign : signs) {
            List<EvenSeries> real = stays.series(sign);
            List<EvenSeries> simulated = simulated(sign, HOUR, CHARTED_HOURS);
            ValueRange limits = VariableCatalogue.standard().get(sign).alarm();
            add(compared, sign, "usual value, median patient", real, simulated, EvenSeries::median);
            add(compared, sign, "deviation in 48 h, median patient", real, simulated, EvenSeries::deviation);
            add(compared, sign, "mean square change in 1 h", real, simulated, each -> change(each, 1));
            add(compared, sign, "mean square change in 8 h", real, simulated, each -> change(each, 8));
            compared.add(new ComparedStatistic(
                    sign, "% of hours outside the limits", outside(real, limits), outside(simulated, limits)));
        }
        return compared;
    }

    private static double change(EvenSeries series, int steps) {
        return series.meanSquareChange(steps).orElse(Double.NaN);
    }

    private List<EvenSeries> simulated(String sign, int step, int count) {
        return IntStream.range(0, PATIENTS)
                .mapToObj(number -> {
                    var patient = new FittedPhysiologyModel(new RandomSeed(1).derive(number), table);
                    return new EvenSeries(IntStream.range(0, count)
                            .mapToObj(place -> BEGIN.plusSeconds((long) place * step))
                            .mapToDouble(at -> shown(sign, patient.at(at)))
                            .toArray());
                })
                .toList();
    }

    /** Rounds as a monitor does. */
    private static double shown(String sign, Map<String, Double> signs) {
        double scale = sign.equals(VariableNames.TEMP) ? 10 : 1;
        return Math.rint(signs.get(sign) * scale) / scale;
    }

    private static void add(
            List<ComparedStatistic> compared,
            String sign,
            String statistic,
            List<EvenSeries> real,
            List<EvenSeries> simulated,
            ToDoubleFunction<EvenSeries> of) {
        compared.add(new ComparedStatistic(sign, statistic, median(real, of), median(simulated, of)));
    }

    private static double median(List<EvenSeries> series, ToDoubleFunction<EvenSeries> of) {
        return SampleStatistics.of(series.stream()
                        .map(of::applyAsDouble)
                        .filter(number -> !Double.isNaN(number))
                        .toList())
                .median();
    }

    private static double perDay(List<EvenSeries> series, ValueRange limits) {
        long crossings =
                series.stream().mapToLong(each -> each.crossings(limits)).sum();
        return crossings * DAY_SECONDS / seconds(series);
    }

    private static double outside(List<EvenSeries> series, ValueRange limits) {
        return 100.0 * series.stream().mapToLong(each -> each.outside(limits)).sum() / seconds(series);
    }

    private static double seconds(List<EvenSeries> series) {
        return series.stream().mapToLong(EvenSeries::count).sum();
    }
}
