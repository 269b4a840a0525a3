package org.vigie.simulator.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.ward.TestWards.LIVE;
import static org.vigie.simulator.ward.TestWards.observations;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vigie.recordings.StayRecording;
import org.vigie.recordings.StayRecording.RecordedRow;
import org.vigie.recordings.StayRecording.RecordedValue;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.UnitTypeRecord;
import org.vigie.simulator.recording.RecordingLibrary;
import org.vigie.testing.recorded.RecordedDataFolder;

/** Tests that a recorded bed sends the rows of its recording at the right times. */
class RecordedBedTest {
    private static final StayRecording.RecordedPatient SOMEONE =
            new StayRecording.RecordedPatient(60.0, AdministrativeSexRecord.MALE, null, null, UnitTypeRecord.MEDICAL);
    private static final SimulationPlan PLAN = TestWards.plan(1, 1, "quiet", false, Duration.ofDays(2));

    /** A recording with one row per hour for two days. */
    private final StayRecording chart =
            new StayRecording("chart", "chart-1", SOMEONE, rows(48, Duration.ofHours(1)), Duration.ofDays(2), false);
    /** A recording with one row per second for eight minutes. */
    private final StayRecording monitor = new StayRecording(
            "monitor", "monitor-1", SOMEONE, rows(480, Duration.ofSeconds(1)), Duration.ofMinutes(8), true);

    private static List<RecordedRow> rows(int count, Duration apart) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new RecordedRow(apart.multipliedBy(i), List.of(RecordedValue.of("hr", 60 + i % 40, "/min"))))
                .toList();
    }

    @Test
    void aChartHasItsPastAtTrueSpacingAndItsRestAtThePaceOfTheWard() {
        // given
        BedFeed bed = new RecordedBed(PLAN, "REA/01", chart);

        // when
        List<Observation> past = observations(bed.events(Instant.EPOCH, LIVE.minusMillis(1), LIVE))
                .toList();
        List<Observation> rest = observations(bed.events(LIVE.minusMillis(1), LIVE.plusSeconds(719), LIVE))
                .toList();

        // then
        assertThat(past)
                .hasSize(36)
                .first()
                .extracting(Observation::getDeviceTime)
                .isEqualTo(LIVE.minus(Duration.ofHours(36)))
                .isEqualTo(bed.staysAt(LIVE).getStays().get(0).getAdmittedAt());
        assertThat(rest).hasSize(12);
        assertThat(Duration.between(rest.get(3).getDeviceTime(), rest.get(4).getDeviceTime()))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(rest.get(0).getSequence()).isEqualTo(36);
    }

    @Test
    void theRestIsPlayedOverAndOverUnderNewIds() {
        // given
        BedFeed bed = new RecordedBed(PLAN, "REA/01", chart);

        // when
        List<Observation> played = observations(bed.events(LIVE.minusMillis(1), LIVE.plusSeconds(3 * 721), LIVE))
                .toList();

        // then
        assertThat(played)
                .hasSizeBetween(36, 37)
                .extracting(Observation::getMessageId)
                .doesNotHaveDuplicates();
        assertThat(played).isSortedAccordingTo((a, b) -> a.getReceivedTime().compareTo(b.getReceivedTime()));
        assertThat(played.get(12).getReadings().get(0).getValue())
                .isEqualTo(played.get(0).getReadings().get(0).getValue());
    }

    @Test
    void aMonitorIsPlayedAtItsOwnPaceAndWaitsWhileTheWardIsDownForLong() {
        // given
        BedFeed bed = new RecordedBed(PLAN, "REA/01", monitor);
        Instant restarted = LIVE.plus(Duration.ofHours(5));

        // when, then
        assertThat(bed.events(Instant.EPOCH, LIVE.minusMillis(1), LIVE)).isEmpty();
        assertThat(bed.events(LIVE.minusMillis(1), LIVE.plusSeconds(60), LIVE)).hasSize(60);
        assertThat(bed.events(LIVE, restarted.plusSeconds(60), restarted)).hasSizeBetween(59, 61);
    }

    @Test
    void aRestartAtAnyMomentLeavesNothingOutAndSendsNothingTwice() {
        // when, then
        for (StayRecording recording : List.of(chart, monitor)) {
            BedFeed bed = new RecordedBed(PLAN, "REA/01", recording);
            Instant end = LIVE.plusSeconds(2_000);
            List<ScheduledRecord> whole = bed.events(PLAN.start(), end, LIVE);
            List<ScheduledRecord> pieces = new ArrayList<>();
            Instant from = PLAN.start();
            while (from.isBefore(end)) {
                Instant step = from.plusMillis(from.isBefore(LIVE.minusSeconds(400)) ? 299_993 : 997);
                Instant to = step.isAfter(end) ? end : step;
                pieces.addAll(bed.events(from, to, LIVE));
                from = to;
            }
            assertThat(pieces).isEqualTo(whole);
        }
    }

    @Test
    void everySeedFindsRecordingsForAThousandBeds() {
        // given
        RecordingLibrary recordings =
                RecordingLibrary.load(RecordedDataFolder.find().with(""), 1_000, 19);

        // when, then
        assertThat(IntStream.range(0, 3 * 250)
                        .mapToObj(i -> recordings.get(i % 3, i / 3).id()))
                .doesNotHaveDuplicates();
    }

    @Test
    void realRecordingsFillThreeBedsOfFour() {
        // given
        RecordingLibrary recordings =
                RecordingLibrary.load(RecordedDataFolder.find().with(""), 24, 1);
        SimulatedWard ward = SimulatedWard.of(TestWards.plan(1, 24, "demo", true, Duration.ofDays(2)), recordings);

        List<ScheduledRecord> past = ward.beds().stream()
                .flatMap(bed -> bed.events(Instant.EPOCH, LIVE.minusMillis(1), LIVE).stream())
                .toList();
        List<ScheduledRecord> live = TestWards.live(ward, Duration.ofMinutes(2));

        // when, then
        assertThat(observations(past).map(Observation::getSource).distinct())
                .containsExactlyInAnyOrder("simulator", "physionet2012", "mimic-iv-demo");
        assertThat(observations(live).map(Observation::getSource).distinct())
                .containsExactlyInAnyOrder("simulator", "bidmc", "physionet2012", "mimic-iv-demo");
        assertThat(ward.beds().stream().flatMap(bed -> bed.staysAt(LIVE).getStays().stream()))
                .hasSize(24)
                .extracting(stay -> stay.getStay())
                .doesNotHaveDuplicates();
        assertThat(observations(live)).allMatch(each -> !each.getDeviceTime().isAfter(each.getReceivedTime()));
    }
}
