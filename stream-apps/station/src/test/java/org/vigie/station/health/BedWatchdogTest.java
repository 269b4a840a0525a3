package org.vigie.station.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vigie.platform.progress.ReadHorizon;
import org.vigie.schemas.CleanObservation;
import org.vigie.schemas.Origin;
import org.vigie.schemas.TriageAssessmentRecord;
import org.vigie.schemas.TriageLevelRecord;
import org.vigie.station.StationRecords;
import org.vigie.testing.story.WardStory;

/** Tests which beds are watched while partitions have no reader. */
class BedWatchdogTest {
    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");
    private static final Instant NOW = START.plusSeconds(100);
    private static final List<String> BEDS = List.of("REA/01", "REA/02");

    /** Up to when each raw partition is read, in ms. */
    private final Map<Integer, Long> readUpTo = new HashMap<>();

    private final BedWatchdog watchdog = new BedWatchdog(
            (clean, raw, now) -> raw.stream()
                    .mapToLong(partition -> readUpTo.getOrDefault(partition, 0L))
                    .min()
                    .orElse(0),
            new BedWatchConfig(Duration.ofSeconds(10), Duration.ofSeconds(5)),
            START);

    @Test
    void aPartitionWithoutAReaderMakesExactlyItsBedsUnwatched() {
        // given
        watchdog.take(observation("REA/01", 0, START), 3);
        watchdog.take(observation("REA/02", 1, START), 3);

        // when
        readUpTo.put(0, NOW.minusSeconds(2).toEpochMilli());
        readUpTo.put(1, NOW.minusSeconds(11).toEpochMilli());

        // then
        long since = NOW.minusSeconds(11).toEpochMilli();
        assertThat(watchdog.unwatched(BEDS, NOW))
                .containsExactly(new BedFreshnessSnapshot("REA/02", 1, 3, since, UnwatchedReason.UNREAD, since));
    }

    @Test
    void aBedIsWatchedAgainWhenItsReadingsAreProcessed() {
        // given
        watchdog.take(observation("REA/01", 0, START), 0);
        readUpTo.put(0, NOW.minusSeconds(60).toEpochMilli());
        assertThat(watchdog.unwatched(BEDS, NOW)).hasSize(1);

        // when
        readUpTo.put(0, NOW.toEpochMilli());

        // then
        assertThat(watchdog.unwatched(BEDS, NOW)).isEmpty();
        assertThat(watchdog.freshness(BEDS, NOW))
                .extracting(BedFreshnessSnapshot::readUpTo)
                .containsExactly(NOW.toEpochMilli());
    }

    @Test
    void withoutAnyAnswerOfTheBrokerTheBedIsUnwatchedSinceTheStartOfTheStation() {
        // given
        watchdog.take(observation("REA/01", 0, START), 0);

        // then
        assertThat(watchdog.unwatched(BEDS, START.plusSeconds(9))).isEmpty();
        assertThat(watchdog.unwatched(BEDS, START.plusSeconds(11)))
                .containsExactly(
                        new BedFreshnessSnapshot("REA/01", 0, 0, null, UnwatchedReason.UNREAD, START.toEpochMilli()));
    }

    @Test
    void theNewestObservationOfABedNamesItsPartitions() {
        // given
        watchdog.take(observation("REA/01", 0, START.plusSeconds(5)), 2);

        // when
        watchdog.take(observation("REA/01", 0, START), 1);

        // then
        assertThat(watchdog.freshness(BEDS, NOW))
                .extracting(BedFreshnessSnapshot::clean)
                .containsExactly(2);
    }

    @Test
    void aMissedCanaryMakesExactlyTheBedsOfItsRawPartitionUnwatched() {
        // given
        watched("REA/01", 0, 3);
        watched("REA/02", 1, 3);
        watchdog.takeCanary(observation("VIGIE-CANARY/1", 0, NOW.minusSeconds(1)));
        watchdog.takeCanary(answer(NOW.minusSeconds(1)), 3);

        // when: the canary of partition 1 is six seconds old
        Instant old = NOW.minusSeconds(6);
        watchdog.takeCanary(observation("VIGIE-CANARY/2", 1, old));

        // then
        assertThat(watchdog.unwatched(BEDS, NOW))
                .containsExactly(new BedFreshnessSnapshot(
                        "REA/02", 1, 3, NOW.toEpochMilli(), UnwatchedReason.CANARY_MISSED, old.toEpochMilli()));
    }

    @Test
    void aCanaryThatAlertStreamsDoesNotAnswerMakesTheBedsOfItsCleanPartitionUnwatched() {
        // given
        watched("REA/01", 0, 2);
        watched("REA/02", 0, 3);
        watchdog.takeCanary(observation("VIGIE-CANARY/1", 0, NOW));

        // when
        watchdog.takeCanary(answer(NOW), 2);
        watchdog.takeCanary(answer(NOW.minusSeconds(6)), 3);

        // then
        assertThat(watchdog.unwatched(BEDS, NOW))
                .extracting(BedFreshnessSnapshot::bed)
                .containsExactly("REA/02");
    }

    @Test
    void aPartitionWhoseCanaryNeverCameIsUnwatchedOnceAnotherCanaryCame() {
        // given
        watched("REA/01", 0, 0);
        assertThat(watchdog.unwatched(BEDS, NOW)).isEmpty();

        // when
        watchdog.takeCanary(observation("VIGIE-CANARY/2", 1, NOW));

        // then
        assertThat(watchdog.unwatched(BEDS, NOW))
                .extracting(BedFreshnessSnapshot::reason)
                .containsExactly(UnwatchedReason.CANARY_MISSED);
    }

    @Test
    void canariesAreNotJudgedWhenTheirLimitIsZero() {
        // given
        var unjudged =
                new BedWatchdog(ReadHorizon.NOW, new BedWatchConfig(Duration.ofSeconds(10), Duration.ZERO), START);
        unjudged.take(observation("REA/01", 0, START), 0);

        // when
        unjudged.takeCanary(observation("VIGIE-CANARY/1", 0, START));

        // then
        assertThat(unjudged.unwatched(BEDS, NOW)).isEmpty();
    }

    @Test
    void canariesOfDaysAgoAreNotJudgedWhileTheStationStarts() {
        // given
        watched("REA/01", 0, 0);
        watchdog.starts();

        // when: the answers of three days are read from the oldest on
        watchdog.takeCanary(answer(START.minus(Duration.ofDays(3))), 0);
        watchdog.takeCanary(observation("VIGIE-CANARY/1", 0, NOW));

        // then
        assertThat(watchdog.unwatched(BEDS, NOW)).isEmpty();
    }

    @Test
    void afterTheStartEachPartitionHasAsLongAsTheLimitForItsCanary() {
        // given
        watched("REA/01", 0, 0);
        watchdog.starts();
        watchdog.takeCanary(observation("VIGIE-CANARY/1", 0, NOW.minusSeconds(1)));

        // when
        watchdog.started(NOW);

        // then
        assertThat(watchdog.unwatched(BEDS, NOW.plusSeconds(5))).isEmpty();
        assertThat(watchdog.unwatched(BEDS, NOW.plusMillis(5_001)))
                .extracting(BedFreshnessSnapshot::reason)
                .containsExactly(UnwatchedReason.CANARY_MISSED);
    }

    @Test
    void canariesThatWereSwitchedOffBeforeTheStartAreNotMissed() {
        // given
        watched("REA/01", 0, 0);
        watchdog.starts();

        // when: only answers of days ago are left in the topic
        watchdog.takeCanary(answer(START.minus(Duration.ofDays(3))), 0);
        watchdog.started(START.plusSeconds(1));

        // then
        assertThat(watchdog.unwatched(BEDS, NOW)).isEmpty();
    }

    private void watched(String bed, int raw, int clean) {
        watchdog.take(observation(bed, raw, START), clean);
        readUpTo.put(raw, NOW.toEpochMilli());
    }

    private static TriageAssessmentRecord answer(Instant at) {
        return StationRecords.triage("VIGIE-CANARY/1", "provisional-1", TriageLevelRecord.UNKNOWN, 0, 0, at);
    }

    private static CleanObservation observation(String bed, int raw, Instant received) {
        var observation = new WardStory()
                .bed(bed, "stay of " + bed)
                .at(received)
                .kept("hr", 80)
                .clean();
        observation.setOrigin(new Origin("vigie.ward.observations.raw", raw, 1L, -1));
        return observation;
    }
}
