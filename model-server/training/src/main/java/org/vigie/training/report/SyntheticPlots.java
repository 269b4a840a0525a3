package org.vigie.training.report;

import java.util.ArrayList;
import java.util.List;
import org.vigie.evaluation.RankingCurve.CurvePoint;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.synthetic.SeriesComparison;
import org.vigie.training.synthetic.SeriesComparison.SeriesCourse;
import org.vigie.training.synthetic.SyntheticSplit;

/** Draws recorded stays against synthetic ones. A dot on the diagonal says that both agree. */
final class SyntheticPlots {
    private static final double FARTHEST = 2.5;

    private final SyntheticSplit split;
    private final List<SeriesComparison> series;

    SyntheticPlots(SyntheticSplit split) {
        this.split = split;
        series = split.series();
    }

    List<SvgPlot> all() {
        return List.of(
                agreement("Values: 5 to 95 % of each series, in deviations", -FARTHEST, FARTHEST, quantiles()),
                agreement("Share of measured hours of each series", 0, 1, measured()),
                agreement("Correlation of each two series", -1, 1, split.correlations()),
                agreement("Autocorrelation from hour to hour", -1, 1, autocorrelations()),
                membership());
    }

    private static SvgPlot agreement(String title, double from, double to, List<CurvePoint> points) {
        List<CurvePoint> inside = points.stream()
                .map(point -> new CurvePoint(clipped(point.x(), from, to), clipped(point.y(), from, to)))
                .toList();
        return new SvgPlot(title, new PlotAxis("recorded", from, to), new PlotAxis("synthetic", from, to))
                .line("chance", List.of(new CurvePoint(from, from), new CurvePoint(to, to)))
                .dots(inside);
    }

    private static double clipped(double value, double from, double to) {
        return Math.min(to, Math.max(from, value));
    }

    private SvgPlot membership() {
        PlotAxis wrong = PlotAxis.share("unused stays taken for members");
        return new SvgPlot("Membership inference", wrong, PlotAxis.share("members found"))
                .line("chance", List.of(new CurvePoint(0, 0), new CurvePoint(1, 1)))
                .line("curve", split.membershipCurve());
    }

    private List<CurvePoint> quantiles() {
        List<CurvePoint> points = new ArrayList<>();
        for (SeriesComparison one : series) {
            List<Double> made = one.synthetic().quantiles();
            for (int place = 0;
                    place < Math.min(made.size(), one.recorded().quantiles().size());
                    place++) {
                points.add(new CurvePoint(one.recorded().quantiles().get(place), made.get(place)));
            }
        }
        return points;
    }

    private List<CurvePoint> measured() {
        return series.stream()
                .map(one -> new CurvePoint(
                        one.recorded().measured(), one.synthetic().measured()))
                .toList();
    }

    private List<CurvePoint> autocorrelations() {
        return series.stream()
                .map(one -> new CurvePoint(
                        one.recorded().autocorrelation(), one.synthetic().autocorrelation()))
                .filter(point -> !Double.isNaN(point.x() + point.y()))
                .toList();
    }

    /** Lists each series: median, share of measured hours and autocorrelation, recorded and synthetic. */
    ReportTable table() {
        return new ReportTable(
                List.of(
                        "series",
                        "median, recorded",
                        "synthetic",
                        "measured, recorded",
                        "synthetic",
                        "autocorrelation, recorded",
                        "synthetic"),
                series.stream().map(SyntheticPlots::row).toList());
    }

    private static List<String> row(SeriesComparison one) {
        SeriesCourse recorded = one.recorded();
        SeriesCourse made = one.synthetic();
        return List.of(
                one.series(),
                median(recorded),
                median(made),
                ReportNumber.text(recorded.measured()),
                ReportNumber.text(made.measured()),
                ReportNumber.text(recorded.autocorrelation()),
                ReportNumber.text(made.autocorrelation()));
    }

    private static String median(SeriesCourse course) {
        return course.quantiles().isEmpty()
                ? ""
                : ReportNumber.text(course.quantiles().get(course.quantiles().size() / 2));
    }
}
