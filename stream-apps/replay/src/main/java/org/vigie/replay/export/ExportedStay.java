package org.vigie.replay.export;

import java.time.Duration;
import java.util.Optional;
import org.vigie.schemas.Stay;

/**
 * Holds the facts of one stay, generalised so that stays share them.
 *
 * @param patient pseudonym; it is counted and never exported
 * @param unit last unit of the stay
 * @param lengthBand how long the patient was in intensive care, in days
 */
record ExportedStay(
        String stay, String patient, String unit, String ageBand, String sex, String unitKind, String lengthBand) {
    /** Stands for an age that nobody sent. */
    private static final String UNKNOWN = "UNKNOWN";
    /** Stands for the length of a stay that goes on. */
    private static final String PRESENT = "PRESENT";

    static ExportedStay of(Stay stay, AnonymityLevel anonymity) {
        return new ExportedStay(
                stay.getStay(),
                stay.getPatient(),
                stay.getBed().split("/", 2)[0],
                Optional.ofNullable(stay.getAge()).map(anonymity::band).orElse(UNKNOWN),
                stay.getSex().name(),
                stay.getUnitKind().name(),
                Optional.ofNullable(stay.getUntil())
                        .map(until -> lengthBand(
                                Duration.between(stay.getAdmittedAt(), until).toDays()))
                        .orElse(PRESENT));
    }

    private static String lengthBand(long days) {
        if (days < 1) {
            return "0";
        } else if (days < 3) {
            return "1-2";
        } else if (days < 7) {
            return "3-6";
        }
        return days < 14 ? "7-13" : "14+";
    }
}
