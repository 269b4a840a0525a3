package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.evaluate.DisturbanceResult;

/** Builds the part of the report on disturbed inputs: a table, and the bars that the template {@code disturbances} draws. */
record RobustnessSection(List<DisturbanceResult> results) {
    private static final int LABEL = 260;
    private static final int WIDTH = 340;
    private static final int ROW = 22;

    /**
     * Describes a bar between its name on the left and its number on the right.
     *
     * @param baseline of both texts
     */
    record DisturbanceBar(
            String name,
            String number,
            int nameEnd,
            int start,
            int top,
            int baseline,
            String length,
            String numberStart) {}

    boolean isShown() {
        return !results.isEmpty();
    }

    ReportTable table() {
        return new ReportTable(
                List.of("what", "AUROC", "change", "ECE", "change", "a risk moves by"),
                results.stream().map(RobustnessSection::row).toList());
    }

    private static List<String> row(DisturbanceResult result) {
        return List.of(
                result.name(),
                ReportNumber.text(result.auroc()),
                signed(result.aurocChange()),
                ReportNumber.text(result.ece()),
                signed(result.eceChange()),
                ReportNumber.text(result.moved()));
    }

    int width() {
        return LABEL + WIDTH + 60;
    }

    int height() {
        return ROW * results.size() + 8;
    }

    /** Returns a bar for each AUROC, from chance to 1. */
    List<DisturbanceBar> bars() {
        return IntStream.range(0, results.size())
                .mapToObj(row -> bar(row, results.get(row)))
                .toList();
    }

    private static DisturbanceBar bar(int row, DisturbanceResult result) {
        double length = WIDTH * Math.max(0, 2 * result.auroc() - 1);
        return new DisturbanceBar(
                result.name(),
                ReportNumber.text(result.auroc()),
                LABEL - 8,
                LABEL,
                ROW * row + 4,
                ROW * row + 15,
                decimal(length),
                decimal(LABEL + length + 6));
    }

    private static String decimal(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String signed(double change) {
        return String.format(Locale.ROOT, "%+.4f", change);
    }
}
