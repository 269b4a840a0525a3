package org.vigie.gateway.fhir;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.codes.Code;

/**
 * SampledData of one dimension. One sample a second or fewer is a series of measurements; more is a waveform.
 *
 * @param words a sample each: a number, or E (error), U (above), L (below what can be measured)
 */
record Samples(BigDecimal origin, BigDecimal factor, Duration period, List<Code> units, List<String> words) {
    private static final Duration SLOW = Duration.ofSeconds(1);
    private static final int MOST = 100_000;
    private static final BigDecimal LONGEST_PERIOD_MS = BigDecimal.valueOf(86_400_000);

    /** Empty for a waveform, and for what cannot be read as a series. */
    static Optional<Samples> series(Element sampled) {
        boolean isOne = !sampled.has("dimensions") || sampled.text("dimensions").equals("1");
        Optional<Duration> period = period(sampled).filter(given -> given.compareTo(SLOW) >= 0);
        List<String> words = List.of(sampled.text("data").split("\\s+", MOST));
        if (!isOne || period.isEmpty() || words.size() >= MOST) {
            return Optional.empty();
        }
        Element origin = sampled.get("origin");
        return Optional.of(new Samples(
                origin.get("value").decimal().orElse(BigDecimal.ZERO),
                sampled.get("factor").decimal().orElse(BigDecimal.ONE),
                period.get(),
                List.of(Concept.unit(origin)),
                words));
    }

    /** R5 has an interval with its unit in place of a period in milliseconds. */
    private static Optional<Duration> period(Element sampled) {
        boolean isSeconds = sampled.text("intervalUnit").equals("s");
        return sampled.any("period", "interval")
                .flatMap(Element::decimal)
                .map(given -> isSeconds ? given.scaleByPowerOfTen(3) : given)
                .filter(millis -> millis.signum() > 0 && millis.compareTo(LONGEST_PERIOD_MS) <= 0)
                .map(millis -> Duration.ofNanos(millis.scaleByPowerOfTen(6).longValue()));
    }

    /**
     * A sample that was measured.
     *
     * @param after the first one
     */
    record Sample(Duration after, BigDecimal value) {}

    List<Sample> measured() {
        List<Sample> measured = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Duration after = period.multipliedBy(i);
            Element.number(words.get(i))
                    .ifPresent(number -> measured.add(new Sample(after, origin.add(number.multiply(factor)))));
        }
        return measured;
    }

    /** How many samples are marks of an error or a limit. */
    long absent() {
        return words.size() - (long) measured().size();
    }
}
