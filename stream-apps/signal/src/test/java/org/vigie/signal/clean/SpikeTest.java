package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.Reason.NONE;
import static org.vigie.signal.clean.Reason.OUT_OF_ORDER;
import static org.vigie.signal.clean.Reason.SOFT_RANGE;
import static org.vigie.signal.clean.Reason.SPIKE;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpikeTest {
    private final Bedside bedside = new Bedside();

    @Test
    void aSingleJumpIsDoubtedAndWhatComesAfterItIsBelieved() {
        assertThat(bedside.says("hr", "82 84 83 250 84")).containsExactly(NONE, NONE, NONE, SPIKE, NONE);
    }

    @Test
    void anArtefactOfFourSecondsIsDoubtedThroughout() {
        assertThat(bedside.says("hr", "82 180 182 181 180 83")).containsExactly(NONE, SPIKE, SPIKE, SPIKE, SPIKE, NONE);
    }

    @Test
    void aCollapseIsBelievedWithItsFifthReading() {
        assertThat(bedside.says("abp_mean", "85 86 42 40 38 36 34 32"))
                .containsExactly(NONE, NONE, SPIKE, SPIKE, SPIKE, SPIKE, NONE, NONE);
    }

    @Test
    void aCollapseToImplausibleValuesIsBelievedToo() {
        assertThat(bedside.says("spo2", "97 97 45 45 44 44 43 43"))
                .containsExactly(NONE, NONE, SPIKE, SPIKE, SPIKE, SPIKE, SOFT_RANGE, SOFT_RANGE);
    }

    @Test
    void asystoleIsBelievedWithinFiveSeconds() {
        assertThat(bedside.says("hr", "80 0 0 0 0 0 0"))
                .containsExactly(NONE, SPIKE, SPIKE, SPIKE, SPIKE, SOFT_RANGE, SOFT_RANGE);
    }

    @Test
    void valuesThatFindNoLevelAreDoubtedForTenSecondsAtMost() {
        List<Reason> reasons = bedside.says("hr", "80 250 20 200 30 240 10 220 25 230 5 210 15");

        assertThat(reasons.subList(1, 11)).containsOnly(SPIKE);
        assertThat(reasons.get(11)).isEqualTo(NONE);
    }

    @Test
    void aSlopeIsNoJump() {
        assertThat(bedside.says("spo2", "97 92 87 82 77 72")).containsOnly(NONE);
    }

    @Test
    void aStepAsLargeAsIsBelievableIsNoJump() {
        assertThat(bedside.says("hr", "80 115 150")).containsOnly(NONE);
        assertThat(bedside.says("hr", "186")).containsExactly(SPIKE);
    }

    @Test
    void afterAGapNothingIsAJump() {
        bedside.says("hr", "80 81");
        bedside.after(Duration.ofSeconds(10));

        assertThat(bedside.says("hr", "180")).containsExactly(NONE);
    }

    @Test
    void aValueAMinuteIsNeverAJump() {
        for (double value : new double[] {80, 180, 60, 190}) {
            assertThat(bedside.says(bedside.reading("hr", value))).containsExactly(NONE);
            bedside.after(Duration.ofMinutes(1));
        }
    }

    @Test
    void aLaboratoryValueMayJump() {
        assertThat(bedside.says("potassium", "3.5 9.0")).containsOnly(NONE);
    }

    @Test
    void aLateReadingDoesNotMoveTheLevel() {
        bedside.says("hr", "80 80");
        Reading late = Bedside.reading("hr", 200, Bedside.START.minusSeconds(5));

        assertThat(bedside.says(late)).containsExactly(OUT_OF_ORDER);
        assertThat(bedside.says("hr", "80")).containsExactly(NONE);
    }

    @Test
    void everyVariableKeepsItsOwnLevel() {
        assertThat(bedside.says(bedside.reading("hr", 80), bedside.reading("abp_sys", 120)))
                .isEqualTo(Collections.nCopies(2, NONE));
        assertThat(bedside.says(bedside.reading("hr", 200), bedside.reading("abp_sys", 121)))
                .containsExactly(SPIKE, NONE);
    }
}
