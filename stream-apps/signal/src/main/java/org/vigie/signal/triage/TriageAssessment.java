package org.vigie.signal.triage;

import java.util.List;

/**
 * Holds the urgency of a stay with its reasons.
 *
 * @param news2Low fewest NEWS2 points that the known inputs allow; {@code news2High} is the most
 * @param missing NEWS2 inputs that are missing or stale, by their name in the table
 * @param risk predicted risk that was used, 0 to 1; empty or one element
 */
public record TriageAssessment(
        TriageLevel level,
        int news2Low,
        int news2High,
        List<String> missing,
        List<Double> risk,
        List<String> reasonsFr,
        List<String> reasonsEn,
        String ruleVersion) {
    public TriageAssessment {
        missing = List.copyOf(missing);
        risk = List.copyOf(risk);
        reasonsFr = List.copyOf(reasonsFr);
        reasonsEn = List.copyOf(reasonsEn);
    }
}
