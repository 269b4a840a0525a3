package org.vigie.cluster.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.vigie.cluster.RunningCluster;
import org.vigie.platform.http.WholeAnswerClient;

/**
 * Measures how long a cluster needs until it works as before: each process answers that it can work, the job runs, the unit's page
 * shows a record of each simulated bed that is younger than 3 s, and no bed is unwatched: the canaries of all partitions arrive.
 */
final class RecoveryProbe {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WATCHING = "WATCHING";
    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final long LOOK_EVERY_MS = 250;

    private final RunningCluster cluster;
    private final WholeAnswerClient http =
            new WholeAnswerClient(HttpClient.newBuilder().connectTimeout(ANSWER).build(), ANSWER);

    RecoveryProbe(RunningCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Waits until the cluster works.
     *
     * @return seconds since {@code from}
     * @throws IllegalStateException when it does not work in time; the sentence names what is missing
     */
    double awaitRecovered(Instant from, Duration patience) throws InterruptedException {
        Instant end = from.plus(patience);
        while (!(areBedsFresh() && cluster.isHealthy())) {
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("The cluster has not recovered within " + patience.toSeconds() + " s: "
                        + (cluster.isHealthy()
                                ? "the page shows old records or unwatched beds"
                                : "not every process is up"));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MS);
        }
        return Duration.between(from, Instant.now()).toMillis() / 1000.0;
    }

    private boolean areBedsFresh() throws InterruptedException {
        try {
            return new ShownWard(answer("/api/ward"))
                            .isFresh(cluster.config().beds(), Instant.now().minus(FRESH))
                    && answer("/api/health").path("status").asText().equals(WATCHING);
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode answer(String path) throws IOException, InterruptedException {
        URI address = cluster.page().resolve(path);
        return JSON.readTree(http.send(
                        HttpRequest.newBuilder(address)
                                .header(
                                        "Authorization",
                                        "Bearer " + cluster.probeToken().reveal())
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }
}
