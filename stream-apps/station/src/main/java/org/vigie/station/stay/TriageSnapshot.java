package org.vigie.station.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.station.alarm.monitor.MonitorAlarmSnapshot;
import org.vigie.station.trend.StayTrends;

/**
 * Shows the triage level and the findings behind it.
 *
 * @param level {@code TRI_1} to {@code TRI_5}, or {@code UNKNOWN}; absent when it was sent too long ago to be shown
 * @param at epoch ms
 * @param sentAt epoch ms (wall) at which it was last sent
 * @param limitMs beyond this age of {@code sentAt} it is stale
 * @param second the second opinion of a model; absent when the level is, or without a model
 * @param held present while the level is held although a less urgent one would apply: its reasons are past then; absent otherwise
 * @param attention level of a patient in intensive or step-down care, shown in place of {@code level}; absent elsewhere and when stale
 * @param news2Scale 2 when a physician set scale 2 of NEWS2 for this patient; absent on scale 1
 * @param missing NEWS2 inputs that are missing; the score lies between {@code news2Low} and {@code news2High} then
 */
public record TriageSnapshot(
        String level,
        long at,
        long sentAt,
        long limitMs,
        int news2Low,
        int news2High,
        Integer news2Scale,
        List<String> missing,
        List<String> reasonsFr,
        List<String> reasonsEn,
        String ruleVersion,
        HeldLevelSnapshot held,
        AttentionSnapshot attention,
        SecondLookSnapshot second) {
    private static final int USUAL_SCALE = 1;
    /** Words of the triage table's reasons that tell a predicted risk, in both languages. */
    private static final List<String> RISK_REASONS = List.of("Risque de décès", "Risk of death");

    /**
     * @param trends of the stay, in which the value behind a held level is looked up
     * @param tellsRisk false where the predicted risk waits for the reader's own estimate: its reasons are left out then
     */
    static TriageSnapshot of(
            TriageAssessmentRecord triage,
            Instant sentAt,
            Instant wall,
            Duration limit,
            StayTrends trends,
            boolean tellsRisk) {
        boolean stale = Duration.between(sentAt, wall).compareTo(limit) > 0;
        return new TriageSnapshot(
                stale ? null : triage.getLevel().name(),
                triage.getAt().toEpochMilli(),
                sentAt.toEpochMilli(),
                limit.toMillis(),
                triage.getNews2Low(),
                triage.getNews2High(),
                triage.getNews2Scale() == USUAL_SCALE ? null : triage.getNews2Scale(),
                List.copyOf(triage.getMissing()),
                told(triage.getReasonsFr(), tellsRisk),
                told(triage.getReasonsEn(), tellsRisk),
                triage.getRuleVersion(),
                HeldLevelSnapshot.of(triage, trends).orElse(null),
                stale ? null : AttentionSnapshot.of(triage.getAttention()),
                stale || triage.getSecondLook() == null ? null : SecondLookSnapshot.of(triage.getSecondLook()));
    }

    /** Returns the triage with the attention level that an open alarm of the patient's monitor asks for. */
    public TriageSnapshot raisedBy(MonitorAlarmSnapshot alarm) {
        return attention == null ? this : with(attention.raisedBy(alarm));
    }

    private TriageSnapshot with(AttentionSnapshot other) {
        return new TriageSnapshot(
                level,
                at,
                sentAt,
                limitMs,
                news2Low,
                news2High,
                news2Scale,
                missing,
                reasonsFr,
                reasonsEn,
                ruleVersion,
                held,
                other,
                second);
    }

    private static List<String> told(List<String> reasons, boolean tellsRisk) {
        return reasons.stream()
                .filter(reason -> tellsRisk || RISK_REASONS.stream().noneMatch(reason::contains))
                .toList();
    }
}
