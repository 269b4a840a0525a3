package org.vigie.bench.ward;

import java.util.Optional;
import org.vigie.schemas.Truth;

/**
 * Holds the reason of one notification, where there is one.
 *
 * @param event the deterioration that explains it; empty for a technical call
 * @param disturbance what went wrong with the equipment, or what a nurse did, at that time
 */
record CallVerdict(BenchAlarm alarm, Optional<DeteriorationTruths> event, Optional<Truth> disturbance) {
    /** Returns true for a technical call while the equipment is in order, and for any other call that no event explains. */
    boolean isFalse() {
        return alarm.technical() ? disturbance.isEmpty() : event.isEmpty();
    }

    /** Returns whether a call of high priority came from a disturbance alone. */
    boolean isHighByArtefact() {
        return isFalse() && alarm.high() && disturbance.isPresent();
    }

    /** Returns why a false call came: {@code fault}, {@code nursing}, or {@code patient} for the patient's own variation. */
    String cause() {
        return disturbance.map(DisturbanceTruths::cause).orElse("patient");
    }

    @Override
    public String toString() {
        return alarm + disturbance.map(truth -> " during " + truth.getDetail()).orElse("");
    }
}
