package org.vigie.training.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vigie.training.feature.LabelledStay;
import org.vigie.training.learn.adversarial.TrainingBudget;

class SynthesisMethodTest {
    private final List<LabelledStay> members = SampleStays.of(40, 1);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GAN")
    void theDeathsAndSurvivorsThatWereAskedForAreMade(SynthesisMethod method) {
        // given
        List<Integer> done = new ArrayList<>();

        // when
        List<LabelledStay> synthetic = settings(method, 7).synthesize(members, 6, 4, done::add);

        // then
        assertThat(synthetic).extracting(LabelledStay::died).containsExactly(deathsFirst(6, 4));
        assertThat(synthetic).extracting(stay -> stay.stay().id()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(done).hasSize(10);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GAN")
    void theSameSeedGivesTheSameStays(SynthesisMethod method) {
        // when
        LabelledStay one =
                settings(method, 7).synthesize(members, 1, 0, made -> {}).get(0);
        LabelledStay again =
                settings(method, 7).synthesize(members, 1, 0, made -> {}).get(0);
        LabelledStay other =
                settings(method, 8).synthesize(members, 1, 0, made -> {}).get(0);

        // then
        assertThat(values(one)).containsExactly(values(again));
        assertThat(values(one)).isNotEqualTo(values(other));
    }

    @Test
    void aStayBetweenTwoHasNoValueBeyondTheRecordedOnes() {
        // given
        double highest = members.stream()
                .flatMapToDouble(stay -> DoubleStream.of(values(stay)))
                .max()
                .orElseThrow();

        // when
        List<LabelledStay> synthetic = settings(SynthesisMethod.SMOTE, 7).synthesize(members, 20, 20, made -> {});

        // then
        assertThat(synthetic)
                .allSatisfy(
                        stay -> assertThat(DoubleStream.of(values(stay)).max().orElseThrow())
                                .isLessThanOrEqualTo(highest));
    }

    @Test
    void oneRecordedDeathIsNotEnough() {
        assertThatThrownBy(() -> settings(SynthesisMethod.SMOTE, 7).synthesize(members.subList(0, 4), 1, 1, made -> {}))
                .hasMessage("synthesis needs two recorded stays with each outcome, had 1 deaths");
    }

    private static SynthesisConfig settings(SynthesisMethod method, long seed) {
        return new SynthesisConfig(method, seed, new TrainingBudget(Duration.ofHours(1), 1));
    }

    private static Boolean[] deathsFirst(int deaths, int survivors) {
        Boolean[] died = new Boolean[deaths + survivors];
        Arrays.setAll(died, place -> place < deaths);
        return died;
    }

    /** Returns the measured values in the order of the cells. */
    private static double[] values(LabelledStay stay) {
        return DoubleStream.of(HourlyCells.of(stay).values())
                .filter(value -> !Double.isNaN(value))
                .toArray();
    }
}
