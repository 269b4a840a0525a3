package org.vigie.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.alerts.AlertStreams;
import org.vigie.analytics.AlertAnalytics;
import org.vigie.embedded.BrokerException;
import org.vigie.embedded.EmbeddedBroker;
import org.vigie.modelserver.ModelServer;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.MonitoringServer;
import org.vigie.registry.EmbeddedRegistry;
import org.vigie.risk.RiskFlink;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.sink.DashboardSink;
import org.vigie.station.StationApp;
import org.vigie.store.EmbeddedStore;
import org.vigie.store.StoreException;
import org.vigie.vitals.VitalsStreams;

/**
 * Runs every part of one ward in this JVM. Parts start in the order of the data flow and stop in reverse order: the beds first, the
 * broker last.
 */
final class LocalWard implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWard.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final LocalWardConfig plan;
    private final WardConsole console;
    /** Also the lock under which parts are added and closed: Ctrl-C may come while they start. */
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private boolean closed;
    private MonitoringServer monitoring;
    private BedsideSimulator beds;
    private StationApp station;

    private LocalWard(LocalWardConfig plan, WardConsole console) {
        this.plan = plan;
        this.console = console;
    }

    /** @throws WardStartException with one sentence when a part cannot start; what was started is closed again */
    static LocalWard start(LocalWardConfig plan, WardConsole console) throws Exception {
        var ward = new LocalWard(plan, console);
        Runtime.getRuntime().addShutdownHook(new Thread(ward::close, "stop"));
        try {
            ward.startParts();
            return ward;
        } catch (BrokerException | StoreException e) {
            ward.close();
            throw new WardStartException(e.getMessage(), e);
        } catch (Exception e) {
            ward.close();
            throw e;
        }
    }

    LocalWardConfig plan() {
        return plan;
    }

    /** Returns the address of the page. */
    URI page() {
        return station.address();
    }

    BedsideSimulator beds() {
        return beds;
    }

    /** Stops the simulator; all other parts process the records that are left. */
    void stopBeds() {
        beds.close();
    }

    @Override
    public void close() {
        synchronized (started) {
            closed = true;
            while (!started.isEmpty()) {
                close(started.pop());
            }
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.error("{} did not stop cleanly", part.getClass().getSimpleName(), e);
        }
    }

    private void startParts() throws Exception {
        LOG.info("Starting {}", plan.parts());
        up(PreflightChecks.of(plan).run());
        startMonitoring();
        var models = CompletableFuture.supplyAsync(() -> ModelServer.start(plan.modelServer()));
        startBroker();
        startStore();
        startStreams();
        startModels(models);
        startFlink();
        startScreens();
        startBeds();
    }

    private void startMonitoring() {
        monitoring = up(MonitoringServer.start(LOOPBACK, plan.ports().monitoring()));
        console.up("monitoring", monitoring.address() + "/health");
    }

    private void startBroker() {
        var broker = up(EmbeddedBroker.start(
                plan.part("broker"), plan.ports().broker(), plan.ports().controller()));
        broker.createTopics(plan.kafka().topics());
        console.up("broker", plan.kafka().bootstrapServers());
        up(EmbeddedRegistry.start(broker.bootstrapServers(), plan.ports().registry()));
        console.up("registry", plan.kafka().registryUrl());
    }

    private void startStore() {
        var store = up(EmbeddedStore.start(
                plan.part("store"), plan.ports().storeHttp(), plan.ports().storePostgres()));
        console.up("store", store.httpUrl() + ", PostgreSQL on port " + store.pgPort());
    }

    private void startStreams() throws Exception {
        var vitals = up(VitalsStreams.start(plan.vitals()));
        var alerts = up(AlertStreams.start(plan.alerts()));
        var analytics = up(AlertAnalytics.start(plan.analytics()));
        vitals.awaitRunning(START_TIMEOUT);
        console.up("vitals-streams", "identify, clean");
        alerts.awaitRunning(START_TIMEOUT);
        console.up("alert-streams", "early warning, alert, triage");
        analytics.awaitRunning(START_TIMEOUT);
        console.up("alert-analytics", "whole alarms, the unit's load");
    }

    private void startModels(CompletableFuture<ModelServer> models) {
        try {
            console.up("model-server", up(models.join()).url());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void startFlink() throws Exception {
        var flink = up(RiskFlink.start(plan.risk()));
        flink.awaitRunning(START_TIMEOUT);
        console.up("risk-flink", "http://127.0.0.1:" + plan.ports().flink());
    }

    private void startScreens() throws InterruptedException {
        var sink = up(DashboardSink.start(plan.sink()));
        if (!sink.awaitReady(START_TIMEOUT)) {
            throw new WardStartException(
                    "The dashboard sink was not ready after " + START_TIMEOUT.toSeconds() + " s; the log says why.");
        }
        console.up("dashboard-sink", "into the store");
        station = up(StationApp.start(plan.station()));
        console.up("station", station.address().toString());
    }

    private void startBeds() {
        try {
            beds = up(BedsideSimulator.start(plan.simulator()));
        } catch (IllegalStateException e) {
            throw new WardStartException(e.getMessage(), e);
        }
        console.up("bedside-simulator", plan.beds() + " beds, their past first");
    }

    /** A part that comes up after Ctrl-C goes down again at once. */
    private <P extends AutoCloseable> P up(P part) {
        synchronized (started) {
            if (closed) {
                close(part);
                throw new WardStartException("The ward was stopped while it started.");
            }
            started.push(part);
            if (part instanceof MonitoredApp app) {
                monitoring.add(app.monitor());
            }
            return part;
        }
    }
}
