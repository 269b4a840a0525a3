package org.vigie.signal.earlywarning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.vigie.schemas.variable.VariableNames;
import org.vigie.signal.vitals.CurrentValue;
import org.vigie.signal.vitals.CurrentVitals;

/**
 * Keeps the changes of the inspired oxygen, so that a blood gas is judged with the FiO2 at its sampling.
 *
 * @param settings the newest changes, in ascending order of time
 */
public record OxygenHistory(List<OxygenSetting> settings) {
    /** Largest number of changes that are kept. */
    private static final int KEPT = 32;

    /** The history of a stay whose inspired oxygen is not known. */
    public static final OxygenHistory NONE = new OxygenHistory(List.of());

    /** Holds a FiO2 in % and the time from which it was measured. */
    public record OxygenSetting(double fio2, Instant since) {}

    public OxygenHistory {
        settings = List.copyOf(settings);
    }

    /** Returns the history with the newest FiO2. An equal or an older value changes nothing. */
    public OxygenHistory with(CurrentVitals vitals) {
        Optional<CurrentValue> newest = vitals.find(VariableNames.FIO2);
        return newest.isEmpty() || isKnown(newest.get()) ? this : after(newest.get());
    }

    private boolean isKnown(CurrentValue value) {
        if (settings.isEmpty()) {
            return false;
        }
        OxygenSetting last = settings.get(settings.size() - 1);
        return last.fio2() == value.value() || !value.at().isAfter(last.since());
    }

    private OxygenHistory after(CurrentValue value) {
        List<OxygenSetting> all = new ArrayList<>(settings);
        all.add(new OxygenSetting(value.value(), value.at()));
        return new OxygenHistory(all.subList(Math.max(0, all.size() - KEPT), all.size()));
    }

    /** Returns the FiO2 in % at an instant; empty when none was measured before it. */
    public OptionalDouble at(Instant instant) {
        return settings.stream()
                .filter(setting -> !setting.since().isAfter(instant))
                .mapToDouble(OxygenSetting::fio2)
                .reduce((earlier, later) -> later);
    }
}
