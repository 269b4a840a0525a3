package org.vigie.station.stay;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.station.trend.StayTrends;
import org.vigie.station.trend.ValueSpan;

/**
 * Shows that a triage level is held although a less urgent one would apply, and what made it urgent.
 *
 * @param since epoch ms until which its reasons were true
 * @param until epoch ms until which the level is held
 * @param variable of the first reason; absent when the reason is no vital sign
 * @param value its worst value in the quarter of a minute before {@code since}; absent like the variable
 */
public record HeldLevelSnapshot(long since, long until, String variable, Double value) {
    private static final Duration BEFORE = Duration.ofSeconds(15);
    /** Labels of the triage table's reasons, with the variables that they may mean, the best source first. */
    private static final Map<String, List<String>> LABELS = Map.of(
            "PAS", List.of(VariableNames.ABP_SYS, VariableNames.NIBP_SYS),
            "FC", List.of(VariableNames.HR, VariableNames.PULSE_SPO2),
            "FR", List.of(VariableNames.RR),
            "SpO2", List.of(VariableNames.SPO2),
            "Température", List.of(VariableNames.TEMP));

    /** Holds the worst value of the vital sign that a reason names, in the unit of the variable. */
    private record HeldValue(String variable, double value) {}

    /** Returns what is held; empty while the level applies. */
    static Optional<HeldLevelSnapshot> of(TriageAssessmentRecord triage, StayTrends trends) {
        if (triage.getHeldSince() == null || triage.getHeldUntil() == null) {
            return Optional.empty();
        }
        Optional<HeldValue> value = triage.getReasonsFr().stream()
                .findFirst()
                .flatMap(reason -> value(reason, triage.getHeldSince(), trends));
        return Optional.of(new HeldLevelSnapshot(
                triage.getHeldSince().toEpochMilli(),
                triage.getHeldUntil().toEpochMilli(),
                value.map(HeldValue::variable).orElse(null),
                value.map(HeldValue::value).orElse(null)));
    }

    private static Optional<HeldValue> value(String reason, Instant since, StayTrends trends) {
        boolean low = reason.contains("<") || reason.contains("≤");
        return candidates(reason)
                .flatMap(variable -> worst(trends.since(variable, since.minus(BEFORE), since), low)
                        .map(value -> new HeldValue(variable, value))
                        .stream())
                .findFirst();
    }

    private static Stream<String> candidates(String reason) {
        return LABELS.entrySet().stream()
                .filter(label -> reason.contains(": " + label.getKey() + " "))
                .min(Comparator.comparingInt(label -> reason.indexOf(label.getKey())))
                .stream()
                .flatMap(label -> label.getValue().stream());
    }

    private static Optional<Double> worst(ValueSpan span, boolean low) {
        double value = low ? span.low() : span.high();
        return Double.isInfinite(value) ? Optional.empty() : Optional.of(value);
    }
}
