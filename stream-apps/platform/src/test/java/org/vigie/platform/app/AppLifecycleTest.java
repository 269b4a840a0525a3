package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;

class AppLifecycleTest {
    @Test
    void anAppWhoseMonitoringPortIsTakenIsClosedAndThePortIsNamed() throws IOException {
        // given
        var app = new RecordedApp();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var monitoring = MonitoringConfig.onPort(taken.getLocalPort());
            // when, then
            assertThatThrownBy(() -> AppLifecycle.runUntilStopped(app, monitoring))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("monitoring.port: cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
        assertThat(app.closed).isEqualTo(1);
    }

    @Test
    void anAppThatStoppedByItselfIsClosedOnceAndItsReasonIsThrown() {
        // given
        var app = new RecordedApp();
        app.stopped.complete("alert-streams stopped: its own state cannot be read");

        // when, then
        assertThatThrownBy(() -> AppLifecycle.runUntilStopped(app, MonitoringConfig.onPort(0)))
                .isInstanceOf(AppStoppedException.class)
                .hasMessage("alert-streams stopped: its own state cannot be read");
        assertThat(app.closed).isEqualTo(1);
    }

    @Test
    void theAppIsClosedWhenTheJvmIsAskedToStopAndTheWaitEnds() {
        // given
        var app = new RecordedApp();
        var termination = new AppTermination(app);

        // when
        termination.onShutdown();
        termination.await();

        // then
        assertThat(app.closed).isEqualTo(1);
    }

    /** Counts how often it was closed. */
    private static final class RecordedApp implements MonitoredApp {
        private final CompletableFuture<String> stopped = new CompletableFuture<>();
        private int closed;

        @Override
        public AppMonitor monitor() {
            return new AppMonitor("recorded");
        }

        @Override
        public CompletionStage<String> stoppedByItself() {
            return stopped;
        }

        @Override
        public void close() {
            closed++;
        }
    }
}
