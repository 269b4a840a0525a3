package org.vigie.station.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.station.ward.WardReader;

class SseClientQueueTest {
    private static final NumberedSseEvent SNAPSHOT = new NumberedSseEvent(0, SseEvent.SNAPSHOT);

    private static NumberedSseEvent bed(long number, String bed) {
        return new NumberedSseEvent(number, SseEvent.ofBed(bed, reader -> reader, reader -> "{}"));
    }

    private static SseClientQueue empty(int capacity) throws InterruptedException {
        var queue = new SseClientQueue(capacity, List.of());
        queue.takeAll(Duration.ZERO);
        return queue;
    }

    @Test
    void aPageBeginsWithWhatItIsGivenFirst() throws InterruptedException {
        // given
        var queue = new SseClientQueue(3, List.of(SNAPSHOT));
        var later = bed(1, "REA/01");

        // when
        queue.offer(later);

        // then
        assertThat(queue.takeAll(Duration.ZERO)).containsExactly(SNAPSHOT, later);
        assertThat(queue.takeAll(Duration.ZERO)).isEmpty();
    }

    @Test
    void aNewerEventAboutABedReplacesTheOneThatWaits() throws InterruptedException {
        // given
        var queue = empty(3);
        var other = bed(2, "REA/02");
        var newest = bed(3, "REA/01");

        // when
        queue.offer(bed(1, "REA/01"));
        queue.offer(other);
        queue.offer(newest);

        // then
        assertThat(queue.takeAll(Duration.ZERO)).containsExactly(other, newest);
    }

    @Test
    void aPageThatIsTooSlowLosesItsBacklogAndBeginsAnew() throws InterruptedException {
        // given
        var queue = empty(2);
        queue.offer(bed(1, "REA/01"));
        queue.offer(bed(2, "REA/02"));

        // when
        boolean fits = queue.offer(bed(3, "REA/03"));

        // then
        assertThat(fits).isFalse();
        assertThat(queue.takeAll(Duration.ZERO)).containsExactly(new NumberedSseEvent(3, SseEvent.SNAPSHOT));
    }

    @Test
    void theEventsBeforeASnapshotAreNotSent() throws InterruptedException {
        // given
        var queue = empty(3);
        queue.offer(bed(1, "REA/01"));

        // when
        queue.offer(new NumberedSseEvent(2, SseEvent.SNAPSHOT));

        // then
        assertThat(queue.takeAll(Duration.ZERO)).containsExactly(new NumberedSseEvent(2, SseEvent.SNAPSHOT));
    }

    @Test
    void anEventIsWrittenOnceForAllReadersWhoSeeTheSame() {
        // given
        int[] written = new int[1];
        var event = SseEvent.ofBed("REA/01", reader -> WardReader.withoutName(), reader -> "" + ++written[0]);

        // when
        event.data(new WardReader(WardReader.withoutName().scope(), "AB"));
        event.data(new WardReader(WardReader.withoutName().scope(), "CD"));

        // then
        assertThat(written[0]).isEqualTo(1);
    }
}
