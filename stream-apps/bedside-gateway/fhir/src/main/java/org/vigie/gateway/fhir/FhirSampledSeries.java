package org.vigie.gateway.fhir;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.gateway.codes.SentCode;
import org.vigie.gateway.intake.DropReason;

/**
 * SampledData of one dimension. One sample a second or fewer is a series of measurements; more is a waveform.
 *
 * @param words a sample each: a number, or E (error), U (above), L (below what can be measured)
 */
record FhirSampledSeries(
        BigDecimal origin, BigDecimal factor, Duration period, List<SentCode> units, List<String> words) {
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final int MOST = 100_000;
    private static final BigDecimal LONGEST_PERIOD_NS = BigDecimal.valueOf(86_400_000_000_000L);
    private static final Map<String, Long> NANOS = Map.of(
            "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L, "h", 3_600_000_000_000L);

    /** A series; nothing for a waveform, and for what cannot be read as a series. A factor or an origin that is no number is never 1 or 0. */
    static FhirValueReader.FhirValue read(FhirElement sampled) {
        boolean isOne = !sampled.has("dimensions") || sampled.text("dimensions").equals("1");
        boolean isInterval = sampled.has("interval") || sampled.has("intervalUnit");
        if (!isOne || !(isInterval || sampled.has("period"))) {
            return new FhirValueReader.UnusableFhirValue(DropReason.WAVEFORM);
        }
        Optional<Duration> period = isInterval ? interval(sampled) : duration(sampled.get("period"), 1_000_000L);
        if (period.isEmpty()) {
            return new FhirValueReader.UnusableFhirValue(DropReason.NO_TIME);
        }
        List<String> words = List.of(sampled.text("data").split("\\s+", MOST));
        if (period.get().compareTo(SLOW) < 0 || words.size() >= MOST) {
            return new FhirValueReader.UnusableFhirValue(DropReason.WAVEFORM);
        }
        FhirElement origin = sampled.get("origin");
        Optional<BigDecimal> zero = origin.get("value").decimal();
        Optional<BigDecimal> factor =
                sampled.has("factor") ? sampled.get("factor").decimal() : Optional.of(BigDecimal.ONE);
        return zero.isEmpty() || factor.isEmpty()
                ? new FhirValueReader.UnusableFhirValue(DropReason.NOT_A_NUMBER)
                : new FhirValueReader.SeriesFhirValue(new FhirSampledSeries(
                        zero.get(), factor.get(), period.get(), List.of(CodeableConceptReader.unit(origin)), words));
    }

    /** R5 has an interval with its unit in place of a period in milliseconds. Empty where both stand, or the unit is not known. */
    private static Optional<Duration> interval(FhirElement sampled) {
        Long nanos = NANOS.get(sampled.text("intervalUnit"));
        return nanos == null || sampled.has("period") ? Optional.empty() : duration(sampled.get("interval"), nanos);
    }

    private static Optional<Duration> duration(FhirElement given, long nanos) {
        return given.decimal()
                .map(number -> number.multiply(BigDecimal.valueOf(nanos)))
                .filter(number -> number.signum() > 0 && number.compareTo(LONGEST_PERIOD_NS) <= 0)
                .map(number -> Duration.ofNanos(number.longValue()));
    }

    /**
     * A sample that was measured.
     *
     * @param after the first one
     */
    record SampledValue(Duration after, BigDecimal value) {}

    List<SampledValue> measured() {
        List<SampledValue> measured = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Duration after = period.multipliedBy(i);
            FhirElement.number(words.get(i))
                    .ifPresent(number -> measured.add(new SampledValue(after, origin.add(number.multiply(factor)))));
        }
        return measured;
    }

    /** How many samples are marks of an error or a limit. */
    long absent() {
        return words.size() - (long) measured().size();
    }
}
