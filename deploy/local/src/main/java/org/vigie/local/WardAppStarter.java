package org.vigie.local;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.vigie.alerts.AlertStreams;
import org.vigie.analytics.AlertAnalytics;
import org.vigie.gateway.BedsideGateway;
import org.vigie.modelserver.ModelServer;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.MonitoringServer;
import org.vigie.risk.RiskFlink;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.sink.DashboardSink;
import org.vigie.station.StationApp;
import org.vigie.vitals.VitalsStreams;

/** Starts the apps of a ward in this JVM, each by its own method, and reports each on the console. The methods may run beside each other. */
final class WardAppStarter {
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final LocalWardConfig plan;
    private final WardConsole console;
    private final StartedParts parts;
    private final MonitoringServer monitoring;
    private final CompletableFuture<String> stoppedByItself = new CompletableFuture<>();
    private volatile BedsideSimulator beds;
    private volatile BedsideGateway gateway;
    private volatile StationApp station;

    WardAppStarter(LocalWardConfig plan, WardConsole console, StartedParts parts, MonitoringServer monitoring) {
        this.plan = plan;
        this.console = console;
        this.parts = parts;
        this.monitoring = monitoring;
    }

    BedsideSimulator beds() {
        return beds;
    }

    BedsideGateway gateway() {
        return gateway;
    }

    StationApp station() {
        return station;
    }

    /** Completes when an app stopped by itself, or could not start behind the page, with a sentence that says why. */
    CompletableFuture<String> stoppedByItself() {
        return stoppedByItself;
    }

    void startStreams() throws Exception {
        var vitals = monitored(WardPart.VITALS_STREAMS, VitalsStreams.start(plan.vitals()));
        var alerts = monitored(WardPart.ALERT_STREAMS, AlertStreams.start(plan.alerts()));
        vitals.awaitRunning(START_TIMEOUT);
        console.up("vitals-streams", "identify, clean");
        alerts.awaitRunning(START_TIMEOUT);
        console.up("alert-streams", "early warning, alert, triage");
    }

    void startAnalytics() throws Exception {
        var analytics = monitored(WardPart.ALERT_ANALYTICS, AlertAnalytics.start(plan.analytics()));
        analytics.awaitRunning(START_TIMEOUT);
        console.up("alert-analytics", "whole alarms, the unit's load");
    }

    void startModels() {
        ModelServer models = monitored(WardPart.MODEL_SERVER, ModelServer.start(plan.modelServer()));
        console.up("model-server", models.url());
    }

    void startFlink() throws Exception {
        var flink = monitored(WardPart.RISK_FLINK, RiskFlink.start(plan.risk()));
        flink.awaitRunning(START_TIMEOUT);
        console.up("risk-flink", "http://127.0.0.1:" + plan.ports().flink());
    }

    void startSink() throws InterruptedException {
        var sink = monitored(WardPart.DASHBOARD_SINK, DashboardSink.start(plan.sink()));
        if (!sink.awaitReady(START_TIMEOUT)) {
            throw new WardStartException(
                    "The dashboard sink was not ready after " + START_TIMEOUT.toSeconds() + " s; the log says why.");
        }
        console.up("dashboard-sink", "into the store");
    }

    void startStation() {
        var verifier = new PassportResultVerifier(plan.kafka(), plan.risk().scorer(), plan.alerts());
        station = monitored(WardPart.STATION, StationApp.start(plan.station(), verifier));
        console.up("station", station.address().toString());
    }

    void startBeds() {
        try {
            beds = monitored(WardPart.BEDSIDE_SIMULATOR, BedsideSimulator.start(plan.simulator()));
        } catch (IllegalStateException e) {
            throw new WardStartException(e.getMessage(), e);
        }
        console.up("bedside-simulator", plan.beds() + " beds, their past first");
    }

    void startGateway() {
        gateway = monitored(WardPart.BEDSIDE_GATEWAY, BedsideGateway.start(plan.gateway()));
        console.up("bedside-gateway", "canary patients, MLLP on port " + gateway.mllpPort());
    }

    /** Adds the checks of the part before the part: a part that counts as started is judged by them. */
    private <P extends MonitoredApp> P monitored(WardPart name, P part) {
        monitoring.add(part.monitor());
        parts.add(name, part);
        var unused = part.stoppedByItself().thenAccept(stoppedByItself::complete);
        return part;
    }
}
