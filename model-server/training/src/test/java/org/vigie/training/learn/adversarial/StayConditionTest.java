package org.vigie.training.learn.adversarial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vigie.signal.window.HourlyGrid;
import org.vigie.signal.window.StaticFeatures;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;
import org.vigie.training.feature.LabelledStay;

class StayConditionTest {
    @ParameterizedTest
    @CsvSource({"16, 0", "49, 0", "50, 1", "64, 1", "65, 2", "79, 2", "80, 3", "90, 3", "NaN, -1"})
    void anAgeHasItsBand(double age, int band) {
        assertThat(condition(age).ageBand()).isEqualTo(band);
    }

    @ParameterizedTest
    @CsvSource({"20, 16, 49", "55, 50, 64", "70, 65, 79", "85, 80, 90"})
    void aDrawnAgeLiesInTheBand(double age, double youngest, double oldest) {
        assertThat(condition(age).drawAge(new SplittableRandom(3))).isBetween(youngest, oldest);
    }

    @Test
    void anUnknownAgeStaysUnknown() {
        assertThat(condition(Double.NaN).drawAge(new SplittableRandom(3))).isNaN();
    }

    @Test
    void eachPartHasItsFlag() {
        // when
        float[] flags = condition(70).encode();

        // then: died; third band; female; surgical
        assertThat(flags).hasSize(StayCondition.SIZE).containsExactly(1, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1);
    }

    private static StayCondition condition(double age) {
        StaticFeatures facts =
                new StaticFeatures(age, AdministrativeSex.FEMALE, Double.NaN, Double.NaN, UnitType.SURGICAL);
        return StayCondition.of(new LabelledStay(1, new HourlyGrid(), facts, true));
    }
}
