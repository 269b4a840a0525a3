package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.signal.vitals.ChartingResolution;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;
import org.vigie.signal.vitals.ScoredVitalSign;

/** A look at a stay's values: the fresh ones or all of them. It remembers how old the oldest is that it was asked for and had. */
final class VitalsLookup {
    private final CurrentVitals vitals;
    private final Instant at;
    private final boolean fresh;
    private Duration age = Duration.ZERO;

    private VitalsLookup(CurrentVitals vitals, Instant at, boolean fresh) {
        this.vitals = vitals;
        this.at = at;
        this.fresh = fresh;
    }

    static VitalsLookup fresh(CurrentVitals vitals, Instant at) {
        return new VitalsLookup(vitals, at, true);
    }

    static VitalsLookup anyAge(CurrentVitals vitals, Instant at) {
        return new VitalsLookup(vitals, at, false);
    }

    /** The charted value of the first that has one. */
    OptionalDouble of(String... variables) {
        return of(List.of(variables));
    }

    OptionalDouble of(ScoredVitalSign vitalSign) {
        return of(vitalSign.variables());
    }

    private OptionalDouble of(List<String> variables) {
        Optional<String> speaker = fresh ? vitals.firstFresh(variables, at) : vitals.newest(variables);
        if (speaker.isEmpty()) {
            return OptionalDouble.empty();
        }
        CurrentValue vital = vitals.find(speaker.get()).orElseThrow();
        Duration old = Duration.between(vital.at(), at);
        age = old.compareTo(age) > 0 ? old : age;
        return OptionalDouble.of(ChartingResolution.round(speaker.get(), vital.value()));
    }

    /** Zero when it was not asked or had nothing. */
    Duration age() {
        return age;
    }
}
