package org.vigie.gateway.fhir.value;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.gateway.fhir.element.FhirElement;
import org.vigie.terminology.DropReason;
import org.vigie.terminology.SentCode;

/**
 * Reads SampledData of one dimension. At most one sample a second is a series of measurements; more samples are a waveform.
 *
 * @param words one text for each sample: a number, or E (error), U (above range), L (below range)
 */
public record FhirSampledSeries(
        BigDecimal origin, BigDecimal factor, Duration period, List<SentCode> units, List<String> words) {
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final int MOST = 100_000;
    private static final BigDecimal LONGEST_PERIOD_NS = BigDecimal.valueOf(86_400_000_000_000L);
    private static final Map<String, Long> NANOS = Map.of(
            "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L, "h", 3_600_000_000_000L);

    /**
     * Reads a series. A waveform, and data that cannot be read as a series, are unusable. A factor or an origin that is no number is not
     * replaced by a default.
     */
    static FhirValue read(FhirElement sampled) {
        boolean isOne = !sampled.has("dimensions") || sampled.text("dimensions").equals("1");
        boolean isInterval = sampled.has("interval") || sampled.has("intervalUnit");
        if (!isOne || !(isInterval || sampled.has("period"))) {
            return new FhirValue.UnusableFhirValue(DropReason.WAVEFORM);
        }
        Optional<Duration> period = isInterval ? interval(sampled) : duration(sampled.get("period"), 1_000_000L);
        if (period.isEmpty()) {
            return new FhirValue.UnusableFhirValue(DropReason.NO_TIME);
        }
        List<String> words = List.of(sampled.text("data").split("\\s+", MOST));
        if (period.get().compareTo(SLOW) < 0 || words.size() >= MOST) {
            return new FhirValue.UnusableFhirValue(DropReason.WAVEFORM);
        }
        return read(sampled, period.get(), words);
    }

    private static FhirValue read(FhirElement sampled, Duration period, List<String> words) {
        FhirElement origin = sampled.get("origin");
        Optional<BigDecimal> zero = origin.get("value").decimal();
        Optional<BigDecimal> factor =
                sampled.has("factor") ? sampled.get("factor").decimal() : Optional.of(BigDecimal.ONE);
        if (zero.isEmpty() || factor.isEmpty()) {
            return new FhirValue.UnusableFhirValue(DropReason.NOT_A_NUMBER);
        }
        List<SentCode> units = List.of(FhirValue.unit(origin));
        return new FhirValue.SeriesFhirValue(new FhirSampledSeries(zero.get(), factor.get(), period, units, words));
    }

    /**
     * Returns the interval between samples. R5 has an interval with a unit in place of a period in milliseconds. Empty when both are sent,
     * or when the unit is not known.
     */
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
     * Holds a measured sample.
     *
     * @param after difference to the first sample
     */
    public record SampledValue(Duration after, BigDecimal value) {}

    public List<SampledValue> measured() {
        List<SampledValue> measured = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Duration after = period.multipliedBy(i);
            FhirElement.number(words.get(i))
                    .ifPresent(number -> measured.add(new SampledValue(after, origin.add(number.multiply(factor)))));
        }
        return measured;
    }

    /** Returns the number of samples that mark an error or a limit. */
    public long absent() {
        return words.size() - (long) measured().size();
    }
}
