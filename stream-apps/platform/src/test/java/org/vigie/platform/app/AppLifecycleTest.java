package org.vigie.platform.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.MonitoringConfig;

class AppLifecycleTest {
    @Test
    void anAppWhoseMonitoringPortIsTakenIsClosedAndThePortIsNamed() throws IOException {
        // given
        var app = new RecordedApp();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var monitoring = new MonitoringConfig("127.0.0.1", taken.getLocalPort());
            // when, then
            assertThatThrownBy(() -> AppLifecycle.runUntilStopped(app, monitoring))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("monitoring.port: cannot listen on 127.0.0.1:" + taken.getLocalPort());
        }
        assertThat(app.closed).isTrue();
    }

    /** Records whether it was closed. */
    private static final class RecordedApp implements MonitoredApp {
        private boolean closed;

        @Override
        public AppMonitor monitor() {
            return new AppMonitor("recorded");
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
