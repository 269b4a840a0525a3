package org.vigie.bench.streams;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.clean.CleaningRevision;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReadingCleaner;
import org.vigie.signal.clean.SteadyDevice;

/**
 * Applies the cleaning rules to steady messages of some beds in the calling thread, as vitals-streams does: in place. The readings exist
 * before; topics, state store and records are left out.
 */
final class SteadyCleaningRun {
    /** Seconds of the ward in one pass. Each device begins with a message that is not steady. */
    static final int SECONDS_A_PASS = 200;

    private static final int BEDS = 100;
    /** Readings of one pass. */
    static final long READINGS = (long) BEDS * SECONDS_A_PASS * WardLoad.READINGS;

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    private final SteadyDevice[] devices = new SteadyDevice[BEDS];
    private final List<List<Reading>> messages;
    private final ArrivalTimes[] arrivals;

    SteadyCleaningRun() {
        var random = new Random(1);
        messages = IntStream.range(0, BEDS * SECONDS_A_PASS)
                .mapToObj(number -> CleaningRulesRun.readings(
                        WardLoad.message(number % BEDS, number / BEDS, at(number / BEDS), random)))
                .toList();
        arrivals = IntStream.range(0, SECONDS_A_PASS)
                .mapToObj(second -> new ArrivalTimes(at(second), at(second)))
                .toArray(ArrivalTimes[]::new);
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }

    /** Cleans all messages once, each device from its first message. Returns the number of messages that were steady. */
    int pass() {
        int steady = 0;
        for (int number = 0; number < messages.size(); number++) {
            int bed = number % BEDS;
            steady += take(bed, messages.get(number), arrivals[number / BEDS]) ? 1 : 0;
        }
        return steady;
    }

    private boolean take(int bed, List<Reading> readings, ArrivalTimes arrival) {
        SteadyDevice device = devices[bed];
        if (device == null || !device.isSteady(readings, arrival, CleaningRevision.SHIPPED)) {
            devices[bed] = judged(readings, arrival);
            return false;
        }
        device.take(readings, arrival);
        return true;
    }

    private static SteadyDevice judged(List<Reading> readings, ArrivalTimes arrival) {
        return new SteadyDevice(
                ReadingCleaner.judge(readings, arrival, DeviceChannels.SILENT).channels(),
                readings.get(0).measuredAt());
    }

    /** Returns what some passes cost. As many passes before them warm the compiler up. */
    ThreadUsage measure(int passes) {
        run(passes);
        return ThreadUsage.of(() -> run(passes));
    }

    private void run(int passes) {
        for (int i = 0; i < passes; i++) {
            if (pass() != BEDS * (SECONDS_A_PASS - 1)) {
                throw new IllegalStateException("steady messages: all but the first of each device must be steady");
            }
        }
    }
}
