package org.vigie.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.vigie.alerts.AlertStreams;
import org.vigie.alerts.ledger.LedgerVerification;
import org.vigie.schemas.ScoreStatus;
import org.vigie.store.StoreAccount;
import org.vigie.store.StoreQuery;
import org.vigie.vitals.VitalsStreams;

/** Runs a ward for a while, lets what is under way arrive, and counts. */
final class Trial implements AutoCloseable {
    private static final Duration LIVE_WITHIN = Duration.ofMinutes(5);
    private static final Duration SETTLE_WITHIN = Duration.ofMinutes(2);

    private final Ward ward;
    private final Console console;
    private final StationProbe probe;
    private double startupS;
    private long steadyMib;
    private long peakMib;

    private Trial(Ward ward, Console console) {
        this.ward = ward;
        this.console = console;
        this.probe = StationProbe.start(ward.page());
    }

    static Trial of(Ward ward, Console console) {
        return new Trial(ward, console);
    }

    /** Waits until the page is live, watches for {@code duration}, silences the beds and counts until all has arrived. */
    Report run(Duration duration) throws InterruptedException, TimeoutException, IOException {
        if (!awaitLive(LIVE_WITHIN)) {
            throw new CannotStart(
                    "The page showed no live values within " + LIVE_WITHIN.toMinutes() + " minutes; the log says why.");
        }
        Instant from = Instant.now();
        probe.measureFrom(from);
        watch(duration);
        ward.silenceBeds();
        return count(from);
    }

    /** For as long as it takes. */
    void tellWhenLive() throws InterruptedException {
        while (!awaitLive(LIVE_WITHIN)) {
            console.say("Still catching up with the past; " + ward.page() + " shows how far it is.");
        }
    }

    /** Live: the past is published, every partition of it is worked off, and the page shows what was published just now. */
    private boolean awaitLive(Duration patience) throws InterruptedException {
        try (var backlog = new Backlog(ward.plan().kafka())) {
            ward.beds().awaitLive(patience);
            var topics = ward.plan().kafka().topics();
            backlog.awaitWorkedOff(VitalsStreams.NAME, topics.observationsRaw(), patience);
            backlog.awaitWorkedOff(AlertStreams.NAME, topics.observationsClean(), patience);
            startupS = console.sinceBegun(probe.awaitLive(patience)).toMillis() / 1000.0;
        } catch (TimeoutException e) {
            return false;
        }
        console.up("live", "all beds, " + Memory.residentMib() + " MiB resident");
        return true;
    }

    @Override
    public void close() {
        probe.close();
    }

    private void watch(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            steadyMib = Memory.residentMib();
            peakMib = Math.max(peakMib, steadyMib);
            TimeUnit.MILLISECONDS.sleep(250);
        }
        if (!ward.beds().isPlaying() || !probe.isListening()) {
            throw new IllegalStateException("a part failed while the ward was live: "
                    + (probe.isListening() ? "the beds fell silent" : "the page's event stream broke off"));
        }
    }

    private Report count(Instant liveFrom) throws InterruptedException, IOException {
        long end = System.nanoTime() + SETTLE_WITHIN.toNanos();
        try (var census = new Census(ward.plan().kafka(), liveFrom)) {
            var store = new StoreCensus(new StoreQuery(
                    ward.plan().sink().storeUrl(),
                    StoreAccount.reader(ward.plan().part("store"))));
            do {
                census.readToEnd();
                store.read();
                TimeUnit.MILLISECONDS.sleep(250);
            } while (!(census.conserved() && store.agreesWith(census)) && System.nanoTime() < end);
            return report(census, store);
        }
    }

    private Report report(Census census, StoreCensus store) throws IOException {
        return new Report(
                census.conserved() && store.agreesWith(census),
                counts(census, store),
                rejected(census),
                store.rows(),
                alerts(census),
                ledger(LedgerVerification.ofTopic(ward.plan().kafka())),
                latencies(census),
                startupS,
                Map.of("process", steadyMib, "highest", peakMib));
    }

    private static Map<String, Long> counts(Census census, StoreCensus store) {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("observations_published", census.observations);
        counts.put("readings_published", census.fates.readings());
        counts.put("clean", census.fates.count(Fates.CLEAN));
        counts.put("suspect", census.fates.count(Fates.SUSPECT));
        counts.put("rejected", census.fates.count(Fates.REJECTED));
        counts.put("retracted", census.fates.count(Fates.RETRACTED));
        counts.put("duplicates", census.fates.count(Fates.DUPLICATE));
        counts.put("undecided", census.fates.undecided());
        counts.put("conflicting", census.fates.conflicts());
        counts.put("emitted_again", census.fates.again());
        counts.put("unreadable_records", census.unreadable);
        counts.put("quarantined_records", census.quarantined);
        counts.put("imputed_cells", store.imputedCells());
        counts.put("windows", census.windows);
        counts.put("scores", census.scores);
        counts.put("scores_unavailable", census.scored(ScoreStatus.UNAVAILABLE));
        counts.put("scores_abstained", census.scored(ScoreStatus.ABSTAINED));
        counts.put(
                "rows_stored",
                store.rows().values().stream().mapToLong(Long::longValue).sum());
        counts.put("rows_refused", census.deadLetters);
        return counts;
    }

    private static Map<String, Long> rejected(Census census) {
        Map<String, Long> byReason = new TreeMap<>();
        census.rejected.forEach((reason, count) -> byReason.put(reason.name(), count));
        return byReason;
    }

    private static Map<String, Object> alerts(Census census) {
        Map<String, Object> alerts = new LinkedHashMap<>();
        alerts.put("raised", census.raised.size());
        alerts.put("cleared", census.cleared.size());
        alerts.put("open", census.raised.size() - census.cleared.size());
        alerts.put("by_rule", census.raisedByRule);
        return alerts;
    }

    private static Map<String, Object> ledger(LedgerVerification found) {
        Map<String, Object> ledger = new LinkedHashMap<>();
        ledger.put(Report.VERIFIED, found.isWhole());
        ledger.put("entries", found.walked().entries());
        ledger.put("stays", found.walked().stays());
        ledger.put("episodes", found.walked().episodes());
        ledger.put("open", found.walked().open());
        ledger.put("sent_again", found.walked().repeated());
        ledger.put("chains_begun_again", found.walked().begunAgain());
        found.breach().ifPresent(breach -> ledger.put("breach", breach.toString()));
        return ledger;
    }

    private Map<String, Latencies.Summary> latencies(Census census) {
        Map<String, Latencies.Summary> latencies = new LinkedHashMap<>();
        latencies.put("clean", census.cleanLatency.summary());
        latencies.put("alert", census.alertLatency.summary());
        latencies.put("visible", probe.latencies().summary());
        return latencies;
    }
}
