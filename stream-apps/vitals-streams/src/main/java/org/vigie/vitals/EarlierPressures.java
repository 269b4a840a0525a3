package org.vigie.vitals;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.clean.CerebralPerfusion;
import org.vigie.signal.clean.DeviceChannels;
import org.vigie.signal.clean.InstantHistory;
import org.vigie.signal.clean.Reading;
import org.vigie.signal.clean.ReportedInstant;

/**
 * Holds the pressures in mmHg that a device reported earlier for the instant of a pressure that a message withdraws or corrects.
 *
 * @param arterialOrNull mean arterial pressure; null when none is kept
 * @param intracranialOrNull intracranial pressure; null when none is kept
 * @param hasPerfusion true when the device reported a cerebral perfusion pressure of its own
 */
record EarlierPressures(
        @Nullable Double arterialOrNull, @Nullable Double intracranialOrNull, boolean hasPerfusion) {
    /** Stands for a message that withdraws no pressure. */
    static final EarlierPressures NONE = new EarlierPressures(null, null, false);

    boolean isEmpty() {
        return arterialOrNull == null && intracranialOrNull == null;
    }

    /**
     * Returns the earlier pressures for a message.
     *
     * @param verdicts verdicts on its readings, in their order
     */
    static EarlierPressures of(
            List<Reading> readings, List<StoredVerdict> verdicts, DeviceChannels channels, InstantHistory history) {
        for (int index = 0; index < readings.size(); index++) {
            Reading reading = readings.get(index);
            if (!verdicts.get(index).withdrawn().isEmpty() && isPressure(reading.variable())) {
                return at(new ReportedInstant(channels, history, reading.measuredAt()));
            }
        }
        return NONE;
    }

    private static boolean isPressure(String variable) {
        return variable.equals(CerebralPerfusion.ARTERIAL) || variable.equals(CerebralPerfusion.INTRACRANIAL);
    }

    private static EarlierPressures at(ReportedInstant instant) {
        Optional<Double> arterial = instant.kept(CerebralPerfusion.ARTERIAL);
        Optional<Double> intracranial = instant.kept(CerebralPerfusion.INTRACRANIAL);
        boolean own = instant.kept(VariableNames.CPP).isPresent();
        return new EarlierPressures(arterial.orElse(null), intracranial.orElse(null), own);
    }
}
