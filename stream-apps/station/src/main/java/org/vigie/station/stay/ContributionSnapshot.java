package org.vigie.station.stay;

import org.vigie.schemas.CellOriginRecord;
import org.vigie.schemas.Contribution;

/**
 * Shows how much one input adds to the risk.
 *
 * @param hour of the stay, from 0; absent when it is known about the patient
 * @param value in the catalogue's unit; absent when there is none to show
 * @param measured false when the value was carried forward or assumed
 * @param logOdds above 0 it raises the risk
 */
public record ContributionSnapshot(String variable, Integer hour, Double value, boolean measured, double logOdds) {
    static ContributionSnapshot of(Contribution contribution) {
        return new ContributionSnapshot(
                contribution.getVariable(),
                contribution.getHour(),
                contribution.getValue(),
                contribution.getKind() == null || contribution.getKind() == CellOriginRecord.MEASURED,
                contribution.getLogOdds());
    }
}
