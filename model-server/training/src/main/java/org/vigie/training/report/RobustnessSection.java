package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import org.vigie.training.evaluate.DisturbanceResult;

/** What becomes of the model when something goes wrong. */
final class RobustnessSection {
    private static final int LABEL = 260;
    private static final int WIDTH = 340;
    private static final int ROW = 22;

    private RobustnessSection() {}

    static String of(List<DisturbanceResult> disturbed) {
        return disturbed.isEmpty()
                ? ""
                : "<h2>When something goes wrong</h2>\n" + table(disturbed) + picture(disturbed);
    }

    private static String table(List<DisturbanceResult> disturbed) {
        return ReportHtml.table(
                List.of("what", "AUROC", "change", "ECE", "change", "a risk moves by"),
                disturbed.stream()
                        .map(one -> List.of(
                                one.name(),
                                ReportHtml.number(one.auroc()),
                                signed(one.aurocChange()),
                                ReportHtml.number(one.ece()),
                                signed(one.eceChange()),
                                ReportHtml.number(one.moved())))
                        .toList());
    }

    /** A bar for each AUROC, from chance to 1. */
    private static String picture(List<DisturbanceResult> disturbed) {
        StringBuilder svg =
                new StringBuilder("<svg class=\"bars\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n"
                        .formatted(LABEL + WIDTH + 60, ROW * disturbed.size() + 8, "AUROC when something goes wrong"));
        for (int row = 0; row < disturbed.size(); row++) {
            DisturbanceResult one = disturbed.get(row);
            double length = WIDTH * Math.max(0, 2 * one.auroc() - 1);
            svg.append(String.format(
                    Locale.ROOT,
                    "<text class=\"tick end\" x=\"%d\" y=\"%d\">%s</text><rect class=\"bar\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"14\"/>"
                            + "<text class=\"tick start\" x=\"%.1f\" y=\"%d\">%s</text>%n",
                    LABEL - 8,
                    ROW * row + 15,
                    ReportHtml.escape(one.name()),
                    LABEL,
                    ROW * row + 4,
                    length,
                    LABEL + length + 6,
                    ROW * row + 15,
                    ReportHtml.number(one.auroc())));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String signed(double change) {
        return String.format(Locale.ROOT, "%+.4f", change);
    }
}
