package org.vigie.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.schemas.ScoreStatus;
import org.vigie.store.StoreAccount;
import org.vigie.store.StoreQuery;
import org.vigie.vitals.VitalsStreams;

/** Runs a ward for a while, waits until all records are processed, and counts. */
final class DemoRun implements AutoCloseable {
    private static final Duration LIVE_WITHIN = Duration.ofMinutes(5);
    private static final Duration SETTLE_WITHIN = Duration.ofMinutes(2);

    private final LocalWard ward;
    private final WardConsole console;
    private final StationProbe probe;
    private final ResidentMemory memory = ResidentMemory.ofThisProcess();
    private double startupS;
    private long steadyMib;
    private long peakMib;

    private DemoRun(LocalWard ward, WardConsole console) {
        this.ward = ward;
        this.console = console;
        this.probe = StationProbe.start(ward.page());
    }

    static DemoRun of(LocalWard ward, WardConsole console) {
        return new DemoRun(ward, console);
    }

    /**
     * Waits until the page is live, watches, silences the beds and counts until all has arrived.
     *
     * @param end when to stop watching, given the time at which the page was live
     */
    DemoReport run(UnaryOperator<Instant> end) throws InterruptedException, TimeoutException, IOException {
        if (!awaitLive(LIVE_WITHIN)) {
            throw new WardStartException(
                    "The page showed no live values within " + LIVE_WITHIN.toMinutes() + " minutes; the log says why.");
        }
        Instant from = Instant.now();
        probe.measureFrom(from);
        watch(Duration.between(from, end.apply(from)));
        ward.stopBeds();
        return count(from);
    }

    /** For as long as it takes. */
    void announceWhenLive() throws InterruptedException {
        while (!awaitLive(LIVE_WITHIN)) {
            console.say("Still catching up with the past; " + ward.page() + " shows how far it is.");
        }
    }

    /** Waits until the past is published and processed and the page shows new readings. */
    private boolean awaitLive(Duration patience) throws InterruptedException {
        try (var lag = new ConsumerLag(ward.plan().kafka())) {
            ward.beds().awaitLive(patience);
            var topics = ward.plan().kafka().topics();
            lag.awaitCaughtUp(VitalsStreams.NAME, topics.observationsRaw(), patience);
            lag.awaitCaughtUp(AlertStreams.NAME, topics.observationsClean(), patience);
            startupS = console.sinceBegun(probe.awaitLive(patience)).toMillis() / 1000.0;
        } catch (TimeoutException e) {
            return false;
        }
        console.up("live", "all beds, " + memory.mib() + " MiB resident");
        return true;
    }

    @Override
    public void close() {
        probe.close();
    }

    private void watch(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            steadyMib = memory.mib();
            peakMib = Math.max(peakMib, steadyMib);
            TimeUnit.MILLISECONDS.sleep(250);
        }
        if (!ward.beds().isPlaying() || !probe.isListening()) {
            throw new IllegalStateException("A part of the ward failed while it was live: "
                    + (probe.isListening() ? "the simulator stopped" : "the event stream of the page ended"));
        }
    }

    private DemoReport count(Instant liveFrom) throws InterruptedException, IOException {
        long end = System.nanoTime() + SETTLE_WITHIN.toNanos();
        try (var topicCounts = new TopicCounts(ward.plan().kafka(), liveFrom)) {
            var store = new StoreCounts(new StoreQuery(
                    ward.plan().sink().storeUrl(),
                    StoreAccount.reader(ward.plan().part("store"))));
            do {
                topicCounts.readToEnd();
                store.read();
                TimeUnit.MILLISECONDS.sleep(250);
            } while (!(topicCounts.conserved() && store.matches(topicCounts)) && System.nanoTime() < end);
            return report(topicCounts, store);
        }
    }

    private DemoReport report(TopicCounts topicCounts, StoreCounts store) throws IOException {
        return new DemoReport(
                topicCounts.conserved() && store.matches(topicCounts),
                counts(topicCounts, store),
                rejected(topicCounts),
                store.rows(),
                alerts(topicCounts),
                ledger(LedgerVerification.ofTopic(ward.plan().kafka())),
                latencies(topicCounts),
                startupS,
                Map.of("process", steadyMib, "highest", peakMib));
    }

    private static Map<String, Long> counts(TopicCounts topicCounts, StoreCounts store) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("observations_published", topicCounts.observations);
        counts.put("readings_published", topicCounts.fates.readings());
        counts.put("clean", topicCounts.fates.count(VerdictTally.CLEAN));
        counts.put("suspect", topicCounts.fates.count(VerdictTally.SUSPECT));
        counts.put("rejected", topicCounts.fates.count(VerdictTally.REJECTED));
        counts.put("retracted", topicCounts.fates.count(VerdictTally.RETRACTED));
        counts.put("duplicates", topicCounts.fates.count(VerdictTally.DUPLICATE));
        counts.put("undecided", topicCounts.fates.undecided());
        counts.put("conflicting", topicCounts.fates.conflicts());
        counts.put("emitted_again", topicCounts.fates.repeatedVerdicts());
        counts.put("unreadable_records", topicCounts.unreadable);
        counts.put("quarantined_records", topicCounts.quarantined);
        counts.put("imputed_cells", store.imputedCells());
        counts.put("windows", topicCounts.windows);
        counts.put("scores", topicCounts.scores);
        counts.put("scores_unavailable", topicCounts.scored(ScoreStatus.UNAVAILABLE));
        counts.put("scores_abstained", topicCounts.scored(ScoreStatus.ABSTAINED));
        counts.put(
                "rows_stored",
                store.rows().values().stream().mapToLong(Long::longValue).sum());
        counts.put("rows_refused", topicCounts.deadLetters);
        return counts;
    }

    private static Map<String, Long> rejected(TopicCounts topicCounts) {
        Map<String, Long> byReason = new TreeMap<>();
        topicCounts.rejected.forEach((reason, count) -> byReason.put(reason.name(), count));
        return byReason;
    }

    private static Map<String, Object> alerts(TopicCounts topicCounts) {
        Map<String, Object> alerts = new LinkedHashMap<>();
        alerts.put("raised", topicCounts.raised.size());
        alerts.put("cleared", topicCounts.cleared.size());
        alerts.put("open", topicCounts.raised.size() - topicCounts.cleared.size());
        alerts.put("by_rule", topicCounts.raisedByRule);
        return alerts;
    }

    private static Map<String, Object> ledger(LedgerVerification found) {
        Map<String, Object> ledger = new LinkedHashMap<>();
        ledger.put(DemoReport.VERIFIED, found.isWhole());
        ledger.put("entries", found.walked().entries());
        ledger.put("stays", found.walked().stays());
        ledger.put("episodes", found.walked().episodes());
        ledger.put("open", found.walked().open());
        ledger.put("sent_again", found.walked().repeated());
        ledger.put("chains_begun_again", found.walked().begunAgain());
        found.breach().ifPresent(breach -> ledger.put("breach", breach.toString()));
        return ledger;
    }

    private Map<String, LatencyRecorder.LatencySummary> latencies(TopicCounts topicCounts) {
        Map<String, LatencyRecorder.LatencySummary> latencies = new LinkedHashMap<>();
        latencies.put("clean", topicCounts.cleanLatency.summary());
        latencies.put("alert", topicCounts.alertLatency.summary());
        latencies.put("visible", probe.latencies().summary());
        return latencies;
    }
}
