package org.vigie.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tests when a number of beds counts as held. */
class BedsStepTest {
    @Test
    void bedsAreHeldWhenAlarmsComeInASecondAndNothingQueues() {
        assertThat(step(10, 999, 199, 1).held()).isTrue();
    }

    @Test
    void bedsAreNotHeldWhenAlarmsAreLateOrMissingOrMessagesQueueOrTheLoadWasLess() {
        assertThat(step(10, 1_001, 0, 1).held()).isFalse();
        assertThat(step(0, 0, 0, 1).held()).isFalse();
        assertThat(step(10, 100, 201, 1).held()).isFalse();
        assertThat(step(10, 100, 0, 0.9).held()).isFalse();
    }

    private static BedsStep step(int alarms, double p99Ms, long lag, double published) {
        return new BedsStep(100, alarms, p99Ms, lag, published, 20, 10, 1, 1_000, 10_000);
    }
}
