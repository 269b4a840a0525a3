package org.vigie.training.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.vigie.platform.report.ReportTable;
import org.vigie.platform.report.ReportTemplate;
import org.vigie.training.synthetic.SyntheticSplit;

/**
 * Shows what synthetic stays reveal and what they are worth, as one HTML page that loads nothing else. The template {@code synthetic} names
 * the methods of this record.
 *
 * @param title method and number of stays
 * @param mayBeShared whether the gate of privacy is passed
 * @param privacy measure and value
 * @param utility measure and value
 * @param rebalancing metric, without and with synthetic stays
 */
public record SyntheticReport(
        String title,
        boolean mayBeShared,
        ReportTable privacy,
        ReportTable utility,
        ReportTable rebalancing,
        SyntheticSplit split) {
    private static final ReportTemplate TEMPLATE = new ReportTemplate(SyntheticReport.class, "synthetic");

    /** Writes the page. */
    public void write(Path file) throws IOException {
        Files.writeString(file, TEMPLATE.render(this));
    }

    String notice() {
        return mayBeShared
                ? "The gate of privacy is passed by these attackers. They are simple: that is no proof."
                : "These stays must not be shared: they reveal who was used.";
    }

    List<SvgPlot> plots() {
        return new SyntheticPlots(split).all();
    }

    ReportTable series() {
        return new SyntheticPlots(split).table();
    }
}
