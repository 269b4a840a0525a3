package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.schemas.Observation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.ReadingRecord;
import org.vigie.signal.identify.StayAssignment;
import org.vigie.testing.story.WardStory;

/**
 * Tests a kill at any point. The store is restored to any prefix of its writes, and the records since the last commit are processed again.
 */
class CrashTest {
    private static final int RECORDS = 120;
    private static final int UNCOMMITTED = 10;
    private static final MeasurementStatusRecord[] CHANGING = {
        MeasurementStatusRecord.VALID, MeasurementStatusRecord.CORRECTED, MeasurementStatusRecord.RETRACTED
    };
    private static final StayAssignment STAY = new StayAssignment("stay", false);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void wheneverItIsKilledEveryVerdictIsTheSameAgain(long seed) {
        var random = new Random(seed);
        List<RawObservation> records = records(random);
        List<JudgedObservation> first = new ArrayList<>();
        List<Map<String, String>> stored = new ArrayList<>();
        List<Integer> writer = new ArrayList<>();
        var desk = new CleanStepHarness(List.of());
        for (RawObservation raw : records) {
            first.add(desk.clean(raw, STAY));
            stored.add(desk.stored());
            while (writer.size() < desk.writes().size()) {
                writer.add(first.size() - 1);
            }
        }

        for (int survived = 1; survived <= writer.size(); survived++) {
            int newest = writer.get(survived - 1);
            int committed = Math.max(0, newest - random.nextInt(UNCOMMITTED));
            int until = Math.min(RECORDS, newest + UNCOMMITTED);
            var again = new CleanStepHarness(desk.writes().subList(0, survived));
            for (int i = committed; i < until; i++) {
                assertThat(again.clean(records.get(i), STAY))
                        .as("record %d when %d writes survived", i, survived)
                        .isEqualTo(first.get(i));
            }
            assertThat(again.stored()).isEqualTo(stored.get(until - 1));
        }
    }

    @Test
    void aRecordKeepsItsStayThoughTheBedHasAnotherOneByNow() {
        RawObservation raw = records(new Random(1)).get(0);
        var desk = new CleanStepHarness(List.of());
        JudgedObservation first = desk.clean(raw, IdentifiedObservation.UNKNOWN_BED);

        JudgedObservation again = new CleanStepHarness(desk.writes()).clean(raw, STAY);

        assertThat(again).isEqualTo(first);
    }

    private static List<RawObservation> records(Random random) {
        List<RawObservation> records = new ArrayList<>();
        for (int offset = 0; offset < RECORDS; offset++) {
            Instant now = WardStory.START.plusSeconds(offset);
            Observation said = offset > 5 && random.nextInt(8) == 0
                    ? records.get(offset - 1 - random.nextInt(5)).observation()
                    : observation(random, offset, now);
            records.add(new RawObservation(said, new Origin("raw", 0, (long) offset, -1), now));
        }
        return records;
    }

    /** Returns heart rates with spikes, level shifts, late, repeated, corrected and retracted readings, from one of two monitors. */
    private static Observation observation(Random random, int offset, Instant now) {
        int late = random.nextInt(4) == 0 ? random.nextInt(60) : 0;
        double value = random.nextInt(3) == 0 ? 200 : 80 + random.nextInt(2);
        MeasurementStatusRecord status =
                late == 0 ? MeasurementStatusRecord.VALID : CHANGING[random.nextInt(CHANGING.length)];
        ReadingRecord reading = new ReadingRecord("hr", value, null, "/min", status, now.minusSeconds(late), "");
        return Observation.newBuilder()
                .setSource("test")
                .setDevice("monitor-" + random.nextInt(2))
                .setBed("REA/1")
                .setMessageId(Integer.toString(offset))
                .setSequence(offset)
                .setDeviceTime(now)
                .setReceivedTime(now)
                .setReadings(List.of(reading))
                .build();
    }
}
