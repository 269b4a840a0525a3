package org.vigie.simulator.patient;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Tests that simulated vital signs stay inside the normal limits and depend on each other. */
class PhysiologyModelTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PATIENTS = 60;

    /** Ranges that score zero points in NEWS2 (RCP 2017), on air. */
    private static final Map<String, ValueRange> NO_POINTS = Map.of(
            "hr", new ValueRange(51, 90),
            "spo2", new ValueRange(96, 100),
            "rr", new ValueRange(12, 20),
            "abp_sys", new ValueRange(111, 219),
            "temp", new ValueRange(36.1, 38.0));

    @Test
    void aStablePatientNeverLeavesTheAlarmLimitsNorCostsAPoint() {
        LongStream.range(0, PATIENTS)
                .mapToObj(RandomSeed::new)
                .forEach(seed -> everyFewSeconds(seed, 17).forEach(signs -> {
                    NO_POINTS.forEach((sign, range) -> assertThat(
                                    range.contains(BedsideMonitor.round(signs.get(sign), sign.equals("temp") ? 1 : 0)))
                            .as("%s of patient %s: %s", sign, seed, signs)
                            .isTrue());
                    signs.forEach((sign, value) -> assertThat(alarm(sign).contains(value))
                            .as("%s of patient %s: %s", sign, seed, value)
                            .isTrue());
                    assertThat(alarm("abp_mean")
                                    .contains(PhysiologyModel.mean(signs.get("abp_sys"), signs.get("abp_dia"))))
                            .isTrue();
                }));
    }

    @Test
    void noSignLeapsFromOneSecondToTheNext() {
        // given
        PhysiologyModel physiology = new PhysiologyModel(new RandomSeed(7));
        Map<String, Double> before = physiology.at(NOON);

        // when, then
        for (int second = 1; second < 3_600; second++) {
            Map<String, Double> now = physiology.at(NOON.plusSeconds(second));
            for (String sign : now.keySet()) {
                double step = Math.abs(now.get(sign) - before.get(sign));
                assertThat(step).as(sign).isLessThan(variable(sign).spikeStep().orElse(1) / 2);
            }
            before = now;
        }
    }

    @Test
    void theSignsHangTogether() {
        // given
        List<Map<String, Double>> signs = LongStream.range(0, 8)
                .mapToObj(RandomSeed::new)
                .flatMap(seed -> deviations(everyFewSeconds(seed, 61)).stream())
                .toList();

        // when, then
        assertThat(correlation(signs, "hr", "pulse_spo2")).isGreaterThan(0.9);
        assertThat(correlation(signs, "hr", "rr")).isGreaterThan(0.2);
        assertThat(correlation(signs, "hr", "abp_sys")).isGreaterThan(0.2);
        assertThat(correlation(signs, "abp_sys", "abp_dia")).isGreaterThan(0.5);
        assertThat(correlation(signs, "rr", "spo2")).isGreaterThan(0.1);
        assertThat(correlation(signs, "abp_dia", "perfusion_index")).isNegative();
    }

    @Test
    void theHeartIsSlowerAtNight() {
        // given
        List<Map<String, Double>> day = new ArrayList<>();
        List<Map<String, Double>> night = new ArrayList<>();

        // when
        for (int patient = 0; patient < PATIENTS; patient++) {
            PhysiologyModel physiology = new PhysiologyModel(new RandomSeed(patient));
            day.add(physiology.at(Instant.parse("2026-03-01T17:00:00Z")));
            night.add(physiology.at(Instant.parse("2026-03-01T05:00:00Z")));
        }

        // then
        assertThat(mean(day, "hr")).isGreaterThan(mean(night, "hr") + 1);
        assertThat(mean(day, "temp")).isGreaterThan(mean(night, "temp") + 0.2);
    }

    private static List<Map<String, Double>> everyFewSeconds(RandomSeed seed, int step) {
        PhysiologyModel physiology = new PhysiologyModel(seed);
        return LongStream.range(0, DAY.toSeconds() / step)
                .mapToObj(i -> physiology.at(NOON.plusSeconds(i * step)))
                .toList();
    }

    /** Returns the deviations of each sign from the patient's own mean. */
    private static List<Map<String, Double>> deviations(List<Map<String, Double>> signs) {
        for (String sign : signs.get(0).keySet()) {
            double mean = mean(signs, sign);
            signs.forEach(each -> each.computeIfPresent(sign, (name, value) -> value - mean));
        }
        return signs;
    }

    private static double mean(List<Map<String, Double>> signs, String sign) {
        return signs.stream().mapToDouble(each -> each.get(sign)).average().orElseThrow();
    }

    private static double correlation(List<Map<String, Double>> signs, String a, String b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (Map<String, Double> each : signs) {
            ab += each.get(a) * each.get(b);
            aa += each.get(a) * each.get(a);
            bb += each.get(b) * each.get(b);
        }
        return ab / Math.sqrt(aa * bb);
    }

    private static ValueRange alarm(String sign) {
        return variable(sign).alarm();
    }

    private static Variable variable(String sign) {
        return VariableCatalogue.standard().get(sign);
    }
}
