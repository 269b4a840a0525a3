package org.vigie.training.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.evaluation.RankingCurve.CurvePoint;

/** Draws two axes, lines, dots and whiskers as SVG. The template {@code plot} writes it as SVG. */
final class SvgPlot {
    private static final int SIDE = 260;
    private static final int LEFT = 46;
    private static final int TOP = 28;

    private final String title;
    private final PlotAxis across;
    private final PlotAxis up;
    private final List<PlotLine> lines = new ArrayList<>();
    private final List<PlotDot> dots = new ArrayList<>();

    SvgPlot(String title, PlotAxis across, PlotAxis up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /** Adds a line. */
    SvgPlot line(String style, List<CurvePoint> points) {
        lines.add(new PlotLine(
                style,
                points.stream()
                        .map(point -> number(x(point.x())) + "," + number(y(point.y())))
                        .collect(Collectors.joining(" "))));
        return this;
    }

    /** Adds a dot for each point. */
    SvgPlot dots(List<CurvePoint> points) {
        points.forEach(point -> dots.add(new PlotDot(number(x(point.x())), number(y(point.y())))));
        return this;
    }

    /** Adds an upright line from low to high. */
    SvgPlot whisker(double at, double low, double high) {
        return line("whisker", List.of(new CurvePoint(at, low), new CurvePoint(at, high)));
    }

    String title() {
        return title;
    }

    int width() {
        return LEFT + SIDE + 16;
    }

    int height() {
        return TOP + SIDE + 44;
    }

    int left() {
        return LEFT;
    }

    int top() {
        return TOP;
    }

    int side() {
        return SIDE;
    }

    /** Returns the middle of the upright axis. */
    int middle() {
        return TOP + SIDE / 2;
    }

    String upLabel() {
        return up.label();
    }

    List<PlotLine> polylines() {
        return List.copyOf(lines);
    }

    List<PlotDot> circles() {
        return List.copyOf(dots);
    }

    /** Returns the title, the ticks of both axes and the label of the horizontal axis. */
    List<PlotText> texts() {
        List<PlotText> texts = new ArrayList<>();
        texts.add(text("title", LEFT + SIDE / 2.0, 16, title));
        for (int i = 0; i <= PlotAxis.TICKS; i++) {
            texts.add(text("tick", x(across.tick(i)), TOP + SIDE + 16, label(across.tick(i))));
            texts.add(text("tick end", LEFT - 5, y(up.tick(i)) + 4, label(up.tick(i))));
        }
        texts.add(text("tick", LEFT + SIDE / 2.0, TOP + SIDE + 36, across.label()));
        return texts;
    }

    private double x(double value) {
        return LEFT + SIDE * across.place(value);
    }

    private double y(double value) {
        return TOP + SIDE * (1 - up.place(value));
    }

    private static PlotText text(String style, double x, double y, String words) {
        return new PlotText(style, number(x), number(y), words);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String label(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f" : "%.2f", value);
    }
}
