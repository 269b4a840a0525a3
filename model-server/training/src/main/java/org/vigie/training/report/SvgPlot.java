package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.evaluation.RankingCurve.CurvePoint;

/** A drawing with two axes as inline SVG: lines, dots and whiskers, in the page's colours. */
final class SvgPlot {
    private static final int SIDE = 260;
    private static final int LEFT = 46;
    private static final int TOP = 28;
    private static final int TICKS = 4;

    private final StringBuilder marks = new StringBuilder();
    private final String title;
    private final PlotAxis across;
    private final PlotAxis up;

    /** @param from value at the axis' start */
    record PlotAxis(String label, double from, double to) {
        static PlotAxis share(String label) {
            return new PlotAxis(label, 0, 1);
        }

        double place(double value) {
            return (value - from) / (to - from);
        }

        double tick(int i) {
            return from + (to - from) * i / TICKS;
        }
    }

    SvgPlot(String title, PlotAxis across, PlotAxis up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    SvgPlot line(String style, List<CurvePoint> points) {
        String path = points.stream()
                .map(point -> number(x(point.x())) + "," + number(y(point.y())))
                .collect(Collectors.joining(" "));
        marks.append("<polyline class=\"%s\" points=\"%s\"/>%n".formatted(style, path));
        return this;
    }

    SvgPlot dots(List<CurvePoint> points) {
        points.forEach(point -> marks.append("<circle class=\"dot\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>%n"
                .formatted(number(x(point.x())), number(y(point.y())))));
        return this;
    }

    /** An upright line from low to high. */
    SvgPlot whisker(double at, double low, double high) {
        return line("whisker", List.of(new CurvePoint(at, low), new CurvePoint(at, high)));
    }

    String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n"
                .formatted(LEFT + SIDE + 16, TOP + SIDE + 44, ReportHtml.escape(title)));
        svg.append(text("title", LEFT + SIDE / 2.0, 16, title));
        svg.append("<rect class=\"frame\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>%n"
                .formatted(LEFT, TOP, SIDE, SIDE));
        for (int i = 0; i <= TICKS; i++) {
            svg.append(text("tick", x(across.tick(i)), TOP + SIDE + 16, label(across.tick(i))));
            svg.append(text("tick end", LEFT - 5, y(up.tick(i)) + 4, label(up.tick(i))));
        }
        svg.append(text("tick", LEFT + SIDE / 2.0, TOP + SIDE + 36, across.label()));
        svg.append("<g transform=\"translate(11 %d) rotate(-90)\">%s</g>%n"
                .formatted(TOP + SIDE / 2, text("tick", 0, 0, up.label())));
        return svg.append(marks).append("</svg>\n").toString();
    }

    private double x(double value) {
        return LEFT + SIDE * across.place(value);
    }

    private double y(double value) {
        return TOP + SIDE * (1 - up.place(value));
    }

    private static String text(String style, double x, double y, String words) {
        return "<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>%n"
                .formatted(style, number(x), number(y), ReportHtml.escape(words));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
