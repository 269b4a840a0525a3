package org.vigie.vitals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.CleaningOutcomeRecord;
import org.vigie.schemas.CleaningReasonRecord;
import org.vigie.schemas.JudgedReading;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.UrineRate;

/**
 * Derives the urine output per weight and hour from the charted urine of one message.
 *
 * <p>It needs the urine before it on the same channel, and a weight of the same device. A message that withdraws or corrects urine withdraws
 * or corrects the derived rate too, and corrects the rate of the next urine. A rate that the sender charts itself is never replaced.
 *
 * @param judged readings of one message that were not rejected
 * @param before what the device charted before
 */
record DerivedUrineRate(List<JudgedReading> judged, EarlierUrine before) {
    /** Names the source of a derived rate. */
    static final String CHANNEL = "urine/weight";

    List<JudgedReading> readings() {
        boolean isCharted =
                judged.stream().anyMatch(reading -> reading.getVariable().equals(VariableNames.URINE_RATE));
        return isCharted || before.isEmpty()
                ? List.of()
                : numbered(Stream.concat(ofTheMessage(), ofLaterUrine()).toList());
    }

    private Stream<JudgedReading> ofTheMessage() {
        return judged.stream()
                .filter(reading -> reading.getVariable().equals(VariableNames.URINE) && reading.getFollowed())
                .flatMap(urine -> derived(urine).stream());
    }

    /** Returns the corrected rates of later urine, which was collected for longer than it seemed. */
    private Stream<JudgedReading> ofLaterUrine() {
        return before.following().stream().flatMap(next -> {
            List<Double> withdrawn = rate(next.volume(), next.before()).stream().toList();
            Optional<Double> rate =
                    Optional.ofNullable(next.nowOrNull()).flatMap(collected -> rate(next.volume(), collected));
            return changed(next.at(), null, rate.orElse(null), CleaningReasonRecord.NONE, withdrawn).stream();
        });
    }

    /** Gives each derived rate of a message a number of its own below that of a derived pressure: the store keys its rows by it. */
    private static List<JudgedReading> numbered(List<JudgedReading> rates) {
        for (int place = 0; place < rates.size(); place++) {
            rates.get(place).setIndex(DerivedPerfusion.COMPUTED - 1 - place);
        }
        return rates;
    }

    private Optional<JudgedReading> derived(JudgedReading urine) {
        return before.collected(urine.getChannel(), urine.getMeasuredAt())
                .flatMap(collected -> derived(urine, collected));
    }

    private Optional<JudgedReading> derived(JudgedReading urine, Duration collected) {
        List<Double> withdrawn = urine.getWithdraws().stream()
                .flatMap(volume -> rate(volume, collected).stream())
                .toList();
        Optional<Double> rate =
                urine.getVerdict() == CleaningOutcomeRecord.KEPT ? rate(urine.getValue(), collected) : Optional.empty();
        return changed(urine.getMeasuredAt(), urine.getAsOf(), rate.orElse(null), urine.getReason(), withdrawn);
    }

    /** Returns the new rate of an instant, or the withdrawal of the one before; empty when there is neither. */
    private static Optional<JudgedReading> changed(
            Instant at,
            @Nullable Instant asOf,
            @Nullable Double rateOrNull,
            CleaningReasonRecord reason,
            List<Double> withdrawn) {
        if (rateOrNull == null && withdrawn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new JudgedReading(
                DerivedPerfusion.COMPUTED,
                VariableNames.URINE_RATE,
                rateOrNull == null ? Double.NaN : rateOrNull,
                at,
                rateOrNull == null ? CleaningOutcomeRecord.RETRACTED : CleaningOutcomeRecord.KEPT,
                rateOrNull == null ? CleaningReasonRecord.RETRACTED : reason,
                withdrawn,
                CHANNEL,
                true,
                asOf));
    }

    private Optional<Double> rate(double volume, Duration collected) {
        return new UrineRate(volume, collected, weight()).perKilogramAndHour();
    }

    /** Returns the weight of the message, else the newest one that the device charted before. */
    private double weight() {
        return judged.stream()
                .filter(reading -> reading.getVariable().equals(VariableNames.WEIGHT))
                .filter(reading -> reading.getVerdict() == CleaningOutcomeRecord.KEPT)
                .map(JudgedReading::getValue)
                .findFirst()
                .orElse(before.weight());
    }
}
