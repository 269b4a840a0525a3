package org.vigie.bench.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SteadyCleaningRunTest {
    private static final int DEVICES = 100;

    @Test
    void allMessagesButTheFirstOfEachDeviceAreSteadyInEachPass() {
        // given
        var run = new SteadyCleaningRun();
        int first = run.pass();

        // when
        int second = run.pass();

        // then
        int steady = DEVICES * (SteadyCleaningRun.SECONDS_A_PASS - 1);
        assertThat(first).isEqualTo(steady);
        assertThat(second).isEqualTo(steady);
    }
}
