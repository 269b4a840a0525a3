package org.vigie.training.report;

import java.util.ArrayList;
import java.util.List;
import org.vigie.evaluation.EvaluationMetric;
import org.vigie.evaluation.IntervalEstimate;
import org.vigie.evaluation.RankingCurve;
import org.vigie.evaluation.RankingCurve.CurvePoint;
import org.vigie.training.evaluate.SurvivalEvaluation;
import org.vigie.training.evaluate.SurvivalEvaluation.HoursEvaluation;

/**
 * Draws the plots of an evaluation's report.
 *
 * @param curve of the predictions with the most hours seen
 */
record EvaluationPlots(SurvivalEvaluation evaluation, RankingCurve curve) {
    List<SvgPlot> all() {
        return List.of(roc(), precisionRecall(), calibration(), overHours());
    }

    private String seen() {
        return ", " + evaluation.wholeStays().hours() + " h seen";
    }

    private SvgPlot roc() {
        return new SvgPlot("ROC" + seen(), PlotAxis.share("1 - specificity"), PlotAxis.share("sensitivity"))
                .line("chance", List.of(new CurvePoint(0, 0), new CurvePoint(1, 1)))
                .line("curve", curve.roc());
    }

    private SvgPlot precisionRecall() {
        double deaths = (double) evaluation.deaths() / evaluation.stays();
        PlotAxis recall = PlotAxis.share("recall (sensitivity)");
        return new SvgPlot("Precision and recall" + seen(), recall, PlotAxis.share("precision"))
                .line("chance", List.of(new CurvePoint(0, deaths), new CurvePoint(1, deaths)))
                .line("curve", curve.precisionRecall());
    }

    private SvgPlot calibration() {
        List<CurvePoint> deciles = evaluation.wholeStays().calibration().stream()
                .map(decile -> new CurvePoint(decile.predicted(), decile.observed()))
                .toList();
        PlotAxis predicted = PlotAxis.share("probability said");
        return new SvgPlot("Calibration in tenths" + seen(), predicted, PlotAxis.share("share that died"))
                .line("chance", List.of(new CurvePoint(0, 0), new CurvePoint(1, 1)))
                .line("curve", deciles)
                .dots(deciles);
    }

    private SvgPlot overHours() {
        SvgPlot plot = new SvgPlot("AUROC over hours seen", new PlotAxis("hours", 0, 48), aurocAxis());
        List<CurvePoint> points = new ArrayList<>();
        for (HoursEvaluation at : evaluation.hours()) {
            IntervalEstimate auroc = at.scores().get(EvaluationMetric.AUROC);
            points.add(new CurvePoint(at.hours(), auroc.value()));
            plot.whisker(at.hours(), auroc.low(), auroc.high());
        }
        return plot.line("curve", points).dots(points);
    }

    /** Returns an axis from chance to 1, or from 0 when an interval reaches below chance. */
    private PlotAxis aurocAxis() {
        boolean betterThanChance = evaluation.hours().stream()
                .allMatch(at -> at.scores().get(EvaluationMetric.AUROC).low() >= 0.5);
        return new PlotAxis("AUROC", betterThanChance ? 0.5 : 0, 1);
    }
}
