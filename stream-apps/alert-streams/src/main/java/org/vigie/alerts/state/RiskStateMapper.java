package org.vigie.alerts.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.alerts.state.StayRisks.AwaitedRisk;
import org.vigie.alerts.state.record.AwaitedRiskStateRecord;
import org.vigie.alerts.state.record.RiskStateRecord;
import org.vigie.alerts.state.record.StayStateRecord;

/** Maps the risk scores of a stay to its state record and back. */
final class RiskStateMapper {
    private RiskStateMapper() {}

    static void write(StayRisks risks, StayStateRecord stored) {
        stored.setRisk(risks.inForce().equals(StayRisk.NONE) ? null : toRecord(risks.inForce()));
        stored.setAwaitedRisks(
                risks.awaited().stream().map(RiskStateMapper::toRecord).toList());
    }

    static StayRisks read(StayStateRecord stored) {
        List<AwaitedRisk> awaited = stored.getAwaitedRisks().stream()
                .map(each -> new AwaitedRisk(toRule(each.getRisk()), Instant.ofEpochMilli(each.getPublished())))
                .toList();
        return new StayRisks(toRule(stored.getRisk()), awaited);
    }

    private static AwaitedRiskStateRecord toRecord(AwaitedRisk awaited) {
        return new AwaitedRiskStateRecord(
                toRecord(awaited.risk()), awaited.published().toEpochMilli());
    }

    private static RiskStateRecord toRecord(StayRisk risk) {
        return new RiskStateRecord(
                risk.probability(), risk.low(), risk.windowEnd().toEpochMilli(), risk.revision());
    }

    private static StayRisk toRule(@Nullable RiskStateRecord stored) {
        return stored == null
                ? StayRisk.NONE
                : new StayRisk(
                        stored.getProbability(),
                        stored.getLow(),
                        Instant.ofEpochMilli(stored.getWindowEnd()),
                        stored.getRevision());
    }
}
