package org.vigie.alerts.record;

import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.StayRisk;
import org.vigie.schemas.RiskScore;

/** Maps a record of scores.survival to the risk score of a stay. */
public final class RiskScoreMapper {
    private RiskScoreMapper() {}

    public static StayRisk of(RiskScore score) {
        return new StayRisk(
                numberOrNaN(score.getProbability()),
                numberOrNaN(score.getLow()),
                score.getWindowEnd(),
                score.getWindowRevision());
    }

    private static double numberOrNaN(@Nullable Double number) {
        return number == null ? Double.NaN : number;
    }
}
