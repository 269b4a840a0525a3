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

/** Reads the values of a stay, either the fresh ones or all of them, and keeps the age of the oldest value that it returned. */
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

    /** Returns the value at charting resolution of the first variable that has one. */
    OptionalDouble of(String... variables) {
        return of(List.of(variables));
    }

    OptionalDouble of(ScoredVitalSign vitalSign) {
        return of(vitalSign.variables());
    }

    private OptionalDouble of(List<String> variables) {
        Optional<String> variable = fresh ? vitals.firstFresh(variables, at) : vitals.newest(variables);
        if (variable.isEmpty()) {
            return OptionalDouble.empty();
        }
        CurrentValue vital = vitals.find(variable.get()).orElseThrow();
        Duration old = Duration.between(vital.at(), at);
        age = old.compareTo(age) > 0 ? old : age;
        return OptionalDouble.of(ChartingResolution.round(variable.get(), vital.value()));
    }

    /** Returns the age of the oldest returned value; zero when none was returned. */
    Duration age() {
        return age;
    }
}
