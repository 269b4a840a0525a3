package org.vigie.analytics;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import org.vigie.analytics.rules.RuleBudgetFollower;
import org.vigie.platform.app.StreamsApp;
import org.vigie.platform.monitoring.AppMonitor;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.schemas.serde.AvroSerdes;

/** Runs the alert-analytics app. */
public final class AlertAnalytics implements MonitoredApp {
    /** Name of the consumer group and metric tag within the namespace. */
    public static final String NAME = "alert-analytics";

    private final StreamsApp app;
    private final RuleBudgetFollower rules;

    private AlertAnalytics(StreamsApp app, RuleBudgetFollower rules) {
        this.app = app;
        this.rules = rules;
    }

    public static AlertAnalytics start(AnalyticsConfig config) {
        var kafka = config.kafka();
        var serdes = new AvroSerdes(kafka.registry());
        var rules = RuleBudgetFollower.start(kafka, serdes);
        var topology = new AnalyticsTopology(kafka.topics(), serdes, config);
        var app = StreamsApp.start(NAME, topology.build(), kafka, config.stateDir());
        rules.health().forEach(app.monitor()::addLiveness);
        return new AlertAnalytics(app, rules);
    }

    /** @throws TimeoutException when the app is not running within {@code timeout} */
    public void awaitRunning(Duration timeout) throws InterruptedException, TimeoutException {
        app.awaitRunning(timeout);
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
        rules.close();
    }
}
