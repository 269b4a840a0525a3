package org.vigie.platform.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Tests the monitor when the broker fails and answers again. */
class ReadProgressMonitorTest {
    private static final Map<Integer, Long> NOTHING = Map.of(0, 0L);

    /** Fails at first, then answers. */
    private static final class FailingBroker implements ReadProgressMonitor.OffsetSource {
        private final AtomicInteger asked = new AtomicInteger();

        @Override
        public ReadProgress.OffsetSnapshot ask() {
            if (asked.incrementAndGet() == 1) {
                throw new NoClassDefFoundError("org/apache/kafka/clients/admin/Something");
            }
            return new ReadProgress.OffsetSnapshot(7, NOTHING, NOTHING, NOTHING, NOTHING);
        }

        @Override
        public void close() {}
    }

    @Test
    void anErrorIsNotTheEndOfTheWatch() {
        // given
        var broker = new FailingBroker();

        // when
        try (var watch = new ReadProgressMonitor(broker, Duration.ofMinutes(1), "").started()) {
            await().atMost(Duration.ofMinutes(10)).until(() -> watch.of(0, Set.of(0), 100) == 7);
        }

        // then
        assertThat(broker.asked).hasValueGreaterThan(1);
    }
}
