package org.vigie.simulator.patient;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests that each number of the variability table has its origin beside it. */
class VariabilityTableTest {
    private static final VariabilityTable TABLE = VariabilityTable.standard();

    @Test
    void everyNumberNamesItsDataSetOrIsMarkedAsAssumption() {
        assertThat(TABLE.rows())
                .allSatisfy(row -> assertThat(row.source())
                        .matches("(BIDMC|PhysioNet-2012|MIMIC-IV demo).*, n=\\d+|assumption.*"));
    }

    @Test
    void everySignHasComponentsAndASpread() {
        assertThat(VariabilityTable.SIGNS).allSatisfy(sign -> {
            assertThat(TABLE.components(sign)).as(sign).isNotEmpty();
            assertThat(TABLE.spread(sign, TimeScale.FAST) + TABLE.spread(sign, TimeScale.SLOW))
                    .as(sign)
                    .isPositive();
        });
    }

    @Test
    void aCorrelationIsFoundFromBothSides() {
        // when
        double[][] slow = TABLE.correlations(TimeScale.SLOW);

        // then
        assertThat(slow[3][4]).isEqualTo(slow[4][3]).isGreaterThan(0.5);
    }
}
