package org.vigie.signal.earlywarning;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.vigie.schemas.variable.Sampling;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * How long a value may be used, by its own rhythm: a saturation that comes every second is stale after a minute, one that is charted
 * by the hour after three hours. Table: {@code freshness.csv}.
 */
public final class Freshness {
    private static final Map<Sampling, Limits> LIMITS = load();

    private Freshness() {}

    private record Limits(int intervals, Duration shortest, Duration assumed, Duration longest) {
        Duration of(Duration rhythm) {
            if (rhythm.equals(Vital.UNKNOWN)) {
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
    public static Duration of(String variable, Vital vital) {
        return limits(variable).of(vital.rhythm());
    }

    /** The longest silence before {@code vital} that still counts as unbroken watching: by the rhythm it had until then. */
    public static Duration unbroken(String variable, Vital vital) {
        return limits(variable).of(vital.intervalBefore());
    }

    /** A variable that is not in the catalogue is a score: it is computed at every continuous reading. */
    private static Limits limits(String variable) {
        return requireNonNull(LIMITS.get(VariableCatalogue.standard()
                .find(variable)
                .map(known -> known.sampling())
                .orElse(Sampling.CONTINUOUS)));
    }

    private static Map<Sampling, Limits> load() {
        Map<Sampling, Limits> limits = new EnumMap<>(Sampling.class);
        for (TableFile.Row row :
                TableFile.beside(Freshness.class, "freshness.csv").rows()) {
            limits.put(
                    Sampling.valueOf(row.text("sampling")),
                    new Limits(
                            Integer.parseInt(row.text("intervals")),
                            Duration.parse(row.text("shortest")),
                            Duration.parse(row.text("assumed")),
                            Duration.parse(row.text("longest"))));
        }
        return limits;
    }
}
