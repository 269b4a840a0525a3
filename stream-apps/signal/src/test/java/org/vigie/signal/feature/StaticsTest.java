package org.vigie.signal.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.vigie.signal.feature.Statics.Sex;
import org.vigie.signal.feature.Statics.Unit;

class StaticsTest {
    @Test
    void everyNumberHasItsNameAndItsPlace() {
        float[] encoded = new Statics(64, Sex.MALE, 180, 82.5, Unit.MEDICAL).encode();

        assertThat(encoded).hasSameSizeAs(Statics.NAMES.toArray());
        assertThat(encoded).containsExactly(64, 1, 0, 1, 180, 1, 82.5f, 1, 0, 0, 1, 0);
    }

    @Test
    void whatIsUnknownIsZeroAndSaidToBeUnknown() {
        assertThat(Statics.UNKNOWN.encode()).containsOnly(0);
    }

    @Test
    void anImpossibleHeightOrWeightCountsAsUnknown() {
        Statics typo = new Statics(64, Sex.FEMALE, 13, 4.1, Unit.SURGICAL);
        Statics without = new Statics(64, Sex.FEMALE, Double.NaN, Double.NaN, Unit.SURGICAL);

        assertThat(typo.encode()).isEqualTo(without.encode());
    }
}
