package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.local.MonitoredWard.START;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alerts.AlertStreams;

/** Tests that the first alarm of a ward reaches the page without store, Flink job, model server and registry. */
class DegradedWardStoryIT {
    private static final int WELL = 80;
    private static final int TOO_HIGH = 190;

    @TempDir
    Path directory;

    @Test
    @SuppressWarnings("try") // the app runs while the block does
    void theFirstAlarmIsRaisedWhileStoreModelServerAndRegistryAreDown() throws Exception {
        // given
        try (var ward = new MonitoredWard(directory);
                AlertStreams alerts = ward.alerts()) {
            ward.measure(WELL);
            await().atMost(START)
                    .until(() -> ward.get("api/health").at("/status").asText().equals("WATCHING"));
            assertThat(alarms(ward)).doesNotContain("hr_high");

            // when
            ward.stopRegistry();

            // then
            await().atMost(START).pollInterval(Duration.ofSeconds(1)).until(() -> {
                ward.measure(TOO_HIGH);
                return alarms(ward).contains("hr_high");
            });
            assertThat(ward.get("api/health").at("/status").asText()).isEqualTo("WATCHING");
        }
    }

    private static String alarms(MonitoredWard ward) throws Exception {
        return ward.get("api/alerts").toString();
    }
}
