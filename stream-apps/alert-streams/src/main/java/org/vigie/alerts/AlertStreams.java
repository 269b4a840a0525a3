package org.vigie.alerts;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.vigie.runtime.StreamsApp;
import org.vigie.schemas.serde.AvroSerdes;

/** The running app. Its topics must exist. */
public final class AlertStreams implements AutoCloseable {
    /** Consumer group and metric tag, within the namespace. */
    public static final String NAME = "alert-streams";

    private final StreamsApp app;

    private AlertStreams(StreamsApp app) {
        this.app = app;
    }

    public static AlertStreams start(AlertConfiguration configuration) {
        var kafka = configuration.kafka();
        var serdes = new AvroSerdes(kafka.registryUrl());
        var topology = new AlertTopology(
                kafka.topics(), serdes, configuration.watch(), configuration.ruleBook(), SecondOpinion.shipped());
        return new AlertStreams(
                StreamsApp.start(NAME, topology.build(), kafka, configuration.stateDir(), configuration.instance()));
    }

    /** @throws TimeoutException when it is not running by then */
    public void awaitRunning(Duration timeout) throws InterruptedException, TimeoutException {
        app.awaitRunning(timeout);
    }

    /** How many of the partitions this instance works on. */
    public int partitions() {
        return app.tasks();
    }

    @Override
    public void close() {
        app.close();
    }
}
