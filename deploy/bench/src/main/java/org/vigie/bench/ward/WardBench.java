package org.vigie.bench.ward;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.vigie.signal.alarm.rules.AlarmRuleCatalogue;
import org.vigie.simulator.patient.PatientVariability;
import org.vigie.simulator.ward.BedFeed;
import org.vigie.simulator.ward.SimulatedWard;

/**
 * Plays a ward as units of a few beds, each through apps of its own, as many at once as there are processors.
 *
 * @param variability how much the patients vary without an event
 * @param rules alarm rules; empty: the shipped ones
 * @param response time from a call to the nurse's answer; zero when nobody answers
 */
record WardBench(
        int beds,
        Duration length,
        long seed,
        PatientVariability variability,
        Optional<AlarmRuleCatalogue> rules,
        Duration response) {
    private static final int UNIT = 6;
    /** The nurse reads the ledger once a minute, so an earlier answer would come late. */
    private static final Duration EARLIEST_ANSWER = Duration.ofMinutes(1);

    WardBench {
        if (beds < 1) {
            throw new IllegalArgumentException("beds: must be 1 or more, was " + beds);
        }
        if (length.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("hours: must be 1 or more, was " + length);
        }
        if (!response.isZero() && response.compareTo(EARLIEST_ANSWER) < 0) {
            throw new IllegalArgumentException("response: must be 0 or at least 60 s, was " + response);
        }
    }

    List<UnitDay> run() {
        ExecutorService players =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<UnitDay>> days = IntStream.range(0, (beds + UNIT - 1) / UNIT)
                    .mapToObj(unit -> players.submit(() -> play(unit)))
                    .toList();
            return days.stream().map(WardBench::get).toList();
        } finally {
            players.shutdownNow();
        }
    }

    Map<String, Object> figures() {
        return new AlarmEvaluator(run(), bedDays(), response).figures();
    }

    double bedDays() {
        return beds * (length.toMillis() / (double) Duration.ofDays(1).toMillis());
    }

    private UnitDay play(int unit) {
        int size = Math.min(UNIT, beds - unit * UNIT);
        var day = new UnitScenario(seed, unit, size, length, variability);
        SimulatedWard ward = day.ward();
        List<BedFeed> feeds =
                ward.beds().stream().map(bed -> overlapped(bed, day)).toList();
        return new UnitPlayback(feeds, ward.start(), UnitScenario.LIVE, rules, response).play(length);
    }

    /** Adds artefacts during deteriorations. The disturbances of patients who vary come at any time by themselves. */
    private BedFeed overlapped(BedFeed bed, UnitScenario day) {
        return variability == PatientVariability.NONE ? new ArtefactOverlapFeed(bed, day.unitSeed()) : bed;
    }

    private static UnitDay get(Future<UnitDay> day) {
        try {
            return day.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("a unit could not be played", e);
        }
    }
}
