package org.vigie.simulator.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.variable.ValueRange;
import org.vigie.schemas.variable.VariableCatalogue;

/** Tests the patients that vary as in real recordings. */
class FittedPhysiologyModelTest {
    private static final Instant BEGIN = Instant.parse("2026-03-01T08:00:00Z");
    private static final VariabilityTable TABLE = VariabilityTable.standard();

    @Test
    void theSamePatientHasTheSameSignsAtAnInstant() {
        assertThat(patient(3).at(BEGIN.plusSeconds(70))).isEqualTo(patient(3).at(BEGIN.plusSeconds(70)));
        assertThat(patient(4).at(BEGIN)).isNotEqualTo(patient(3).at(BEGIN));
    }

    @Test
    void aTypicalPatientVariesWithinEightMinutesAsThoseOfBidmc() {
        // when: BIDMC's medians are 1.47 /min, 1.10 /min and 0.52 %
        double heartRate = medianDeviation("hr");
        double respiration = medianDeviation("rr");
        double saturation = medianDeviation("spo2");

        // then
        assertThat(heartRate).isCloseTo(1.47, within(0.3));
        assertThat(respiration).isCloseTo(1.10, within(0.3));
        assertThat(saturation).isCloseTo(0.52, within(0.15));
    }

    @Test
    void everyPatientsUsualValuesLieInsideTheLimits() {
        // given
        UsualSignValues usual = new UsualSignValues(TABLE);

        // when, then
        for (int number = 0; number < 300; number++) {
            double[] values = usual.draw(new RandomSeed(number));
            for (int sign = 0; sign < 6; sign++) {
                assertThat(limits(VariabilityTable.SIGNS.get(sign)).contains(values[sign]))
                        .as("%s %s", VariabilityTable.SIGNS.get(sign), values[sign])
                        .isTrue();
            }
        }
    }

    @Test
    void limitsAreCrossedWithoutAnEvent() {
        // when
        long outside = days().filter(signs -> !limits("abp_sys").contains(signs.get("abp_sys")))
                .count();

        // then
        assertThat(outside).isBetween(100L, 3_000L);
    }

    @Test
    void signsStayPossible() {
        assertThat(days()).allSatisfy(signs -> {
            assertThat(signs.get("spo2")).isBetween(60.0, 100.0);
            assertThat(signs.get("hr")).isBetween(25.0, 220.0);
            assertThat(signs.get("rr")).isBetween(4.0, 60.0);
            assertThat(signs.get("abp_sys")).isGreaterThan(signs.get("abp_dia"));
            assertThat(signs.get("temp")).isBetween(32.0, 42.0);
        });
    }

    /** The signs of a hundred patients at every fifth minute of half a day. */
    private static Stream<Map<String, Double>> days() {
        return IntStream.range(0, 100).boxed().flatMap(number -> {
            VitalSignModel patient = patient(number);
            return IntStream.range(0, 144).mapToObj(step -> patient.at(BEGIN.plusSeconds(step * 300L)));
        });
    }

    private static double medianDeviation(String sign) {
        List<Double> deviations = IntStream.range(0, 151)
                .mapToObj(number -> deviation(patient(number), sign))
                .sorted()
                .toList();
        return deviations.get(75);
    }

    private static double deviation(VitalSignModel patient, String sign) {
        double[] values = IntStream.range(0, 481)
                .mapToDouble(second ->
                        Math.rint(patient.at(BEGIN.plusSeconds(second)).get(sign)))
                .toArray();
        double mean =
                IntStream.range(0, 481).mapToDouble(at -> values[at]).average().orElseThrow();
        return Math.sqrt(IntStream.range(0, 481)
                .mapToDouble(at -> (values[at] - mean) * (values[at] - mean))
                .average()
                .orElseThrow());
    }

    private static VitalSignModel patient(int number) {
        return PatientVariability.FITTED.model(new RandomSeed(1).derive(number));
    }

    private static ValueRange limits(String variable) {
        return VariableCatalogue.standard().get(variable).alarm();
    }
}
