package org.vigie.signal.triage;

import java.util.List;

/**
 * The urgency of a stay and what it rests on.
 *
 * @param news2Low fewest points that the known inputs allow, {@code news2High} most
 * @param missing NEWS2 inputs that are missing or stale, by their name in the table
 * @param risk the predicted risk that was looked at, 0 to 1; none or one
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
