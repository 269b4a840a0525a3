package org.vigie.station.stay;

import java.util.List;
import org.vigie.schemas.AttentionRecord;

/**
 * Shows the attention level of a patient in intensive care or step-down care. It stands in place of the FRENCH level, which is made for
 * arrivals.
 *
 * @param level {@code HIGH}, {@code MEDIUM}, {@code LOW}, {@code NORMAL} or {@code UNKNOWN}
 * @param reasonsFr most urgent first, in the tense of their time
 * @param missing what is needed and missing or stale; the level is never {@code NORMAL} then
 * @param sofaLow fewest SOFA-2 points that the known inputs allow; {@code sofaHigh} is the most; both absent when not computed
 * @param sofaChange change of SOFA-2 in 24 hours, points; absent when not known
 */
public record AttentionSnapshot(
        String level,
        List<String> reasonsFr,
        List<String> reasonsEn,
        List<String> missing,
        Integer sofaLow,
        Integer sofaHigh,
        Integer sofaChange) {

    /** @param attention null outside intensive and step-down care */
    static AttentionSnapshot of(AttentionRecord attention) {
        return attention == null
                ? null
                : new AttentionSnapshot(
                        attention.getLevel().name(),
                        List.copyOf(attention.getReasonsFr()),
                        List.copyOf(attention.getReasonsEn()),
                        List.copyOf(attention.getMissing()),
                        attention.getSofaLow(),
                        attention.getSofaHigh(),
                        attention.getSofaChange());
    }
}
