package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Tests when a run of the ward ends. */
class WardEndTest {
    private final CompletableFuture<String> stopped = new CompletableFuture<>();

    @Test
    void aRunThatIsDoneGivesItsAnswer() throws Exception {
        // when, then
        assertThat(new WardEnd(stopped).run(() -> 1)).isEqualTo(1);
    }

    @Test
    void anAppThatStopsEndsTheRunWithItsSentence() {
        // given
        var unused = CompletableFuture.runAsync(
                () -> stopped.complete("vitals-streams stopped: its own state cannot be read"));

        // when, then
        assertThatThrownBy(() -> new WardEnd(stopped).run(WardEndTest::waitForEver))
                .isInstanceOf(WardStartException.class)
                .hasMessage("vitals-streams stopped: its own state cannot be read");
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void aRunThatFailsKeepsItsOwnReason() {
        // when, then
        assertThatThrownBy(() -> new WardEnd(stopped).run(() -> {
                    throw new IllegalStateException("the page is not live");
                }))
                .hasMessage("the page is not live");
    }

    private static int waitForEver() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }
}
