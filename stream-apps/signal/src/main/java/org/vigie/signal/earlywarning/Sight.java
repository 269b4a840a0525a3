package org.vigie.signal.earlywarning;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** A look at a stay's values: the fresh ones or all of them. It remembers how old the oldest is that it was asked for and had. */
final class Sight {
    private final Vitals vitals;
    private final Instant at;
    private final boolean fresh;
    private Duration age = Duration.ZERO;

    private Sight(Vitals vitals, Instant at, boolean fresh) {
        this.vitals = vitals;
        this.at = at;
        this.fresh = fresh;
    }

    static Sight fresh(Vitals vitals, Instant at) {
        return new Sight(vitals, at, true);
    }

    static Sight whatever(Vitals vitals, Instant at) {
        return new Sight(vitals, at, false);
    }

    /** The charted value of the first that has one. */
    OptionalDouble of(String... variables) {
        return of(List.of(variables));
    }

    OptionalDouble of(Quantity quantity) {
        return of(quantity.variables());
    }

    private OptionalDouble of(List<String> variables) {
        Optional<String> speaker = fresh ? vitals.speaker(variables, at) : vitals.newest(variables);
        if (speaker.isEmpty()) {
            return OptionalDouble.empty();
        }
        Vital vital = vitals.find(speaker.get()).orElseThrow();
        Duration old = Duration.between(vital.at(), at);
        age = old.compareTo(age) > 0 ? old : age;
        return OptionalDouble.of(Chart.round(speaker.get(), vital.value()));
    }

    /** Zero when it was not asked or had nothing. */
    Duration age() {
        return age;
    }
}
