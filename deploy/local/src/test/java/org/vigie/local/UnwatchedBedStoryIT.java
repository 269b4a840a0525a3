package org.vigie.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.vigie.local.MonitoredWard.START;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.alerts.AlertStreams;

/** Follows canaries from the gateway's socket through vitals-streams and alert-streams to the station. */
class UnwatchedBedStoryIT {
    @TempDir
    Path directory;

    private MonitoredWard monitored;

    @BeforeEach
    void startTheWard() throws Exception {
        monitored = new MonitoredWard(directory);
    }

    @AfterEach
    void stopTheWard() {
        monitored.close();
    }

    @Test
    @SuppressWarnings("try") // the app runs while the block does
    void aBedIsWatchedOnlyWhileItsCanaryIsAnsweredAndTheCanaryIsNoPatient() throws Exception {
        // given
        try (AlertStreams alerts = monitored.alerts()) {
            monitored.measure(80);

            // then
            await().atMost(START).until(() -> status().equals("WATCHING") && bed().has("readUpTo"));
            assertThat(monitored.get("api/health").at("/beds")).hasSize(1);
            JsonNode ward = monitored.get("api/ward");
            assertThat(ward.at("/beds")).hasSize(1);
            assertThat(ward.toString()).doesNotContain("VIGIE-CANARY");
        }

        // when: nobody answers the canaries
        awaitStatus("PARTLY_WATCHED");

        // then
        await().atMost(START).until(() -> bed().at("/reason").asText().equals("CANARY_MISSED"));

        // when
        try (AlertStreams again = monitored.alerts()) {
            // then
            awaitStatus("WATCHING");
        }
    }

    private void awaitStatus(String expected) {
        await().atMost(START).until(() -> {
            monitored.measure(80);
            return status().equals(expected);
        });
    }

    private String status() throws IOException, InterruptedException {
        return monitored.get("api/health").at("/status").asText();
    }

    private JsonNode bed() throws IOException, InterruptedException {
        return monitored.get("api/health").at("/beds/0");
    }
}
