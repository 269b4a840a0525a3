package org.vigie.testing.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GrowingPollIntervalTest {
    @Test
    void theTimeBetweenTwoLooksGrowsToHalfASecond() {
        // given
        var interval = new GrowingPollInterval();
        List<Duration> times = new ArrayList<>();
        Duration previous = Duration.ZERO;
        // when
        for (int count = 1; count <= 20; count++) {
            previous = interval.next(count, previous);
            times.add(previous);
        }
        // then
        assertThat(times).isSorted().startsWith(GrowingPollInterval.FIRST).endsWith(GrowingPollInterval.LONGEST);
        assertThat(times.subList(0, 6)).doesNotHaveDuplicates();
    }

    @Test
    void everyWaitOfATestHasIt() {
        // given
        List<Duration> intervals = new ArrayList<>();
        var looks = new AtomicInteger();
        // when
        await().atMost(Duration.ofMinutes(10))
                .conditionEvaluationListener(look -> intervals.add(look.getPollInterval()))
                .until(() -> looks.incrementAndGet() == 3);
        // then
        assertThat(intervals).contains(GrowingPollInterval.FIRST);
    }
}
