package org.vigie.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Runs a ward for a while, waits until all records are processed, and counts. */
public final class DemoRun implements AutoCloseable {
    private static final Duration LIVE_WITHIN = Duration.ofMinutes(10);
    private static final Duration SETTLE_WITHIN = Duration.ofMinutes(2);

    private final ReportedWard ward;
    private final WardConsole console;
    private final StationProbe probe;
    private double startupS;
    private long steadyMib;
    private long peakMib;

    private DemoRun(ReportedWard ward, WardConsole console) {
        this.ward = ward;
        this.console = console;
        this.probe = StationProbe.start(ward.page(), ward.probeToken());
    }

    /** @param ward runs already; its page answers */
    public static DemoRun of(ReportedWard ward, WardConsole console) {
        return new DemoRun(ward, console);
    }

    /**
     * Waits until the page is live and every part runs, watches, silences the beds and counts until all has arrived.
     *
     * @param end when to stop watching, given the time at which all was there
     */
    public DemoReport run(UnaryOperator<Instant> end) throws Exception {
        if (!awaitLive(LIVE_WITHIN)) {
            throw new WardStartException(
                    "The page showed no live values within " + LIVE_WITHIN.toMinutes() + " minutes; the log says why.");
        }
        awaitWhole();
        Instant from = Instant.now();
        probe.measureFrom(from);
        watch(Duration.between(from, end.apply(from)));
        ward.stopBeds();
        return count(from);
    }

    /**
     * Waits without a time limit until the ward is live and every part of it runs, and reports the wait each time that {@code LIVE_WITHIN}
     * passes.
     */
    public void announceWhenLive() throws Exception {
        while (!awaitLive(LIVE_WITHIN)) {
            console.print("Still catching up with the past; " + ward.page() + " shows how far it is.");
        }
        awaitWhole();
    }

    private void awaitWhole() throws Exception {
        ward.awaitWhole();
        console.up("ward", "every part runs, " + ward.residentMib() + " MiB resident");
    }

    /** Waits until the past is published and processed and the page shows new readings. */
    private boolean awaitLive(Duration patience) throws InterruptedException {
        try (var lag = new ConsumerLag(ward.kafka())) {
            lag.awaitPastProcessed(ward, patience);
            startupS = console.sinceBegun(probe.awaitLive(patience)).toMillis() / 1000.0;
        } catch (TimeoutException e) {
            return false;
        }
        console.up("live", "all beds");
        return true;
    }

    @Override
    public void close() {
        probe.close();
    }

    private void watch(Duration duration) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            steadyMib = ward.residentMib();
            peakMib = Math.max(peakMib, steadyMib);
            TimeUnit.MILLISECONDS.sleep(250);
        }
        if (!ward.areBedsPlaying() || !probe.isListening()) {
            throw new IllegalStateException("A part of the ward failed while it was live: "
                    + (probe.isListening() ? "the simulator stopped" : "the event stream of the page ended"));
        }
    }

    private DemoReport count(Instant liveFrom) throws InterruptedException, IOException {
        try (var check = new ConservationCheck(ward.kafka(), ward.store(), liveFrom)) {
            check.awaitConserved(SETTLE_WITHIN);
            return check.report(probe.latencies(), startupS, Map.of("process", steadyMib, "highest", peakMib));
        }
    }
}
