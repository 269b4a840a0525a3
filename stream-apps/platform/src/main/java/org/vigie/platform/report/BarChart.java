package org.vigie.platform.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Places horizontal bars one below the other, for the template {@code bars}. */
public record BarChart(int height, List<NamedBar> bars) {
    private static final int ROW = 16;
    private static final double WIDEST = 600;
    private static final int NUMBER_START = 166;

    /**
     * Describes a bar between its name on the left and its number on the right. Lengths are in units of the SVG's view box.
     *
     * @param baseline baseline of both texts
     */
    public record NamedBar(String name, int number, int top, int baseline, String width, String numberStart) {}

    /** @param numbers numbers by name, from top to bottom */
    public static BarChart of(Map<String, Integer> numbers) {
        int most = Math.max(1, numbers.values().stream().max(Integer::compareTo).orElse(1));
        List<NamedBar> bars = new ArrayList<>();
        numbers.forEach((name, number) -> bars.add(bar(ROW * bars.size(), name, number, WIDEST * number / most)));
        return new BarChart(Math.max(ROW, ROW * bars.size()), List.copyOf(bars));
    }

    private static NamedBar bar(int y, String name, int number, double width) {
        return new NamedBar(name, number, y + 1, y + 11, decimal(width), decimal(NUMBER_START + width));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
