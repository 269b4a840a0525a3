package org.vigie.signal.clean;

import java.time.Instant;
import java.util.Map;
import org.vigie.schemas.variable.VariableCatalogue;
import org.vigie.schemas.variable.VariableNames;

/**
 * Detects a streamed reading that cannot be true beside the other readings of its instant: swapped signals, a line or electrodes without the
 * patient, and a sensor at the end of its range.
 *
 * <p>No alarm depends on such a reading alone. For each kind another value of the same message is kept, whose alarm still calls, or the
 * suspicion ends after a minute. A heart rate of zero and a heart rate at the end of its range are kept: they may be an arrest.
 *
 * @param reading newest reading of its channel
 * @param asOf time of its measurement by the ward's clock
 * @param channels channels of the device before the reading
 * @param values all readings of its instant
 */
record ContradictedReadingRule(
        Reading reading, Instant asOf, Map<ChannelKey, ChannelState> channels, SimultaneousValues values) {
    /** The most urgent alarm of a line that is open waits for two minutes, that of a fast respiration for one. */
    private static final long BRIEF_SECONDS = 60;

    private static final double BEATING = 25;
    private static final double FASTER = 50;

    /** Returns SPIKE for a value of another signal, FLAT_LINE for one of no patient, and NONE when nothing contradicts the reading. */
    CleaningReason reason() {
        if (!isStreamed()) {
            return CleaningReason.NONE;
        }
        return switch (reading.variable()) {
            case VariableNames.ABP_SYS, VariableNames.ABP_DIA -> ofPressure(ArterialPressures.of(values));
            case VariableNames.ABP_MEAN -> ofMean(ArterialPressures.of(values));
            case VariableNames.PULSE_SPO2 -> noPatient(isFasterThanTheHeart());
            case VariableNames.HR -> otherSignal(areRatesSwapped());
            case VariableNames.RR ->
                areRatesSwapped() ? CleaningReason.SPIKE : noPatient(areElectrodesLost() || isAtItsEnd());
            default -> CleaningReason.NONE;
        };
    }

    private static CleaningReason noPatient(boolean found) {
        return found ? CleaningReason.FLAT_LINE : CleaningReason.NONE;
    }

    private static CleaningReason otherSignal(boolean found) {
        return found ? CleaningReason.SPIKE : CleaningReason.NONE;
    }

    private CleaningReason ofPressure(ArterialPressures pressures) {
        return pressures.areSwapped()
                ? CleaningReason.SPIKE
                : noPatient(pressures.areOfAFlush() || (pressures.areOfAnOpenLine() && beats()));
    }

    /** Keeps the mean of an open line after a minute, so that its alarm calls. */
    private CleaningReason ofMean(ArterialPressures pressures) {
        boolean open = pressures.areOfAnOpenLine() && beats() && ArterialPressures.OPEN <= level() && isBrief();
        return noPatient(open || pressures.areOfAFlush());
    }

    /** Returns true for a pulse at the end of its range beside a slower heart: the heart rate, which leads, is kept. */
    private boolean isFasterThanTheHeart() {
        double pulse = values.of(VariableNames.PULSE_SPO2);
        return pulse
                        > VariableCatalogue.standard()
                                .get(VariableNames.PULSE_SPO2)
                                .soft()
                                .high()
                && pulse - values.of(VariableNames.HR) > FASTER;
    }

    /** Returns true when the electrodes count neither beats nor breaths while the oximeter counts beats. The heart rate is kept and calls. */
    private boolean areElectrodesLost() {
        return values.of(VariableNames.RR) == 0 && values.of(VariableNames.HR) == 0 && beats();
    }

    /** Returns true for a respiration at the end of its range, for a minute. */
    private boolean isAtItsEnd() {
        var respiration = VariableCatalogue.standard().get(VariableNames.RR);
        return values.of(VariableNames.RR) >= respiration.hard().high()
                && respiration.soft().contains(level())
                && isBrief();
    }

    private boolean areRatesSwapped() {
        return new SwappedRatesRule(channels, values, asOf).applies();
    }

    private boolean beats() {
        return values.of(VariableNames.PULSE_SPO2) >= BEATING;
    }

    /** Returns the last trusted value. */
    private double level() {
        return before().level().value();
    }

    /** Returns true when the last trusted value is at most a minute old. */
    private boolean isBrief() {
        return !ElapsedTime.lasts(before().pace().newest(), asOf, BRIEF_SECONDS);
    }

    private boolean isStreamed() {
        Instant newest = before().seen().latest();
        return newest.isBefore(values.at()) && ChannelHistory.isShort(newest, values.at());
    }

    private ChannelState before() {
        return channels.getOrDefault(ChannelKey.of(reading), ChannelState.SILENT);
    }
}
