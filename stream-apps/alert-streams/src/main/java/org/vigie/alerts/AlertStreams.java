package org.vigie.alerts;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.vigie.alerts.evaluate.SecondOpinionProvider;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.progress.ReadProgressMonitor;
import org.vigie.platform.topic.TopicSchemas;
import org.vigie.schemas.serde.AvroSerdes;

/** Runs the alert-streams app. Its topics must exist. */
public final class AlertStreams implements MonitoredApp {
    /** Name of the consumer group and metric tag within the namespace. */
    public static final String NAME = "alert-streams";

    private static final String WHILE_LATE =
            "Until they are caught up, triage levels are unknown, no bed is reported as"
                    + " silent, and a bed is reported as unread after 2 min";

    private final StreamsApp app;
    private final ReadProgressMonitor progress;
    private final PublishedRuleFollower rules;

    private AlertStreams(StreamsApp app, ReadProgressMonitor progress, PublishedRuleFollower rules) {
        this.app = app;
        this.progress = progress;
        this.rules = rules;
    }

    public static AlertStreams start(AlertStreamsConfig configuration) {
        var kafka = configuration.kafka();
        var serdes = new AvroSerdes(kafka.registry());
        new TopicSchemas(serdes).register(kafka.topics().all());
        var rules = PublishedRuleFollower.start(kafka, serdes, configuration.ruleCatalogue());
        var progress = ReadProgressMonitor.start(kafka, configuration.watch().silence(), WHILE_LATE);
        var topology = new AlertTopology(
                kafka.topics(),
                serdes,
                configuration.watch(),
                rules.history(),
                SecondOpinionProvider.shipped(),
                progress);
        var app = StreamsApp.start(NAME, topology.build(), kafka, configuration.streamsInstance());
        app.monitor().addLiveness(rules.health());
        return new AlertStreams(app, progress, rules);
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
        progress.close();
        rules.close();
    }
}
