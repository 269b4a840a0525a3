package org.vigie.signal.attention;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.signal.text.LocalizedText;

/**
 * Holds the attention level of a stay with its reasons.
 *
 * @param reasons the most urgent first, in the tense of their time
 * @param missing needed values that are missing or stale
 * @param sofa SOFA-2 at this instant; null before it was computed
 * @param ruleVersion version of the table
 */
public record AttentionAssessment(
        AttentionLevel level,
        List<LocalizedText> reasons,
        List<String> missing,
        @Nullable SofaTrend sofa,
        String ruleVersion) {
    /**
     * Holds SOFA-2 at one instant and its change.
     *
     * @param low fewest points that the known inputs allow; {@code high} is the most
     * @param change change over 24 hours of the organs that are known at both ends; null when there are none
     */
    public record SofaTrend(int low, int high, @Nullable Integer change) {}

    public AttentionAssessment {
        reasons = List.copyOf(reasons);
        missing = List.copyOf(missing);
    }
}
