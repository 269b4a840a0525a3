package org.vigie.analytics;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.vigie.platform.app.StreamsApp;
import org.vigie.schemas.serde.AvroSerdes;

/** The running app. */
public final class AlertAnalytics implements AutoCloseable {
    private static final String NAME = "alert-analytics";

    private final StreamsApp app;

    private AlertAnalytics(StreamsApp app) {
        this.app = app;
    }

    public static AlertAnalytics start(AnalyticsConfig config) {
        var kafka = config.kafka();
        var topology = new AnalyticsTopology(kafka.topics(), new AvroSerdes(kafka.registryUrl()), config);
        return new AlertAnalytics(StreamsApp.start(NAME, topology.build(), kafka, config.stateDir()));
    }

    /** @throws TimeoutException when it is not running by then */
    public void awaitRunning(Duration timeout) throws InterruptedException, TimeoutException {
        app.awaitRunning(timeout);
    }

    @Override
    public void close() {
        app.close();
    }
}
