package org.vigie.signal.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vigie.signal.earlywarning.EarlyWarning;
import org.vigie.signal.earlywarning.News2;
import org.vigie.signal.earlywarning.Quantity;
import org.vigie.signal.earlywarning.Vitals;

/** The early-warning score as a rule sees it. */
final class Score {
    /** All points, and the most points of one parameter. */
    static final Set<String> VARIABLES = Set.of("news2", "news2_single");

    private static final String SINGLE = "news2_single";
    private static final Set<String> SATURATED = Set.copyOf(News2.SATURATED);
    /** A score needs no rhythm: it is seen as time passes too, and falls when its inputs grow stale. */
    private static final Duration ANY_GAP = Duration.ofDays(365);

    private Score() {}

    /** Points that are certain may raise; what has gone silent keeps its points until the score may clear. */
    static List<Sight> sights(Rule rule, EarlyWarning warning) {
        EarlyWarning telling = warning.ventilated() ? warning.without(SATURATED) : warning;
        return rule.sources().stream().map(source -> sight(source, telling)).toList();
    }

    private static Sight sight(Source source, EarlyWarning warning) {
        return source.variable().equals(SINGLE)
                ? new Sight(source, warning.worst(), warning.worstCarried(), ANY_GAP)
                : new Sight(source, warning.low(), warning.carried(), ANY_GAP);
    }

    /** The readings that are worth points. */
    static List<Transition.Cause> causes(EarlyWarning warning, Vitals vitals, Instant at) {
        return warning.parts().stream()
                .filter(part -> part.known() && part.low() > 0)
                .flatMap(part -> variable(part.input(), vitals, at).stream())
                .map(variable -> cause(variable, vitals))
                .toList();
    }

    static Transition.Cause cause(String variable, Vitals vitals) {
        var vital = vitals.find(variable).orElseThrow();
        return new Transition.Cause(variable, vital.value(), vital.at(), vital.place());
    }

    private static Optional<String> variable(String input, Vitals vitals, Instant at) {
        return Quantity.of(input)
                .map(quantity -> quantity.speaker(vitals, at))
                .orElseGet(() -> vitals.speaker(List.of("mech_vent", "fio2"), at));
    }
}
