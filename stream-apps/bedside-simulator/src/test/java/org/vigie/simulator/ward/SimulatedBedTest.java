package org.vigie.simulator.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.ward.TestWards.LIVE;
import static org.vigie.simulator.ward.TestWards.live;
import static org.vigie.simulator.ward.TestWards.observations;
import static org.vigie.simulator.ward.TestWards.readings;
import static org.vigie.simulator.ward.TestWards.ward;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.simulator.recording.RecordingLibrary;

/** Tests the records that a simulated bed sends. */
class SimulatedBedTest {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void theSameSeedSendsTheSameRecords() {
        // given
        List<ScheduledRecord> events = live(ward(5, 4, "demo", true), HOUR);

        // when, then
        assertThat(live(ward(5, 4, "demo", true), HOUR)).isEqualTo(events);
        assertThat(live(ward(6, 4, "demo", true), HOUR)).isNotEqualTo(events);
    }

    @Test
    void aRestartAtAnyMomentLeavesNothingOutAndSendsNothingTwice() {
        // when, then
        for (BedFeed bed : ward(5, 4, "demo", true).beds()) {
            List<ScheduledRecord> whole = live(bed, HOUR);
            List<ScheduledRecord> pieces = new ArrayList<>();
            Instant from = LIVE.minusMillis(1);
            for (long ms = 0; from.isBefore(LIVE.plus(HOUR)); ms += 1_307) {
                Instant to = LIVE.plusMillis(Math.min(ms, HOUR.toMillis()));
                pieces.addAll(bed.events(from, to, LIVE));
                from = to;
            }
            assertThat(pieces).isEqualTo(whole);
        }
    }

    @Test
    void eachMessageArrivesAtAnInstantOfItsOwnAfterItWasMeasured() {
        // when, then
        for (BedFeed bed : ward(5, 6, "demo", true).beds()) {
            List<ScheduledRecord> events = live(bed, HOUR);
            Set<Instant> arrivals =
                    observations(events).map(Observation::getReceivedTime).collect(Collectors.toSet());
            assertThat(arrivals).hasSize((int) observations(events).count());
            assertThat(observations(events)).allSatisfy(observation -> {
                assertThat(observation.getDeviceTime()).isBefore(observation.getReceivedTime());
                assertThat(observation.getReadings())
                        .allMatch(reading -> !reading.getMeasuredAt().isAfter(observation.getDeviceTime()))
                        .extracting(ReadingRecord::getVariable)
                        .doesNotHaveDuplicates();
            });
        }
    }

    @Test
    void aQuietBedSendsOneMessageASecondCountedWithoutAGap() {
        // given
        BedFeed bed = ward(5, 1, "quiet", false).beds().get(0);

        List<ScheduledRecord> events = bed.events(LIVE.minus(HOUR).minusSeconds(1), LIVE.plusSeconds(600), LIVE);

        // when
        List<Long> sequences =
                observations(events).map(Observation::getSequence).toList();

        // then
        assertThat(sequences).hasSize(12 + 600).first().isEqualTo(0L);
        assertThat(sequences.get(sequences.size() - 1)).isEqualTo(12 + 600 - 1);
        assertThat(observations(events).map(Observation::getMessageId)).doesNotHaveDuplicates();
    }

    @Test
    void aQuietWardStaysInsideEveryLimitAndNoStepIsASpike() {
        // when, then
        for (BedFeed bed : ward(11, 8, "quiet", false).beds()) {
            Map<String, Double> before = new HashMap<>();
            readings(live(bed, Duration.ofHours(2))).forEach(reading -> {
                Variable variable = CATALOGUE.get(reading.getVariable());
                assertThat(variable.alarm().contains(reading.getValue()))
                        .as("%s %s", bed.bed(), reading)
                        .isTrue();
                Double last = before.put(variable.name(), reading.getValue());
                variable.spikeStep()
                        .ifPresent(step -> assertThat(last == null ? 0 : Math.abs(reading.getValue() - last))
                                .isLessThan(step));
            });
        }
    }

    @Test
    void aStableValueIsNeverUnchangedForSoLongThatItBecomesSuspect() {
        // when, then
        for (BedFeed bed : ward(12, 8, "quiet", false).beds()) {
            Map<String, ReadingRecord> since = new HashMap<>();
            readings(live(bed, Duration.ofHours(2))).forEach(reading -> {
                Variable variable = CATALOGUE.get(reading.getVariable());
                ReadingRecord first = since.get(variable.name());
                if (first == null || !first.getValue().equals(reading.getValue())) {
                    since.put(variable.name(), reading);
                } else {
                    variable.flatSeconds()
                            .ifPresent(seconds -> assertThat(
                                            Duration.between(first.getMeasuredAt(), reading.getMeasuredAt()))
                                    .as(variable.name())
                                    .isLessThan(Duration.ofSeconds(seconds)));
                }
            });
        }
    }

    @Test
    void pressuresAreConsistentAndMeasuredByTheLineOrTheCuff() {
        // when, then
        for (BedFeed bed : ward(13, 12, "quiet", false).beds().subList(0, 12)) {
            List<ScheduledRecord> events = live(bed, Duration.ofMinutes(20));
            long line =
                    observations(events).filter(each -> has(each, "abp_sys")).count();
            long cuff =
                    observations(events).filter(each -> has(each, "nibp_sys")).count();
            assertThat(line + "/" + cuff).isIn("1200/0", "0/4");
            observations(events).forEach(SimulatedBedTest::assertOrdered);
        }
    }

    private static void assertOrdered(Observation observation) {
        for (String way : List.of("abp", "nibp")) {
            if (has(observation, way + "_sys")) {
                assertThat(value(observation, way + "_sys")).isGreaterThan(value(observation, way + "_mean"));
                assertThat(value(observation, way + "_mean")).isGreaterThan(value(observation, way + "_dia"));
            }
        }
    }

    @Test
    void all37SeriesComeInTheUnitsOfAFrenchUnitOverAStay() {
        // given
        SimulatedWard ward =
                SimulatedWard.of(TestWards.plan(14, 1, "quiet", false, Duration.ofDays(2)), RecordingLibrary.none());

        List<ScheduledRecord> events =
                ward.beds().get(0).events(LIVE.minus(Duration.ofHours(49)), LIVE.plusSeconds(1), LIVE);

        // when, then
        assertThat(readings(events).map(ReadingRecord::getVariable).collect(Collectors.toSet()))
                .containsAll(CATALOGUE.series().stream().map(Variable::name).toList());
        assertThat(readings(events)).allSatisfy(reading -> {
            Variable variable = CATALOGUE.get(reading.getVariable());
            double value =
                    variable.conversionFrom(reading.getUnit()).orElseThrow().apply(reading.getValue());
            assertThat(variable.soft().contains(value)).as("%s", reading).isTrue();
        });
        assertThat(observations(events)).hasSize(48 * 12 + 1);
    }

    @Test
    void theFirstRecordMakesNews2CompleteHoweverShortThePast() {
        // given
        SimulatedWard ward =
                SimulatedWard.of(TestWards.plan(15, 1, "quiet", false, Duration.ZERO), RecordingLibrary.none());

        // when
        Observation first = observations(live(ward.beds().get(0), Duration.ofSeconds(2)))
                .findFirst()
                .orElseThrow();

        // then
        assertThat(first.getReadings())
                .extracting(ReadingRecord::getVariable)
                .contains("hr", "rr", "spo2", "temp", "gcs_total", "fio2")
                .containsAnyOf("abp_sys", "nibp_sys");
        assertThat(value(first, "fio2")).isEqualTo(21);
    }

    private static boolean has(Observation observation, String variable) {
        return observation.getReadings().stream()
                .anyMatch(reading -> reading.getVariable().equals(variable));
    }

    private static double value(Observation observation, String variable) {
        return observation.getReadings().stream()
                .filter(reading -> reading.getVariable().equals(variable))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
