package org.vigie.training.report;

import java.util.List;
import java.util.Locale;
import org.vigie.platform.report.ReportTable;
import org.vigie.training.external.CentreCalibration;
import org.vigie.training.external.ExternalEvaluation;
import org.vigie.training.external.VariableError;

/** Builds the part of the report on an extracted cohort: calibration by unit, and the variables that go with errors. */
record ExternalSection(ExternalEvaluation results) {
    boolean isShown() {
        return !results.centres().isEmpty();
    }

    int hoursSeen() {
        return results.hours();
    }

    String calibration() {
        return "On the card (" + results.card().set() + "): AUROC "
                + ReportNumber.text(results.card().auroc()) + ", ECE "
                + ReportNumber.text(results.card().ece())
                + ". Observed / expected above 1: the risks are too low. A slope below 1: the risks are too extreme.";
    }

    String explanation() {
        return "The first rows are the variables whose removal lowers the error most: their values mislead the model here.";
    }

    ReportTable centres() {
        return new ReportTable(
                List.of(
                        "unit",
                        "stays",
                        "deaths",
                        "expected",
                        "observed / expected",
                        "beyond chance",
                        "slope",
                        "ECE",
                        "AUROC"),
                results.centres().stream().map(ExternalSection::row).toList());
    }

    ReportTable variables() {
        return new ReportTable(
                List.of(
                        "variable",
                        "stays measured",
                        "Brier there",
                        "Brier elsewhere",
                        "Brier without",
                        "AUROC without"),
                results.variables().stream().map(ExternalSection::row).toList());
    }

    private static List<String> row(CentreCalibration centre) {
        return List.of(
                centre.centre(),
                Integer.toString(centre.stays()),
                Integer.toString(centre.deaths()),
                ReportNumber.text(centre.expected()),
                ReportNumber.text(centre.ratio()),
                centre.drifted() ? "yes" : "no",
                ReportNumber.text(centre.slope()),
                ReportNumber.text(centre.ece()),
                ReportNumber.text(centre.auroc()));
    }

    private static List<String> row(VariableError error) {
        return List.of(
                error.variable(),
                Integer.toString(error.measured()),
                ReportNumber.text(error.brier()),
                ReportNumber.text(error.brierElsewhere()),
                signed(error.brierChangeWithout()),
                signed(error.aurocChangeWithout()));
    }

    private static String signed(double change) {
        return String.format(Locale.ROOT, "%+.4f", change);
    }
}
