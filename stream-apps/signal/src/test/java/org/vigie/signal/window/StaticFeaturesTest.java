package org.vigie.signal.window;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.signal.window.StaticFeatures.AdministrativeSex;
import org.vigie.signal.window.StaticFeatures.UnitType;

/** Tests the encoding of the static features. */
class StaticFeaturesTest {
    @Test
    void everyNumberHasItsNameAndItsPlace() {
        // when
        float[] encoded = new StaticFeatures(64, AdministrativeSex.MALE, 180, 82.5, UnitType.MEDICAL).encode();

        // then
        assertThat(encoded).hasSameSizeAs(StaticFeatures.NAMES.toArray());
        assertThat(encoded).containsExactly(64, 1, 0, 1, 180, 1, 82.5f, 1, 0, 0, 1, 0);
    }

    @Test
    void unknownFeaturesAndTheirFlagsAreZero() {
        assertThat(StaticFeatures.UNKNOWN.encode()).containsOnly(0);
    }

    @Test
    void anImpossibleHeightOrWeightCountsAsUnknown() {
        // given
        StaticFeatures typo = new StaticFeatures(64, AdministrativeSex.FEMALE, 13, 4.1, UnitType.SURGICAL);
        StaticFeatures without =
                new StaticFeatures(64, AdministrativeSex.FEMALE, Double.NaN, Double.NaN, UnitType.SURGICAL);

        // when, then
        assertThat(typo.encode()).isEqualTo(without.encode());
    }
}
