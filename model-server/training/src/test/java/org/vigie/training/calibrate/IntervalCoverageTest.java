package org.vigie.training.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.inference.bundle.CalibratedEnsemble.CalibratedRisk;
import org.vigie.training.calibrate.IntervalCoverage.PredictedStay;

class IntervalCoverageTest {
    @Test
    void aGroupHoldsWhenItsDeathsLieWithinTheSumOfItsIntervals() {
        // given: 20 stays of risk 0.5 whose intervals sum to 8 .. 12
        List<PredictedStay> tenDied = stays(20, 0.5, 0.4, 0.6, 10);
        List<PredictedStay> thirteenDied = stays(20, 0.5, 0.4, 0.6, 13);
        // when
        double held = new IntervalCoverage(tenDied).share();
        double missed = new IntervalCoverage(thirteenDied).share();
        // then
        assertThat(held).isEqualTo(1);
        assertThat(missed).isEqualTo(0);
    }

    @Test
    void staysAreGroupedByTheirRiskWhateverTheirOrder() {
        // given: two groups of which only the one of high risk holds
        List<PredictedStay> all = new ArrayList<>(stays(80, 0.125, 0.12, 0.13, 30));
        all.addAll(stays(20, 0.5, 0.4, 0.6, 10));
        Collections.reverse(all);
        // when
        double share = new IntervalCoverage(all).share();
        // then
        assertThat(share).isEqualTo(0.5);
    }

    @Test
    void withoutAGroupOfTenExpectedDeathsNothingIsMissed() {
        // given
        List<PredictedStay> few = stays(5, 0.5, 0.5, 0.5, 0);
        // when
        double share = new IntervalCoverage(few).share();
        // then
        assertThat(share).isEqualTo(1);
    }

    private static List<PredictedStay> stays(int count, double risk, double low, double high, int deaths) {
        List<PredictedStay> stays = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stays.add(new PredictedStay(new CalibratedRisk(risk, low, high), i < deaths));
        }
        return stays;
    }
}
