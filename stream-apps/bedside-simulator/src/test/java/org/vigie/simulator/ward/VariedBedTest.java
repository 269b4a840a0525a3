package org.vigie.simulator.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.ward.TestWards.LIVE;
import static org.vigie.simulator.ward.TestWards.live;
import static org.vigie.simulator.ward.TestWards.observations;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.recording.RecordingLibrary;

/** Tests the records of beds whose patients vary as in real recordings. */
class VariedBedTest {
    private static final Duration LENGTH = Duration.ofHours(3);

    @Test
    void theSameSeedSendsTheSameRecords() {
        assertThat(live(ward(true), Duration.ofMinutes(30))).isEqualTo(live(ward(true), Duration.ofMinutes(30)));
    }

    @Test
    void everyDisturbanceHasATruthThatNamesItsCauseAndItsVariables() {
        assertThat(truths(live(ward(true), LENGTH)).map(Truth::getDetail))
                .isNotEmpty()
                .allMatch(detail -> detail.matches("(nursing|fault): [a-z-]+ of [a-z0-9_ ]*"));
    }

    @Test
    void aMonitorThatIsOfflineSendsNothing() {
        // given
        List<ScheduledRecord> events = live(ward(17, true), Duration.ofHours(1));
        List<Truth> offline = truths(events)
                .filter(truth -> truth.getDetail().startsWith("fault: monitor-offline"))
                .toList();

        // then
        assertThat(offline)
                .isNotEmpty()
                .allSatisfy(truth -> assertThat(observations(events)
                                .filter(each -> each.getBed().equals(truth.getBed()))
                                .map(Observation::getDeviceTime))
                        .noneMatch(at -> !at.isBefore(truth.getFrom()) && at.isBefore(truth.getUntil())));
    }

    @Test
    void withoutArtefactsTheBedsAreNotDisturbed() {
        assertThat(truths(live(ward(false), LENGTH))).isEmpty();
    }

    private static Stream<Truth> truths(List<ScheduledRecord> events) {
        return Stream.concat(
                TestWards.truths(events, TruthKind.ARTEFACT), TestWards.truths(events, TruthKind.CABLE_OFF));
    }

    private static SimulatedWard ward(boolean artefacts) {
        return ward(5, artefacts);
    }

    private static SimulatedWard ward(long seed, boolean artefacts) {
        var plan = new SimulationPlan(
                seed, "REA", 4, 1, LIVE, Duration.ofHours(1), "quiet", artefacts, 60, PatientVariability.FITTED);
        return SimulatedWard.of(plan, RecordingLibrary.none());
    }
}
