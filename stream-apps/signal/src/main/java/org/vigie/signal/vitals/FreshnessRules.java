package org.vigie.signal.vitals;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.table.ClinicalTable;

/**
 * How long a value may be used, by its own rhythm: a saturation that comes every second is stale after a minute, one that is charted
 * by the hour after three hours. Table: {@code freshness.csv}.
 */
public final class FreshnessRules {
    private static final Map<SamplingMode, FreshnessLimits> LIMITS = load();

    private FreshnessRules() {}

    private record FreshnessLimits(int intervals, Duration shortest, Duration assumed, Duration longest) {
        Duration of(Duration rhythm) {
            if (rhythm.equals(CurrentValue.UNKNOWN)) {
                return assumed;
            }
            Duration several = rhythm.multipliedBy(intervals);
            if (several.compareTo(shortest) < 0) {
                return shortest;
            }
            return several.compareTo(longest) > 0 ? longest : several;
        }
    }

    /** How long {@code vital} is fresh after it was measured. */
    public static Duration of(String variable, CurrentValue vital) {
        return limits(variable).of(vital.rhythm());
    }

    /** The longest silence before {@code vital} that still counts as unbroken watching: by the rhythm it had until then. */
    public static Duration unbroken(String variable, CurrentValue vital) {
        return limits(variable).of(vital.intervalBefore());
    }

    /** A variable that is not in the catalogue is a score: it is computed at every continuous reading. */
    private static FreshnessLimits limits(String variable) {
        return requireNonNull(LIMITS.get(VariableCatalogue.standard()
                .find(variable)
                .map(known -> known.sampling())
                .orElse(SamplingMode.CONTINUOUS)));
    }

    private static Map<SamplingMode, FreshnessLimits> load() {
        Map<SamplingMode, FreshnessLimits> limits = new EnumMap<>(SamplingMode.class);
        for (ClinicalTable.ClinicalTableRow row :
                ClinicalTable.beside(FreshnessRules.class, "freshness.csv").rows()) {
            limits.put(
                    SamplingMode.valueOf(row.text("sampling")),
                    new FreshnessLimits(
                            Integer.parseInt(row.text("intervals")),
                            Duration.parse(row.text("shortest")),
                            Duration.parse(row.text("assumed")),
                            Duration.parse(row.text("longest"))));
        }
        return limits;
    }
}
