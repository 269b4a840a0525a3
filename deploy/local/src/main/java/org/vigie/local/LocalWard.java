package org.vigie.local;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.access.AccessRole;
import org.vigie.access.login.ApiTokens;
import org.vigie.access.login.SecretText;
import org.vigie.access.server.ProgramAccess;
import org.vigie.alerts.AlertStreams;
import org.vigie.analytics.AlertAnalytics;
import org.vigie.embedded.BrokerException;
import org.vigie.gateway.BedsideGateway;
import org.vigie.modelserver.ModelServer;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.platform.monitoring.MonitoredApp;
import org.vigie.platform.monitoring.MonitoringServer;
import org.vigie.risk.RiskFlink;
import org.vigie.simulator.BedsideSimulator;
import org.vigie.sink.DashboardSink;
import org.vigie.station.StationApp;
import org.vigie.store.StoreAccount;
import org.vigie.store.StoreException;
import org.vigie.store.StoreQuery;
import org.vigie.vitals.VitalsStreams;

/**
 * Runs every part of one ward in this JVM. A part starts as soon as the parts that it needs are there; the beds play their past meanwhile.
 * Parts stop in the reverse order of the data flow.
 */
final class LocalWard implements ReportedWard, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWard.class);
    private static final Duration START_TIMEOUT = Duration.ofMinutes(2);

    private final LocalWardConfig plan;
    private final WardConsole console;
    private final ResidentMemory memory = ResidentMemory.ofThisProcess();
    private final StartedParts parts = new StartedParts();
    private final CompletableFuture<String> stoppedByItself = new CompletableFuture<>();
    private MonitoringServer monitoring;
    private volatile BedsideSimulator beds;
    private volatile BedsideGateway gateway;
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

    @Override
    public KafkaConnectionConfig kafka() {
        return plan.kafka();
    }

    @Override
    public StoreQuery store() {
        return new StoreQuery(plan.sink().storeUrl(), StoreAccount.reader(plan.part("store")));
    }

    @Override
    public URI page() {
        return station.address();
    }

    /** Returns the address that logs in one user, once. */
    URI loginPage() {
        return station.loginAddress();
    }

    @Override
    public SecretText probeToken() {
        return station.token(PROBE);
    }

    @Override
    public void awaitBedsLive(Duration patience) throws InterruptedException, TimeoutException {
        beds.awaitLive(patience);
    }

    @Override
    public boolean areBedsPlaying() {
        return beds.isPlaying();
    }

    @Override
    public long residentMib() {
        return memory.mib();
    }

    /** Stops the simulator and the canaries; all other parts process the records that are left. */
    @Override
    public void stopBeds() {
        gateway.close();
        beds.close();
    }

    /** Completes when an app stopped by itself, with a sentence that says why and what to do. The ward is not whole then. */
    CompletableFuture<String> stoppedByItself() {
        return stoppedByItself;
    }

    @Override
    public void close() {
        parts.close();
    }

    private void startParts() throws Exception {
        LOG.info("Starting {}", plan.parts());
        parts.add(WardPart.DATA_LOCK, PreflightChecks.of(plan).run());
        var unusedToken = new ApiTokens(plan.access().tokens()).own(ProgramAccess.WARD, AccessRole.SERVICE);
        var infrastructure = new InfrastructureStarter(plan, parts, console);
        monitoring = infrastructure.startMonitoring();
        var sequence = new StartSequence();
        CompletableFuture<Void> models = sequence.begin(this::startModels);
        CompletableFuture<Void> store = sequence.begin(infrastructure::startStore);
        infrastructure.startBrokerAndRegistry("demo");
        var unusedBeds = sequence.begin(this::startBeds);
        var unusedGateway = sequence.begin(this::startGateway);
        var unusedFlink = sequence.beginAfter(models, this::startFlink);
        var unusedSink = sequence.beginAfter(store, this::startSink);
        startStreams();
        startStation();
        sequence.await();
    }

    private void startStreams() throws Exception {
        var vitals = monitored(WardPart.VITALS_STREAMS, VitalsStreams.start(plan.vitals()));
        var alerts = monitored(WardPart.ALERT_STREAMS, AlertStreams.start(plan.alerts()));
        var analytics = monitored(WardPart.ALERT_ANALYTICS, AlertAnalytics.start(plan.analytics()));
        vitals.awaitRunning(START_TIMEOUT);
        console.up("vitals-streams", "identify, clean");
        alerts.awaitRunning(START_TIMEOUT);
        console.up("alert-streams", "early warning, alert, triage");
        analytics.awaitRunning(START_TIMEOUT);
        console.up("alert-analytics", "whole alarms, the unit's load");
    }

    private void startModels() {
        ModelServer models = monitored(WardPart.MODEL_SERVER, ModelServer.start(plan.modelServer()));
        console.up("model-server", models.url());
    }

    private void startFlink() throws Exception {
        var flink = monitored(WardPart.RISK_FLINK, RiskFlink.start(plan.risk()));
        flink.awaitRunning(START_TIMEOUT);
        console.up("risk-flink", "http://127.0.0.1:" + plan.ports().flink());
    }

    private void startSink() throws InterruptedException {
        var sink = monitored(WardPart.DASHBOARD_SINK, DashboardSink.start(plan.sink()));
        if (!sink.awaitReady(START_TIMEOUT)) {
            throw new WardStartException(
                    "The dashboard sink was not ready after " + START_TIMEOUT.toSeconds() + " s; the log says why.");
        }
        console.up("dashboard-sink", "into the store");
    }

    private void startStation() {
        var verifier = new PassportResultVerifier(plan.kafka(), plan.risk().scorer(), plan.alerts());
        station = monitored(WardPart.STATION, StationApp.start(plan.station(), verifier));
        console.up("station", station.address().toString());
    }

    private void startBeds() {
        try {
            beds = monitored(WardPart.BEDSIDE_SIMULATOR, BedsideSimulator.start(plan.simulator()));
        } catch (IllegalStateException e) {
            throw new WardStartException(e.getMessage(), e);
        }
        console.up("bedside-simulator", plan.beds() + " beds, their past first");
    }

    private void startGateway() {
        gateway = monitored(WardPart.BEDSIDE_GATEWAY, BedsideGateway.start(plan.gateway()));
        console.up("bedside-gateway", "canary patients, MLLP on port " + gateway.mllpPort());
    }

    private <P extends MonitoredApp> P monitored(WardPart name, P part) {
        monitoring.add(parts.add(name, part).monitor());
        var unused = part.stoppedByItself().thenAccept(stoppedByItself::complete);
        return part;
    }
}
