package org.vigie.simulator.ward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vigie.simulator.ward.TestWards.LIVE;
import static org.vigie.simulator.ward.TestWards.live;
import static org.vigie.simulator.ward.TestWards.observations;
import static org.vigie.simulator.ward.TestWards.truths;
import static org.vigie.simulator.ward.TestWards.ward;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.ReadingRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.Truth;
import org.vigie.schemas.TruthKind;
import org.vigie.schemas.variable.Variable;
import org.vigie.schemas.variable.VariableCatalogue;

/** Tests that the records show exactly the events that the truths describe. */
class TruthTest {
    private static final VariableCatalogue CATALOGUE = VariableCatalogue.standard();
    private static final Duration WELL_BEYOND_A_HOLD = Duration.ofSeconds(55);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachOfTwelveEpisodesLeavesTheLimitsOfItsVariableAndOfNoOther(long seed) {
        // given
        SimulatedWard ward = ward(seed, 12, "twelve", false);

        // when
        List<Truth> truths = ward.deteriorations(LIVE, LIVE.plusSeconds(600));

        // then
        assertThat(truths).hasSize(12).extracting(Truth::getBed).doesNotHaveDuplicates();
        for (BedFeed bed : ward.beds()) {
            List<ScheduledRecord> events = live(bed, Duration.ofMinutes(10));
            List<Truth> own = truths(events, TruthKind.DETERIORATION).toList();
            assertThat(own).isEqualTo(bed.deteriorations(LIVE, LIVE.plusSeconds(600)));
            assertThat(TestWards.readings(events).filter(TruthTest::isBeyondItsLimits))
                    .allSatisfy(reading -> assertIsListed(reading, own));
            own.forEach(truth -> assertShows(events, truth));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shock", "sepsis", "fever", "hypothermia", "slow-sepsis", "haemorrhage", "respiratory-failure"})
    void alsoALongScriptLeavesOnlyTheLimitsThatItsTruthsName(String script) throws Exception {
        // given
        Path story = Files.writeString(
                directory.resolve("story.csv"), "patient,at_s,every_s,script\n1,30,,%s\n".formatted(script));
        BedFeed bed = ward(3, 1, story.toString(), false).beds().get(0);

        List<ScheduledRecord> events = live(bed, Duration.ofHours(3));

        // when
        List<Truth> truths = truths(events, TruthKind.DETERIORATION).toList();

        // then
        assertThat(truths).isNotEmpty();
        assertThat(TestWards.readings(events).filter(TruthTest::isBeyondItsLimits))
                .allSatisfy(reading -> assertIsListed(reading, truths));
        truths.forEach(truth -> assertShows(events, truth));
        assertNoStepIsASpike(events);
    }

    @Test
    void aScriptThatComesAgainIsAnEpisodeOfItsOwn() throws Exception {
        // given
        Path story = Files.writeString(
                directory.resolve("story.csv"), "patient,at_s,every_s,script\n1,30,300,desaturation\n");
        SimulatedWard ward = ward(3, 1, story.toString(), false);

        // when
        List<Truth> truths = ward.deteriorations(LIVE, LIVE.plusSeconds(1_000));

        // then
        assertThat(truths)
                .extracting(Truth::getFrom)
                .containsExactly(
                        LIVE.plusSeconds(30), LIVE.plusSeconds(330), LIVE.plusSeconds(630), LIVE.plusSeconds(930));
        assertThat(truths).extracting(Truth::getTruth).doesNotHaveDuplicates();
        assertThat(ward.deteriorations(LIVE.plusSeconds(600), LIVE.plusSeconds(700)))
                .hasSize(1);
    }

    @Test
    void artefactsAppearWhereTheTruthListsThemAndNowhereElse() {
        // given
        List<ScheduledRecord> troubled = live(ward(9, 12, "quiet", true), Duration.ofHours(3));
        Map<String, Observation> calm = observations(live(ward(9, 12, "quiet", false), Duration.ofHours(3)))
                .collect(Collectors.toMap(Observation::getMessageId, each -> each));

        // when
        List<Truth> truths = Stream.of(TruthKind.ARTEFACT, TruthKind.CABLE_OFF)
                .flatMap(kind -> truths(troubled, kind))
                .toList();

        // then
        assertThat(truths).extracting(Truth::getKind).contains(TruthKind.ARTEFACT, TruthKind.CABLE_OFF);
        assertThat(observations(troubled)
                        .filter(each -> !each.getReadings()
                                .equals(calm.get(each.getMessageId()).getReadings())))
                .isNotEmpty()
                .allMatch(each -> truths.stream().anyMatch(truth -> covers(truth, each)));
        truths.stream()
                .filter(truth -> !truth.getDetail().startsWith("DRIFT"))
                .forEach(truth -> assertThat(observations(troubled).filter(each -> covers(truth, each)))
                        .as("%s", truth)
                        .allMatch(each -> !each.getReadings()
                                        .equals(calm.get(each.getMessageId()).getReadings())
                                || truth.getDetail().startsWith("FROZEN")));
        assertThat(TestWards.readings(troubled).map(ReadingRecord::getStatus))
                .contains(
                        MeasurementStatusRecord.INVALID,
                        MeasurementStatusRecord.UNAVAILABLE,
                        MeasurementStatusRecord.QUESTIONABLE);
    }

    @Test
    void lateAndDuplicateMessagesAreListed() {
        // given
        List<ScheduledRecord> events = live(ward(9, 12, "quiet", true), Duration.ofHours(1));

        Set<String> late = observations(events)
                .filter(each -> Duration.between(each.getDeviceTime(), each.getReceivedTime())
                                .toSeconds()
                        >= 5)
                .map(each -> each.getMessageId() + "-LATE")
                .collect(Collectors.toSet());
        Set<String> doubled = observations(events)
                .collect(Collectors.groupingBy(Observation::getMessageId, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() == 2)
                .map(each -> each.getKey() + "-DUPLICATE")
                .collect(Collectors.toSet());

        // when, then
        assertThat(truths(events, TruthKind.LATE).map(Truth::getTruth))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(late);
        assertThat(truths(events, TruthKind.DUPLICATE).map(Truth::getTruth))
                .hasSizeGreaterThan(20)
                .containsExactlyInAnyOrderElementsOf(doubled);
    }

    @Test
    void aTransferMovesTheStayItsRecordsAndItsTruth() throws Exception {
        // given
        Path story = Files.writeString(
                directory.resolve("story.csv"), "patient,at_s,every_s,script\n2,60,,transfer\n2,120,,desaturation\n");
        SimulatedWard ward = ward(3, 2, story.toString(), false);
        BedFeed left = ward.beds().get(1);
        BedFeed taken = ward.beds().get(2);
        Instant moved = LIVE.plusSeconds(60);

        // when
        List<ScheduledRecord> before = live(left, Duration.ofMinutes(5));
        List<ScheduledRecord> after = live(taken, Duration.ofMinutes(5));

        // then
        assertThat(taken.staysAt(moved.minusMillis(1)).getStays()).isEmpty();
        Stay old = left.staysAt(moved).getStays().get(0);
        Stay fresh = taken.staysAt(moved).getStays().get(0);
        assertThat(old.getUntil()).isEqualTo(moved).isEqualTo(fresh.getFrom());
        assertThat(left.staysAt(moved.minusMillis(1)).getStays().get(0).getUntil())
                .isNull();
        assertThat(fresh.getStay()).isEqualTo(old.getStay());
        assertThat(fresh.getAdmittedAt()).isEqualTo(old.getAdmittedAt());
        assertThat(observations(before).map(Observation::getDeviceTime)).allMatch(moved::isAfter);
        assertThat(observations(after).map(Observation::getDeviceTime)).noneMatch(moved::isAfter);
        assertThat(after.get(0).value()).isInstanceOf(BedStays.class);
        assertThat(truths(before, TruthKind.TRANSFER))
                .singleElement()
                .extracting(Truth::getDetail)
                .isEqualTo("to REA/R1");
        assertThat(truths(after, TruthKind.DETERIORATION))
                .singleElement()
                .extracting(Truth::getBed)
                .isEqualTo("REA/R1");
        assertThat(truths(before, TruthKind.DETERIORATION)).isEmpty();
    }

    private static boolean covers(Truth truth, Observation observation) {
        Instant at = observation.getDeviceTime();
        return truth.getBed().equals(observation.getBed())
                && !at.isBefore(truth.getFrom())
                && at.isBefore(truth.getUntil());
    }

    private static boolean isBeyondItsLimits(ReadingRecord reading) {
        return reading.getValue() != null
                && !CATALOGUE.get(reading.getVariable()).alarm().contains(reading.getValue());
    }

    private static void assertIsListed(ReadingRecord reading, List<Truth> truths) {
        assertThat(truths)
                .as("%s", reading)
                .anyMatch(truth -> truth.getVariable().equals(reading.getVariable())
                        && !reading.getMeasuredAt().isBefore(truth.getFrom())
                        && reading.getMeasuredAt().isBefore(truth.getUntil()));
    }

    private static void assertShows(List<ScheduledRecord> events, Truth truth) {
        long beyond = TestWards.readings(events)
                .filter(reading -> reading.getVariable().equals(truth.getVariable()))
                .filter(TruthTest::isBeyondItsLimits)
                .count();
        assertThat(beyond).as("%s", truth).isGreaterThan(WELL_BEYOND_A_HOLD.toSeconds());
    }

    private static void assertNoStepIsASpike(List<ScheduledRecord> events) {
        TestWards.readings(events)
                .collect(Collectors.groupingBy(ReadingRecord::getVariable))
                .forEach((name, readings) -> {
                    Variable variable = CATALOGUE.get(name);
                    for (int i = 1; i < readings.size() && variable.spikeStep().isPresent(); i++) {
                        assertThat(Math.abs(readings.get(i).getValue()
                                        - readings.get(i - 1).getValue()))
                                .as(name)
                                .isLessThan(variable.spikeStep().getAsDouble());
                    }
                });
    }
}
