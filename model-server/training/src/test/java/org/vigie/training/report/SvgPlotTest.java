package org.vigie.training.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vigie.evaluation.RankingCurve.CurvePoint;

class SvgPlotTest {
    private final Locale usual = Locale.getDefault();
    private final SvgPlot plot = new SvgPlot("ROC", PlotAxis.share("false alarms"), new PlotAxis("found", 0, 2));

    @AfterEach
    void restoreTheLocale() {
        Locale.setDefault(usual);
    }

    @Test
    void theOriginIsAtTheLowerLeftAndTheGreatestValuesAtTheUpperRight() {
        // when
        plot.dots(List.of(new CurvePoint(0, 0), new CurvePoint(1, 2)));

        // then
        String left = plot.left() + ".0";
        String right = plot.left() + plot.side() + ".0";
        assertThat(plot.circles())
                .containsExactly(
                        new PlotDot(left, plot.top() + plot.side() + ".0"), new PlotDot(right, plot.top() + ".0"));
    }

    @Test
    void aLineHasItsPointsInTheirOrder() {
        // when
        plot.line("curve", List.of(new CurvePoint(0.5, 1), new CurvePoint(0.25, 1)));

        // then
        assertThat(plot.polylines()).containsExactly(new PlotLine("curve", "176.0,158.0 111.0,158.0"));
    }

    @Test
    void aWhiskerIsUpright() {
        // when
        plot.whisker(0.5, 0.5, 1.5);

        // then
        assertThat(plot.polylines()).containsExactly(new PlotLine("whisker", "176.0,223.0 176.0,93.0"));
    }

    @Test
    void theTicksOfBothAxesAndTheLabelAreWrittenUnderTheTitle() {
        // when
        List<PlotText> texts = plot.texts();

        // then
        assertThat(texts.get(0).words()).isEqualTo("ROC");
        assertThat(texts)
                .filteredOn(text -> text.style().equals("tick"))
                .extracting(PlotText::words)
                .containsExactly("0", "0.25", "0.50", "0.75", "1", "false alarms");
        assertThat(texts)
                .filteredOn(text -> text.style().equals("tick end"))
                .extracting(PlotText::words)
                .containsExactly("0", "0.50", "1", "1.50", "2");
    }

    @Test
    void aFrenchMachineWritesTheSameNumbers() {
        // given
        Locale.setDefault(Locale.FRANCE);

        // when
        plot.dots(List.of(new CurvePoint(0.001, 0)));

        // then
        assertThat(plot.circles()).containsExactly(new PlotDot("46.3", "288.0"));
        assertThat(plot.texts()).extracting(PlotText::words).contains("0.25");
    }
}
