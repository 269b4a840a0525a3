package org.vigie.signal.clean;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.vigie.schemas.variable.VariableCatalogue;

/**
 * Sends random messages of one monitor: steady seconds, phases in which nothing changes, jumps, implausible and impossible values, gaps,
 * late, repeated, corrected and retracted readings, swapped signals, sources without a name, charted values, other units and a clock that is
 * wrong for a while.
 */
final class RandomMonitorStory {
    private static final List<String> VARIABLES =
            List.of("hr", "spo2", "rr", "abp_sys", "temp", "etco2", "abp_dia", "abp_mean", "pulse_spo2");
    private static final MeasurementStatus[] STATUSES = MeasurementStatus.values();
    private static final List<Double> USUAL = List.of(80.0, 96.0, 16.0, 118.0, 37.0, 36.0, 64.0, 82.0, 81.0);
    /** Places of heart rate and respiration, and of systolic and diastolic pressure. */
    private static final List<int[]> PAIRS = List.of(new int[] {0, 2}, new int[] {3, 6});

    private final Random random;
    private final double[] values = {80, 96, 16, 118, 37, 36, 64, 82, 81};
    private final double[] excursions = new double[9];
    private Instant now = CleanedDeviceStory.START;
    private Instant received = now;
    private Duration ahead = Duration.ZERO;
    private int unchanged;
    private int[] swapped = {0, 0};
    private int swappedFor;

    RandomMonitorStory(Random random) {
        this.random = random;
    }

    ArrivalTimes arrival() {
        return new ArrivalTimes(received, received.plusMillis(random.nextInt(50)));
    }

    List<Reading> nextMessage() {
        pass();
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < VARIABLES.size(); i++) {
            move(i);
            if (!isRare(25)) {
                readings.add(reading(i));
            }
        }
        if (isRare(60)) {
            readings.add(CleanedDeviceStory.reading("potassium", 4 + random.nextInt(3), stamp()));
        }
        if (isRare(60) && !readings.isEmpty()) {
            readings.add(readings.get(random.nextInt(readings.size())));
        }
        return readings;
    }

    private void pass() {
        int[] steps = {0, 200, 5_000, 9_999, 10_000, 10_001, 61_000, 400_000};
        now = now.plusMillis(isRare(50) ? steps[random.nextInt(steps.length)] : 1_000);
        received = now.plusMillis(isRare(10) ? random.nextInt(3_000) : random.nextInt(20));
        unchanged = isRare(300) ? 200 + random.nextInt(300) : unchanged - 1;
        swappedFor--;
        if (isRare(150)) {
            swapped = PAIRS.get(random.nextInt(PAIRS.size()));
            swappedFor = random.nextInt(30);
        }
        if (isRare(200)) {
            ahead = isRare(3) ? Duration.ofMillis(random.nextInt(40_000) - 20_000) : Duration.ZERO;
        }
    }

    private void move(int i) {
        if (isRare(300)) {
            excursions[i] = isRare(6) ? (random.nextInt(100) - 50) / 100.0 : 0;
        }
        if (unchanged <= 0) {
            values[i] = USUAL.get(i) * (1 + excursions[i] + (random.nextInt(3) - 1) / 100.0);
        }
    }

    private Reading reading(int i) {
        String variable = VARIABLES.get(i);
        boolean odd = isRare(80);
        return new Reading(
                variable,
                isRare(80) ? oddValue() : values[shown(i)],
                "",
                odd && isRare(4)
                        ? "unknown"
                        : VariableCatalogue.standard().get(variable).unit(),
                odd ? STATUSES[random.nextInt(STATUSES.length)] : MeasurementStatus.VALID,
                isRare(100) ? stamp().minusSeconds(random.nextInt(100)) : stamp(),
                variable.equals("rr") && isRare(40) ? "" : variable.equals("rr") ? "MDC_DEV_ECG_VMD 1.6.1" : "");
    }

    /** Returns the place of the value that stands for a variable: its own, or for a while that of another one. */
    private int shown(int i) {
        if (swappedFor <= 0 || (i != swapped[0] && i != swapped[1])) {
            return i;
        }
        return i == swapped[0] ? swapped[1] : swapped[0];
    }

    private double oddValue() {
        double[] odd = {0, -0.0, -1, 200, 300, 100_000, Double.NaN, Double.POSITIVE_INFINITY};
        return odd[random.nextInt(odd.length)];
    }

    private Instant stamp() {
        return now.plus(ahead);
    }

    private boolean isRare(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
