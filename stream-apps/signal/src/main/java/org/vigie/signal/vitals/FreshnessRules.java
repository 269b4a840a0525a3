package org.vigie.signal.vitals;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.table.ClinicalTable;

/**
 * Computes how long a value may be used, as a multiple of its own sampling interval.
 *
 * <p>A saturation that comes every second is stale after a minute; an hourly charted value after three hours. Table: {@code freshness.csv}.
 */
public final class FreshnessRules {
    private static final Map<SamplingMode, FreshnessLimits> LIMITS = load();
    /** Limits by variable. Only variables of rules and of the catalogue are looked up. */
    private static final Map<String, FreshnessLimits> BY_VARIABLE = new ConcurrentHashMap<>();

    private FreshnessRules() {}

    /** Holds the limits of one sampling mode. */
    private record FreshnessLimits(int intervals, Duration shortest, Duration assumed, Duration longest) {
        Duration of(Duration rhythm) {
            if (rhythm.equals(CurrentValue.UNKNOWN)) {
                return assumed;
            }
            Duration multiple =
                    Duration.ofSeconds(rhythm.getSeconds() * intervals, (long) rhythm.getNano() * intervals);
            if (multiple.compareTo(shortest) < 0) {
                return shortest;
            }
            return multiple.compareTo(longest) > 0 ? longest : multiple;
        }
    }

    /** Returns how long {@code vital} is fresh after it was measured. */
    public static Duration of(String variable, CurrentValue vital) {
        return limits(variable).of(vital.rhythm());
    }

    /**
     * Returns the longest gap before {@code vital} that still counts as continuous monitoring. It depends on the interval before the gap.
     */
    public static Duration unbroken(String variable, CurrentValue vital) {
        return limits(variable).of(vital.intervalBefore());
    }

    /**
     * Returns the limits of a variable. A variable that is not in the catalogue is a score, which is computed at every continuous reading.
     */
    private static FreshnessLimits limits(String variable) {
        return BY_VARIABLE.computeIfAbsent(variable, FreshnessRules::find);
    }

    private static FreshnessLimits find(String variable) {
        SamplingMode sampling = VariableCatalogue.standard()
                .find(variable)
                .map(known -> known.sampling())
                .orElse(SamplingMode.CONTINUOUS);
        return requireNonNull(LIMITS.get(sampling));
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
