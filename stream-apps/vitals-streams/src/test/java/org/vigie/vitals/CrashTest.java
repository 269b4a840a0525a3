package org.vigie.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
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
 * Tests a kill at any point. The state is restored from any prefix of its changelog, and the records since the last or the last but one
 * commit are processed again.
 */
class CrashTest {
    private static final int RECORDS = 120;
    private static final int PER_COMMIT = 7;
    private static final int LATER = 10;
    private static final MeasurementStatusRecord[] CHANGING = {
        MeasurementStatusRecord.VALID, MeasurementStatusRecord.CORRECTED, MeasurementStatusRecord.RETRACTED
    };
    private static final StayAssignment STAY = new StayAssignment("stay", false);

    private final List<JudgedObservation> first = new ArrayList<>();
    private final List<Map<String, CleaningPart>> stored = new ArrayList<>();

    /** Number of records that were processed when a changelog record was written. */
    private final List<Integer> processed = new ArrayList<>();

    /** Length of the changelog after each commit. */
    private final List<Integer> committed = new ArrayList<>(List.of(0, 0));

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void wheneverItIsKilledEveryVerdictIsTheSameAgain(long seed) {
        // given
        List<RawObservation> records = records(new Random(seed));
        CleanStepHarness uninterrupted = run(records);

        for (int survived = 0; survived <= processed.size(); survived++) {
            int until = Math.min(RECORDS, (survived == 0 ? 0 : processed.get(survived - 1)) + LATER);
            for (int from : firstRecordsAgain(survived)) {
                // when
                var again = new CleanStepHarness(uninterrupted.changelog().subList(0, survived));
                for (int i = from; i < until; i++) {
                    // then
                    assertThat(again.clean(records.get(i), STAY))
                            .as("record %d when %d changelog records survived", i, survived)
                            .isEqualTo(first.get(i));
                }
                assertThat(again.stored()).isEqualTo(stored.get(until));
            }
        }
    }

    @Test
    void aCrashBetweenTheOutputAndTheStateGivesTheSameVerdictsAndStay() {
        // given: outputs of two records are out, of their state only the messages
        List<RawObservation> records = records(new Random(1));
        var killed = new CleanStepHarness(List.of());
        JudgedObservation one = killed.clean(records.get(0), STAY);
        JudgedObservation two = killed.clean(records.get(1), STAY);

        // when
        var again = new CleanStepHarness(killed.changelog());
        var other = new StayAssignment("other", false);

        // then
        assertThat(again.clean(records.get(0), other)).isEqualTo(one);
        assertThat(again.clean(records.get(1), other)).isEqualTo(two);
        assertThat(again.stored()).isEqualTo(killed.stored());
    }

    @Test
    void aRecordKeepsItsStayThoughTheBedHasAnotherOneByNow() {
        // given
        RawObservation raw = records(new Random(1)).get(0);
        var step = new CleanStepHarness(List.of());
        JudgedObservation before = step.clean(raw, IdentifiedObservation.UNKNOWN_BED);

        // when
        JudgedObservation again = new CleanStepHarness(step.changelog()).clean(raw, STAY);

        // then
        assertThat(again).isEqualTo(before);
    }

    private CleanStepHarness run(List<RawObservation> records) {
        var step = new CleanStepHarness(List.of());
        stored.add(step.stored());
        for (RawObservation raw : records) {
            first.add(step.clean(raw, STAY));
            stored.add(step.stored());
            if (first.size() % PER_COMMIT == 0) {
                step.commit();
                committed.add(step.changelog().size());
            }
            while (processed.size() < step.changelog().size()) {
                processed.add(first.size());
            }
        }
        return step;
    }

    /** Returns the offsets from which a restart may read: that of the last commit, or of the one before if the last was not noted. */
    private Set<Integer> firstRecordsAgain(int survived) {
        int commits =
                (int) committed.stream().filter(length -> length <= survived).count() - 2;
        return Set.copyOf(List.of(commits * PER_COMMIT, Math.max(0, commits - 1) * PER_COMMIT));
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
