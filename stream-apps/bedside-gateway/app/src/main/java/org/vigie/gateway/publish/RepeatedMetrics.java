package org.vigie.gateway.publish;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.gateway.intake.DroppedElement;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.MeasurementStatusRecord;
import org.vigie.terminology.DropReason;

/**
 * Chooses among several values of one message for the same channel and instant. One value is taken, the others are left out. A correction
 * ranks first, then a valid value, a correction without a number, a doubtful value, an invalid one. A final value ranks above a preliminary one. Among equals the first is
 * taken.
 *
 * @param taken the values that are taken, in the order of the message
 * @param left the other values
 */
record RepeatedMetrics(List<MeasuredValue> taken, List<MeasuredValue> left) {
    /** Up to this number of values, each pair is compared. */
    private static final int FEW = 64;

    private static final Comparator<MeasuredValue> BEST_FIRST =
            Comparator.comparingInt(RepeatedMetrics::rank).thenComparing(MeasuredValue::preliminary);

    RepeatedMetrics {
        taken = List.copyOf(taken);
        left = List.copyOf(left);
    }

    /** Identifies the channel and the instant of a value, in milliseconds. */
    private record MetricInstant(String bed, String device, String variable, String channel, Instant time) {
        static MetricInstant of(MeasuredValue one) {
            return new MetricInstant(
                    one.bed(),
                    one.device(),
                    one.variable(),
                    one.channel(),
                    one.time().truncatedTo(ChronoUnit.MILLIS));
        }
    }

    static RepeatedMetrics in(List<MeasuredValue> measured) {
        return repeatsNothing(measured) ? new RepeatedMetrics(measured, List.of()) : sorted(measured);
    }

    /** Returns true when no value is repeated, as in almost every message of a monitor. The check makes no copy. */
    private static boolean repeatsNothing(List<MeasuredValue> measured) {
        if (measured.size() > FEW) {
            return false;
        }
        for (int i = 0; i < measured.size(); i++) {
            MeasuredValue one = measured.get(i);
            if (isRetraction(one) || isRepeated(one, measured.subList(0, i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isRepeated(MeasuredValue one, List<MeasuredValue> before) {
        for (MeasuredValue other : before) {
            if (isSameMetric(one, other)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSameMetric(MeasuredValue one, MeasuredValue other) {
        return one.variable().equals(other.variable())
                && one.channel().equals(other.channel())
                && MetricInstant.of(one).equals(MetricInstant.of(other));
    }

    private static RepeatedMetrics sorted(List<MeasuredValue> measured) {
        Map<MetricInstant, MeasuredValue> best = new HashMap<>();
        measured.stream()
                .filter(one -> !isRetraction(one))
                .forEach(one -> best.merge(MetricInstant.of(one), one, RepeatedMetrics::better));
        List<MeasuredValue> taken = new ArrayList<>();
        List<MeasuredValue> left = new ArrayList<>();
        for (MeasuredValue one : measured) {
            boolean isTaken = isRetraction(one) ? !taken.contains(one) : best.remove(MetricInstant.of(one), one);
            (isTaken ? taken : left).add(one);
        }
        return new RepeatedMetrics(taken, left);
    }

    private static MeasuredValue better(MeasuredValue first, MeasuredValue other) {
        return BEST_FIRST.compare(other, first) < 0 ? other : first;
    }

    /** Returns the values that are left out, as the inbox counts them. */
    List<DroppedElement> dropped() {
        return left.stream()
                .map(one -> new DroppedElement(
                                "",
                                "",
                                one.channel().isEmpty() ? one.variable() : one.variable() + " " + one.channel(),
                                Double.toString(one.value()),
                                DropReason.DUPLICATE_IN_MESSAGE,
                                one.unit())
                        .withReadings(one.readings()))
                .toList();
    }

    /** Returns true when a value is a retraction. A value and its retraction are both taken. */
    private static boolean isRetraction(MeasuredValue one) {
        return one.status() == MeasurementStatusRecord.RETRACTED;
    }

    private static int rank(MeasuredValue one) {
        return switch (one.status()) {
            case CORRECTED, RETRACTED -> Double.isNaN(one.value()) ? 2 : 0;
            case VALID -> Double.isNaN(one.value()) ? 2 : 1;
            case QUESTIONABLE, UNKNOWN -> 3;
            case TEST, DEMO -> 4;
            case CALIBRATION, INVALID, UNAVAILABLE -> 5;
        };
    }
}
