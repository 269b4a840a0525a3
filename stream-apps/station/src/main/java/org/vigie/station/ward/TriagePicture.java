package org.vigie.station.ward;

import java.util.List;
import org.vigie.schemas.Triage;

/**
 * The triage level with what it rests on.
 *
 * @param level {@code TRI_1} to {@code TRI_5}, or {@code UNKNOWN}
 * @param at epoch ms
 * @param missing NEWS2 inputs that are missing; the score lies between {@code news2Low} and {@code news2High} then
 */
public record TriagePicture(
        String level,
        long at,
        int news2Low,
        int news2High,
        List<String> missing,
        List<String> reasonsFr,
        List<String> reasonsEn,
        String ruleVersion) {

    static TriagePicture of(Triage triage) {
        return new TriagePicture(
                triage.getLevel().name(),
                triage.getAt().toEpochMilli(),
                triage.getNews2Low(),
                triage.getNews2High(),
                List.copyOf(triage.getMissing()),
                List.copyOf(triage.getReasonsFr()),
                List.copyOf(triage.getReasonsEn()),
                triage.getRuleVersion());
    }
}
