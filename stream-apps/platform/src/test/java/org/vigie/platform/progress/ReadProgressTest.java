package org.vigie.platform.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.platform.progress.ReadProgress.OffsetSnapshot;

/** Tests the read horizon with two partitions per topic; times are in ms. */
class ReadProgressTest {
    private static final long LATER = 1_000_000;

    private final ReadProgress progress = new ReadProgress();

    private ReadProgressTest look(long at, long[] rawEnds, long[] rawRead, long[] cleanEnds, long[] cleanRead) {
        progress.see(
                new OffsetSnapshot(at, offsets(rawEnds), offsets(rawRead), offsets(cleanEnds), offsets(cleanRead)));
        return this;
    }

    private static Map<Integer, Long> offsets(long... each) {
        return Map.of(0, each[0], 1, each[1]);
    }

    private static long[] at(long first, long second) {
        return new long[] {first, second};
    }

    private long upTo(int clean, Integer... raw) {
        return progress.of(clean, Set.of(raw), LATER);
    }

    @Test
    void nothingIsKnownBeforeTheFirstLook() {
        assertThat(upTo(0, 0)).isZero();
    }

    @Test
    void whatIsCommittedByBothAppsIsReadUpToTheLook() {
        // when
        look(100, at(10, 10), at(10, 10), at(20, 20), at(20, 20));

        // then
        assertThat(upTo(0, 0)).isEqualTo(100);
        assertThat(upTo(1, 0, 1)).isEqualTo(100);
    }

    @Test
    void whatLiesInRawIsNotReadThoughCleanIsReadToItsEnd() {
        // when
        look(100, at(10, 10), at(10, 10), at(20, 20), at(20, 20));
        look(200, at(15, 10), at(10, 10), at(20, 20), at(20, 20));

        // then
        assertThat(upTo(0, 0)).isEqualTo(100);
        assertThat(upTo(0, 1)).isEqualTo(200);
        assertThat(upTo(0, 0, 1)).isEqualTo(100);
    }

    @Test
    void whatLiesInCleanIsNotRead() {
        // when
        look(100, at(10, 10), at(10, 10), at(20, 20), at(20, 19));

        // then
        assertThat(upTo(0, 0)).isEqualTo(100);
        assertThat(upTo(1, 0)).isZero();
    }

    @Test
    void whatWasMadeOfItLiesBeforeTheEndThatCleanHadWhenItWasCommitted() {
        // when
        look(100, at(10, 0), at(9, 0), at(20, 20), at(20, 20));
        look(200, at(12, 0), at(10, 0), at(25, 20), at(24, 20));

        // then
        assertThat(upTo(0, 0)).isZero();

        // when
        look(300, at(14, 0), at(11, 0), at(30, 20), at(25, 20));

        // then
        assertThat(upTo(0, 0)).isEqualTo(100);
    }

    @Test
    void anAppThatIsAlwaysAFewSecondsLateIsFollowedAtThatDistance() {
        // when
        for (long second = 1; second <= 60; second++) {
            long read = Math.max(0, 10 * (second - 5));
            look(second, at(10 * second, 0), at(read, 0), at(read, 0), at(read, 0));
        }

        // then
        assertThat(upTo(0, 0)).isEqualTo(55);
    }

    @Test
    void anIdlePartitionIsReadUpToNow() {
        // when
        for (long second = 1; second <= 60; second++) {
            look(second, at(10, 0), at(10, 0), at(20, 0), at(20, 0));
        }

        // then
        assertThat(upTo(0, 0, 1)).isEqualTo(60);
        assertThat(progress.all()).isEqualTo(60);
        assertThat(progress.of(0, Set.of(0), 50)).isEqualTo(50);
    }

    @Test
    void whatWasPromisedOnceHoldsWhileAnAppStandsStill() {
        // given
        look(100, at(10, 0), at(10, 0), at(20, 0), at(20, 0));

        // when
        for (long second = 101; second <= 10_000; second++) {
            look(second, at(second, 0), at(10, 0), at(20, 0), at(20, 0));
        }

        // then
        assertThat(upTo(0, 0)).isEqualTo(100);

        // when
        look(10_001, at(10_001, 0), at(10_001, 0), at(50_000, 0), at(50_000, 0));
        look(10_002, at(10_001, 0), at(10_001, 0), at(50_000, 0), at(50_000, 0));

        // then
        assertThat(upTo(0, 0)).isEqualTo(10_002);
    }

    @Test
    void aPartitionThatIsNotKnownHoldsBackEverythingOfItsStay() {
        // when
        look(100, at(10, 10), at(10, 10), at(20, 20), at(20, 20));

        // then
        assertThat(upTo(0, 0, 7)).isZero();
    }
}
