package org.vigie.extraction;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Describes one stay as the warehouse holds it.
 *
 * @param age in years
 * @param sex {@code F}, {@code M}, or another word for an unknown one
 * @param careUnit name of the unit; empty when not known
 */
record WarehouseStay(
        long id,
        String person,
        LocalDateTime admitted,
        LocalDateTime discharged,
        OptionalDouble age,
        String sex,
        String careUnit,
        Optional<LocalDateTime> leftHospital,
        Optional<LocalDateTime> died,
        boolean diedInHospital) {

    Duration length() {
        return Duration.between(admitted, discharged);
    }

    /** Returns the whole days from the admission to an instant; -1 when it is not known. */
    long daysTo(Optional<LocalDateTime> end) {
        return end.map(at -> Math.max(0, Duration.between(admitted, at).toDays()))
                .orElse(-1L);
    }

    /** Returns the kind of unit by the numbers of PhysioNet-2012; -1 when it is none of them. */
    int unitNumber() {
        if (careUnit.startsWith("Coronary")) {
            return 1;
        }
        if (careUnit.startsWith("Cardiac Vascular")) {
            return 2;
        }
        if (careUnit.startsWith("Medical")) {
            return 3;
        }
        return careUnit.contains("Surgical Intensive") || careUnit.startsWith("Trauma") ? 4 : -1;
    }

    /** Returns 0 for a woman, 1 for a man, -1 when the sex is not known. */
    int sexNumber() {
        return sex.equalsIgnoreCase("F") ? 0 : sex.equalsIgnoreCase("M") ? 1 : -1;
    }
}
