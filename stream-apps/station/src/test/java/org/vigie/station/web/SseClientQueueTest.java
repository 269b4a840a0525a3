package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SseClientQueueTest {
    private static final SseEvent DELTA = SseEvent.ofBed("bed", "REA/01", "{}");

    @Test
    void aPageBeginsWithASnapshot() throws InterruptedException {
        // given
        var queue = new SseClientQueue(3);

        // when
        queue.offer(DELTA);

        // then
        assertThat(queue.take(Duration.ZERO)).contains(SseEvent.SNAPSHOT);
        assertThat(queue.take(Duration.ZERO)).contains(DELTA);
        assertThat(queue.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void aPageThatIsTooSlowLosesItsBacklogAndBeginsAnew() throws InterruptedException {
        // given
        var queue = new SseClientQueue(3);

        // when
        for (int i = 0; i < 4; i++) {
            queue.offer(DELTA);
        }

        // then
        assertThat(queue.take(Duration.ZERO)).contains(SseEvent.SNAPSHOT);
        assertThat(queue.take(Duration.ZERO)).contains(DELTA);
    }
}
