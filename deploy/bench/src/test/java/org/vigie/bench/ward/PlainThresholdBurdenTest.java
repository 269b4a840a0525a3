package org.vigie.bench.ward;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Truth;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.ScheduledRecord;
import org.vigie.simulator.ward.SimulatedWard;

/** Tests that plain thresholds call about as often as real monitors do when the patients vary: twelve beds for six hours. */
class PlainThresholdBurdenTest {
    private static final Duration LENGTH = Duration.ofHours(6);
    private static final int UNITS = 2;
    private static final int BEDS = 6;

    private static JudgedCalls judged;

    @BeforeAll
    static void play() {
        List<UnitDay> days = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            days.add(day(new UnitScenario(1, unit, BEDS, LENGTH, PatientVariability.FITTED).ward()));
        }
        judged = JudgedCalls.of(days, UnitDay::plain);
    }

    private static UnitDay day(SimulatedWard ward) {
        var plain = new ThresholdMonitor();
        List<Truth> truths = new ArrayList<>();
        Instant end = UnitScenario.LIVE.plus(LENGTH);
        for (BedFeed bed : ward.beds()) {
            for (ScheduledRecord each : bed.events(UnitScenario.LIVE, end, UnitScenario.LIVE)) {
                if (each.value() instanceof Observation observation) {
                    plain.observe(observation);
                } else if (each.value() instanceof Truth truth) {
                    truths.add(truth);
                }
            }
        }
        return UnitDay.of(truths, List.of(), List.of(), plain.calls(), plain.urgent(), 0);
    }

    /** Real units report 106 threshold alarms (Borowski 2011) to 187 audible ones of all kinds (Drew 2014) for each bed and day. */
    @Test
    void theBurdenIsOfTheSizeOfPublishedOnes() {
        // given
        double bedDays = UNITS * BEDS * LENGTH.toHours() / 24.0;

        // when, then
        assertThat(judged.verdicts().size() / bedDays).isBetween(80.0, 350.0);
    }

    /** Drew 2014: 88.8 % of the annotated alarms were false. */
    @Test
    void aboutNineInTenAreFalse() {
        // when
        double share =
                (double) judged.count(CallVerdict::isFalse) / judged.verdicts().size();

        // then
        assertThat(share).isBetween(0.8, 0.98);
    }

    @Test
    void faultsNursesAndPatientsAllCauseFalseCalls() {
        assertThat(judged.falseByCause()).containsOnlyKeys("fault", "nursing", "patient");
    }
}
