package org.vigie.signal.clean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.signal.clean.CleaningReason.NONE;
import static org.vigie.signal.clean.CleaningReason.OUT_OF_ORDER;
import static org.vigie.signal.clean.CleaningReason.SOFT_RANGE;
import static org.vigie.signal.clean.CleaningReason.SPIKE;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests when jumps are suspect and when they become the new level. */
class SpikeTest {
    private final CleanedDeviceStory cleanedDeviceStory = new CleanedDeviceStory();

    @Test
    void aSingleJumpIsSuspectAndTheReadingsAfterItAreKept() {
        assertThat(cleanedDeviceStory.send("hr", "82 84 83 250 84")).containsExactly(NONE, NONE, NONE, SPIKE, NONE);
    }

    @Test
    void anArtefactOfFourSecondsIsSuspectThroughout() {
        assertThat(cleanedDeviceStory.send("hr", "82 180 182 181 180 83"))
                .containsExactly(NONE, SPIKE, SPIKE, SPIKE, SPIKE, NONE);
    }

    @Test
    void aCollapseIsKeptFromItsFifthReading() {
        assertThat(cleanedDeviceStory.send("abp_mean", "85 86 42 40 38 36 34 32"))
                .containsExactly(NONE, NONE, SPIKE, SPIKE, SPIKE, SPIKE, NONE, NONE);
    }

    @Test
    void aCollapseToImplausibleValuesIsKeptToo() {
        assertThat(cleanedDeviceStory.send("spo2", "97 97 45 45 44 44 43 43"))
                .containsExactly(NONE, NONE, SPIKE, SPIKE, SPIKE, SPIKE, SOFT_RANGE, SOFT_RANGE);
    }

    @Test
    void asystoleIsKeptWithinFiveSeconds() {
        assertThat(cleanedDeviceStory.send("hr", "80 0 0 0 0 0 0"))
                .containsExactly(NONE, SPIKE, SPIKE, SPIKE, SPIKE, SOFT_RANGE, SOFT_RANGE);
    }

    @Test
    void valuesWithoutAStableLevelAreSuspectForTenSecondsAtMost() {
        // when
        List<CleaningReason> reasons = cleanedDeviceStory.send("hr", "80 250 20 200 30 240 10 220 25 230 5 210 15");

        // then
        assertThat(reasons.subList(1, 11)).containsOnly(SPIKE);
        assertThat(reasons.get(11)).isEqualTo(NONE);
    }

    @Test
    void aSlopeIsNoJump() {
        assertThat(cleanedDeviceStory.send("spo2", "97 92 87 82 77 72")).containsOnly(NONE);
    }

    @Test
    void aStepAtTheLargestPlausibleChangeIsNotASpike() {
        assertThat(cleanedDeviceStory.send("hr", "80 115 150")).containsOnly(NONE);
        assertThat(cleanedDeviceStory.send("hr", "186")).containsExactly(SPIKE);
    }

    @Test
    void afterAGapNothingIsAJump() {
        // when
        cleanedDeviceStory.send("hr", "80 81");
        cleanedDeviceStory.after(Duration.ofSeconds(10));

        // then
        assertThat(cleanedDeviceStory.send("hr", "180")).containsExactly(NONE);
    }

    @Test
    void aValueAMinuteIsNeverAJump() {
        for (double value : new double[] {80, 180, 60, 190}) {
            assertThat(cleanedDeviceStory.send(cleanedDeviceStory.reading("hr", value)))
                    .containsExactly(NONE);
            cleanedDeviceStory.after(Duration.ofMinutes(1));
        }
    }

    @Test
    void aLaboratoryValueMayJump() {
        assertThat(cleanedDeviceStory.send("potassium", "3.5 9.0")).containsOnly(NONE);
    }

    @Test
    void aLateReadingDoesNotMoveTheLevel() {
        // given
        cleanedDeviceStory.send("hr", "80 80");
        Reading late = CleanedDeviceStory.reading("hr", 200, CleanedDeviceStory.START.minusSeconds(5));

        // when, then
        assertThat(cleanedDeviceStory.send(late)).containsExactly(OUT_OF_ORDER);
        assertThat(cleanedDeviceStory.send("hr", "80")).containsExactly(NONE);
    }

    @Test
    void everyVariableKeepsItsOwnLevel() {
        assertThat(cleanedDeviceStory.send(
                        cleanedDeviceStory.reading("hr", 80), cleanedDeviceStory.reading("abp_sys", 120)))
                .isEqualTo(Collections.nCopies(2, NONE));
        assertThat(cleanedDeviceStory.send(
                        cleanedDeviceStory.reading("hr", 200), cleanedDeviceStory.reading("abp_sys", 121)))
                .containsExactly(SPIKE, NONE);
    }
}
