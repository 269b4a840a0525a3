package org.vigie.signal.triage;

import java.util.List;
import org.vigie.signal.earlywarning.SaturationScale;
import org.vigie.signal.text.LocalizedText;

/**
 * Holds the urgency of a stay with its reasons.
 *
 * @param news2Low fewest NEWS2 points that the known inputs allow; {@code news2High} is the most
 * @param news2Scale saturation scale of NEWS2
 * @param missing NEWS2 inputs that are missing or stale, by their name in the table
 * @param risk predicted risk that was used, 0 to 1; empty or one element
 */
public record TriageAssessment(
        TriageLevel level,
        int news2Low,
        int news2High,
        SaturationScale news2Scale,
        List<String> missing,
        List<Double> risk,
        List<LocalizedText> reasons,
        String ruleVersion) {
    public TriageAssessment {
        missing = List.copyOf(missing);
        risk = List.copyOf(risk);
        reasons = List.copyOf(reasons);
    }

    /** Returns the assessment with the scale on which its NEWS2 was computed. */
    public TriageAssessment onScale(SaturationScale scale) {
        return new TriageAssessment(level, news2Low, news2High, scale, missing, risk, reasons, ruleVersion);
    }
}
