package org.vigie.replay.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Draws the vital signs of one stay above the calls of both rule sets. Lengths are in units of the SVG's view box. */
record StayTrendPlot(StayDifference stay, RecordedTrends trends) {
    private static final int LEFT = 70;
    private static final double WIDTH = 600.0 / RecordedTrends.STEPS;
    private static final int ROW = 60;
    private static final int MARGIN = 6;

    /**
     * Describes the curve of one variable.
     *
     * @param points of the polylines, one for each stretch without a gap
     */
    record Curve(String variable, int baseline, String lowest, String highest, List<String> points) {}

    String bed() {
        return stay.bed();
    }

    String words() {
        return stay.inWords();
    }

    int height() {
        return RecordedTrends.VARIABLES.size() * ROW + 50;
    }

    List<Curve> curves() {
        List<Curve> curves = new ArrayList<>();
        for (String variable : RecordedTrends.VARIABLES) {
            Map<Integer, Double> means = trends.of(stay.stay(), variable);
            if (!means.isEmpty()) {
                curves.add(curve(variable, curves.size() * ROW, means));
            }
        }
        return curves;
    }

    int currentTop() {
        return RecordedTrends.VARIABLES.size() * ROW + 8;
    }

    int triedTop() {
        return currentTop() + 20;
    }

    List<String> currentCalls() {
        return marks(stay.current());
    }

    List<String> triedCalls() {
        return marks(stay.tried());
    }

    private List<String> marks(List<Instant> times) {
        return times.stream()
                .map(trends::step)
                .filter(step -> step >= 0 && step < RecordedTrends.STEPS)
                .map(StayTrendPlot::x)
                .toList();
    }

    private static Curve curve(String variable, int top, Map<Integer, Double> means) {
        double lowest = means.values().stream().min(Double::compare).orElse(0.0);
        double highest = means.values().stream().max(Double::compare).orElse(1.0);
        double span = Math.max(1, highest - lowest);
        List<List<String>> stretches = new ArrayList<>();
        int before = Integer.MIN_VALUE;
        for (Map.Entry<Integer, Double> mean : means.entrySet()) {
            if (mean.getKey() - 1 != before) {
                stretches.add(new ArrayList<>());
            }
            before = mean.getKey();
            double y = top + ROW - MARGIN - (ROW - 2 * MARGIN) * (mean.getValue() - lowest) / span;
            stretches.get(stretches.size() - 1).add(x(before) + "," + decimal(y));
        }
        List<String> points = stretches.stream()
                .map(each -> each.stream().collect(Collectors.joining(" ")))
                .toList();
        return new Curve(variable, top + ROW / 2, decimal(lowest), decimal(highest), points);
    }

    private static String x(int step) {
        return decimal(LEFT + WIDTH * step);
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
