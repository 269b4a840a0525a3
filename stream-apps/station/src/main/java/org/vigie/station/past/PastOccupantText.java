package org.vigie.station.past;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.vigie.station.stay.RiskSnapshot;
import org.vigie.station.stay.TriageSnapshot;
import org.vigie.station.ward.BedSnapshot;
import org.vigie.station.ward.OccupantSnapshot;

/**
 * Prints who was in a bed of an earlier situation, the level and the risk.
 *
 * @param bed with an occupant
 */
record PastOccupantText(BedSnapshot bed) {
    @Override
    public String toString() {
        return "%s  %s  %s".formatted(occupant(bed.occupant()), triage(bed.triage()), risk(bed.risk()));
    }

    /** The stay of a conflict has a name that only the gateway reads. */
    private static String occupant(OccupantSnapshot occupant) {
        return occupant.conflictSince() == null
                ? "stay " + occupant.stay() + (occupant.provisional() ? " (provisional)" : "")
                : "several patients admitted since %s, the readings belong to none of them"
                        .formatted(Instant.ofEpochMilli(occupant.conflictSince()));
    }

    private static String triage(TriageSnapshot triage) {
        if (triage == null) {
            return "no triage";
        }
        String level = triage.attention() == null
                ? Objects.requireNonNullElse(triage.level(), "stale")
                : triage.attention().level();
        String news2 = triage.news2Low() == triage.news2High()
                ? Integer.toString(triage.news2Low())
                : triage.news2Low() + "-" + triage.news2High();
        return "%s  NEWS2 %s".formatted(level, news2);
    }

    private static String risk(RiskSnapshot risk) {
        if (risk == null) {
            return "no score";
        }
        if (risk.awaitsEstimate()) {
            return "risk held back: no own estimate of the reader stood (%s %s; see --reader)"
                    .formatted(risk.model(), risk.modelVersion());
        }
        String given =
                risk.probability() == null ? risk.absent() : String.format(Locale.ROOT, "%.4f", risk.probability());
        return "risk %s (%s %s)".formatted(given, risk.model(), risk.modelVersion());
    }
}
