package org.vigie.station.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.RiskScore;
import org.vigie.schemas.ScoreStatus;
import org.vigie.station.health.StalenessConfig;
import org.vigie.station.stay.HiddenScore.HiddenScoreReason;

/**
 * Shows the risk of death in hospital as one model estimates it. Not for diagnosis.
 *
 * @param probability 0 to 1; absent when there is none to show; {@code absent} holds the reason
 * @param low lower end of the probability's interval; absent when there is none, like {@code high}
 * @param absent {@code UNAVAILABLE}, {@code ABSTAINED}, {@code STALE}, {@code TOO_MUCH_IMPUTED}, {@code SILENT}, {@code ALARM_OPEN},
 *     {@code LIMIT_VIOLATED}, {@code LEFT_WINDOW}, {@code NOT_WATCHED}, {@code MOVED} or {@code AWAITS_ESTIMATE}; absent when a
 *     probability is given
 * @param hiddenBy variables whose present values hide the score; empty when none does
 * @param detail message of the scorer when it returned none; absent otherwise
 * @param windowEnd epoch ms of its newest input
 * @param limitMs beyond this age of {@code windowEnd} it is stale
 * @param mostHelpful variable whose measurement would help most; absent unless the model abstained
 * @param survival7d probability of being alive after 7 days, 0 to 1; absent as the probability is, like the next two
 * @param losDays expected length of stay, days
 * @param explainedAt epoch ms of the window that the contributions explain; absent when there are none
 * @param contributions largest first
 * @param imputedShare share of its inputs that were not measured, 0 to 1
 */
public record RiskSnapshot(
        Double probability,
        Double low,
        Double high,
        String absent,
        List<String> hiddenBy,
        String detail,
        long windowEnd,
        long limitMs,
        String model,
        String modelVersion,
        String modelDigest,
        String mostHelpful,
        Double survival7d,
        Double survival30d,
        Double losDays,
        Long explainedAt,
        List<ContributionSnapshot> contributions,
        double imputedShare,
        int hoursSeen) {

    /**
     * @param explained newest score of the stay that has contributions; only some have
     * @param hidden why the score may not be shown beside what is known now
     */
    static RiskSnapshot of(
            RiskScore score,
            Optional<RiskScore> explained,
            Instant now,
            StalenessConfig limits,
            Optional<HiddenScore> hidden) {
        String absent = whyAbsent(score, now, limits)
                .or(() -> hidden.map(why -> why.reason().name()))
                .orElse(null);
        boolean given = absent == null;
        Optional<RiskScore> shown = explained.filter(any -> given);
        return new RiskSnapshot(
                given ? score.getProbability() : null,
                given ? score.getLow() : null,
                given ? score.getHigh() : null,
                absent,
                hidden.map(HiddenScore::variables).orElse(List.of()),
                score.getReason(),
                score.getWindowEnd().toEpochMilli(),
                limits.score().toMillis(),
                score.getModel(),
                score.getModelVersion(),
                score.getModelDigest(),
                score.getMostHelpful(),
                given ? score.getSurvival7d() : null,
                given ? score.getSurvival30d() : null,
                given ? score.getLosDays() : null,
                shown.map(why -> why.getWindowEnd().toEpochMilli()).orElse(null),
                shown.map(RiskSnapshot::contributions).orElse(List.of()),
                score.getImputedShare(),
                score.getHoursSeen());
    }

    /** Returns true while only the reader's own estimate is missing. */
    public boolean awaitsEstimate() {
        return HiddenScoreReason.AWAITS_ESTIMATE.name().equals(absent);
    }

    private static List<ContributionSnapshot> contributions(RiskScore score) {
        return score.getContributions().stream().map(ContributionSnapshot::of).toList();
    }

    private static Optional<String> whyAbsent(RiskScore score, Instant now, StalenessConfig limits) {
        if (score.getStatus() == ScoreStatus.ABSTAINED) {
            return Optional.of("ABSTAINED");
        }
        if (score.getStatus() != ScoreStatus.SCORED || score.getProbability() == null) {
            return Optional.of("UNAVAILABLE");
        }
        if (Duration.between(score.getWindowEnd(), now).compareTo(limits.score()) > 0) {
            return Optional.of("STALE");
        }
        return score.getImputedShare() > limits.imputedShare() ? Optional.of("TOO_MUCH_IMPUTED") : Optional.empty();
    }
}
