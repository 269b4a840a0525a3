package org.vigie.vitals;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.topic.TopicSchemas;
import org.vigie.schemas.serde.AvroSerdes;

/** Runs the vitals-streams app. Its topics must exist. */
public final class VitalsStreams implements MonitoredApp {
    /** Name of the consumer group and metric tag within the namespace. */
    public static final String NAME = "vitals-streams";

    private final StreamsApp app;

    private VitalsStreams(StreamsApp app) {
        this.app = app;
    }

    public static VitalsStreams start(VitalsStreamsConfig configuration) {
        var kafka = configuration.kafka();
        var topics = kafka.topics();
        var serdes = new AvroSerdes(kafka.registry());
        new TopicSchemas(serdes).register(topics.all());
        var topology = new VitalsTopology(topics, serdes, configuration.memory(), configuration.cleaning()).build();
        var app = StreamsApp.start(NAME, topology, kafka, configuration.streamsInstance());
        app.monitor().registry().register(new VerdictMetrics(app::metrics));
        return new VitalsStreams(app);
    }

    /** @throws TimeoutException when the app is not running within {@code timeout} */
    public void awaitRunning(Duration timeout) throws InterruptedException, TimeoutException {
        app.awaitRunning(timeout);
    }

    /** Returns the number of partitions that this instance processes. */
    public int partitions() {
        return app.tasks();
    }

    @Override
    public AppMonitor monitor() {
        return app.monitor();
    }

    @Override
    public CompletionStage<String> stoppedByItself() {
        return app.stoppedByItself();
    }

    @Override
    public void close() {
        app.close();
    }
}
