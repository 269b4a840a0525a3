package org.vigie.gateway.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vigie.gateway.intake.MeasuredValue;
import org.vigie.schemas.variable.SamplingMode;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.signal.clean.ArrivalTimes;
import org.vigie.signal.newest.DeviceClock;

/**
 * Finds the bed of a measured value: the sent one, or that of its patient when it was measured. A live value was measured at its time by the
 * ward's clock, because the clock of its device may be wrong. A value of a right clock that was delivered late belongs to the bed of its own
 * time, and so does one of a clock that is not known yet.
 *
 * <p>A laboratory names the bed at which the patient is when it sends the result, or was when it got the order (PV1-3). The sample has the
 * patient's name: a value belongs to the bed on which the patient was when it was taken, and never to another patient who lay on the named
 * bed. The values of a monitor keep the bed that it sends, since its clock may be wrong.
 */
record MeasuredBedResolver(CensusPublisher census, SenderDeviceClocks clocks) {
    /** A clock that differs by more was never set, and its values are of the present. */
    private static final Duration ASTRAY = Duration.ofDays(1);

    /** Returns the values of a message with their beds. The bed of a value is empty when there is none. */
    List<MeasuredValue> placed(String sender, List<MeasuredValue> values, Instant now) {
        boolean areAllNamed = values.stream().noneMatch(value -> value.bed().isEmpty());
        Map<String, DeviceClock> byDevice = areAllNamed ? Map.of() : clocksAfter(sender, values, now);
        return values.stream()
                .map(value -> value.bed().isEmpty()
                        ? value.withBed(
                                census.bedOf(value.patient(), measuredAt(value, byDevice.get(device(value)), now)))
                        : atItsTime(value))
                .toList();
    }

    /** Moves the clocks of the devices whose live values name no bed to the newest of their times. */
    private Map<String, DeviceClock> clocksAfter(String sender, List<MeasuredValue> values, Instant now) {
        Map<String, Instant> newest = new HashMap<>();
        for (MeasuredValue value : values) {
            if (value.bed().isEmpty() && value.isLive() && isPlausible(value.time(), now)) {
                newest.merge(device(value), value.time(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        Map<String, DeviceClock> clocksAfter = new HashMap<>();
        newest.forEach((device, stamp) -> clocksAfter.put(device, clocks.after(sender + "|" + device, stamp, now)));
        return clocksAfter;
    }

    /** Returns the name of a value's device. A sender that names no devices has one for each patient. */
    private static String device(MeasuredValue value) {
        return value.device().isEmpty() ? "of the patient " + value.patient() : "named " + value.device();
    }

    private static boolean isPlausible(Instant stamp, Instant now) {
        return stamp.isAfter(now.minus(ASTRAY)) && !stamp.isAfter(now.plus(ArrivalTimes.AHEAD));
    }

    private static Instant measuredAt(MeasuredValue value, DeviceClock clock, Instant now) {
        if (!value.isLive()) {
            return value.time();
        }
        return clock == null || !isPlausible(value.time(), now) ? now : clock.asOf(value.time(), now);
    }

    /** Returns the values of a message that was received long ago, with the beds of their patients then. The bed is empty when there is none. */
    List<MeasuredValue> placedLate(List<MeasuredValue> named) {
        return named.stream().map(this::atItsTime).toList();
    }

    private MeasuredValue atItsTime(MeasuredValue value) {
        return isOfLaboratory(value) ? value.withBed(census.bedOf(value.patient(), value.bed(), value.time())) : value;
    }

    private static boolean isOfLaboratory(MeasuredValue value) {
        return !value.patient().isEmpty()
                && VariableCatalogue.standard()
                        .find(value.variable())
                        .filter(variable -> variable.sampling() == SamplingMode.LAB)
                        .isPresent();
    }
}
