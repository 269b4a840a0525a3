package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BusyThreadsTest {
    private static final int PROCESSORS = 2;

    @Test
    void aQuietMachineGetsTheWholeLoad() {
        assertThat(BusyThreads.missing(8, 0.4, PROCESSORS)).isEqualTo(8);
        // no load average is told on this system
        assertThat(BusyThreads.missing(8, -1, PROCESSORS)).isEqualTo(8);
    }

    @Test
    void aBusyMachineGetsWhatIsMissing() {
        assertThat(BusyThreads.missing(8, 3.7, PROCESSORS)).isEqualTo(5);
    }

    @Test
    void everyProcessorIsBusyWhateverTheLoad() {
        assertThat(BusyThreads.missing(8, 15, PROCESSORS)).isEqualTo(PROCESSORS);
    }
}
