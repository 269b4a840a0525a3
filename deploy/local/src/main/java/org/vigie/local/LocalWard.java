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
import org.vigie.embedded.BrokerException;
import org.vigie.platform.config.KafkaConnectionConfig;
import org.vigie.store.StoreAccount;
import org.vigie.store.StoreException;
import org.vigie.store.StoreQuery;

/**
 * Runs every part of one ward in this JVM. A part starts as soon as the parts that it needs are there; the beds play their past meanwhile.
 * The page comes first: scores, the writer into the store and statistics start once the past is processed, because all share the same
 * processors. Parts stop in
 * the reverse order of the data flow.
 */
final class LocalWard implements ReportedWard, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWard.class);
    /** A past that takes longer is processed beside the start of the other parts. */
    private static final Duration PAST_FIRST = Duration.ofSeconds(30);

    private final LocalWardConfig plan;
    private final WardConsole console;
    private final ResidentMemory memory = ResidentMemory.ofThisProcess();
    private final StartedParts parts = new StartedParts();
    private final StartSequence behindThePage = new StartSequence();
    private WardAppStarter apps;

    private LocalWard(LocalWardConfig plan, WardConsole console) {
        this.plan = plan;
        this.console = console;
    }

    /**
     * Starts a ward and returns when its page answers; {@link #awaitWhole} waits for the rest.
     *
     * @throws WardStartException with one sentence when a part cannot start; what was started is closed again
     */
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
        return apps.station().address();
    }

    /** Returns the address that logs in one user, once. */
    URI loginPage() {
        return apps.station().loginAddress();
    }

    @Override
    public SecretText probeToken() {
        return apps.station().token(PROBE);
    }

    @Override
    public void awaitBedsLive(Duration patience) throws InterruptedException, TimeoutException {
        apps.beds().awaitLive(patience);
    }

    @Override
    public boolean areBedsPlaying() {
        return apps.beds().isPlaying();
    }

    @Override
    public long residentMib() {
        return memory.mib();
    }

    @Override
    public void awaitWhole() throws Exception {
        behindThePage.await();
    }

    /** Stops the simulator and the canaries; all other parts process the records that are left. */
    @Override
    public void stopBeds() {
        apps.gateway().close();
        apps.beds().close();
    }

    /** Completes when an app stopped by itself or could not start, with a sentence that says why and what to do. The ward is not whole then. */
    CompletableFuture<String> stoppedByItself() {
        return apps.stoppedByItself();
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
        apps = new WardAppStarter(plan, console, parts, infrastructure.startMonitoring(WardPart.ofTheWard()));
        var store = behindThePage.begin(infrastructure::startStore);
        infrastructure.startBrokerAndRegistry("demo");
        startPage();
        startBehindThePage(store);
    }

    private void startPage() throws Exception {
        var page = new StartSequence();
        var unusedBeds = page.begin(apps::startBeds);
        var unusedGateway = page.begin(apps::startGateway);
        var unusedStreams = page.begin(apps::startStreams);
        var unusedStation = page.begin(apps::startStation);
        page.await();
    }

    private void startBehindThePage(CompletableFuture<Void> store) {
        CompletableFuture<Void> past = behindThePage.begin(this::awaitPast);
        CompletableFuture<Void> models = behindThePage.beginAfter(past, apps::startModels);
        var unusedFlink = behindThePage.beginAfter(models, apps::startFlink);
        var unusedSink = behindThePage.beginAfter(CompletableFuture.allOf(past, store), apps::startSink);
        var unusedAnalytics = behindThePage.beginAfter(past, apps::startAnalytics);
        behindThePage.onFailure(this::failed);
    }

    private void failed(Throwable problem) {
        if (parts.isClosed()) {
            return;
        }
        LOG.error("A part of the ward could not start", problem);
        apps.stoppedByItself().complete(problem.getMessage() == null ? problem.toString() : problem.getMessage());
    }

    private void awaitPast() throws InterruptedException {
        try (var lag = new ConsumerLag(plan.kafka())) {
            lag.awaitPastProcessed(this, PAST_FIRST);
        } catch (TimeoutException e) {
            LOG.info(
                    "The past is long: scores, store and statistics start before it is processed ({})", e.getMessage());
        }
    }
}
