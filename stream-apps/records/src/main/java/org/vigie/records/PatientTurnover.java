package org.vigie.records;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.Stay;
import org.vigie.signal.identify.StayAssignment;

/**
 * Finds when a patient left a bed for certain, so that what was open there concerns nobody any more.
 *
 * <p>The begin of a stay is none: its patient may have been in the bed before the admission was entered. Neither is the begin or the end of
 * a conflict between two admissions, because one of the two patients may be in the bed before and after it.
 *
 * @param stays stays of one bed, in any order
 */
public record PatientTurnover(List<Stay> stays) {
    public PatientTurnover {
        stays = List.copyOf(stays);
    }

    /** Returns when a patient left last, up to {@code now}: the bed was empty then, or another patient came. */
    public Optional<Instant> last(Instant now) {
        return stays.stream()
                .filter(stay -> hasEnded(stay, now) && !StayAssignment.isConflict(stay.getStay()))
                .filter(stay -> stays.stream().noneMatch(next -> mayGoOn(stay, next)))
                .map(Stay::getUntil)
                .max(Comparator.naturalOrder());
    }

    private static boolean hasEnded(Stay stay, Instant now) {
        return stay.getUntil() != null && !stay.getUntil().isAfter(now);
    }

    /** Returns true when the patient of an ended stay may still be in the bed in another stay. */
    private static boolean mayGoOn(Stay ended, Stay next) {
        return holds(next, ended.getUntil())
                && (StayAssignment.isConflict(next.getStay())
                        || next.getPatient().equals(ended.getPatient()));
    }

    private static boolean holds(Stay stay, Instant at) {
        return !stay.getFrom().isAfter(at)
                && (stay.getUntil() == null || stay.getUntil().isAfter(at));
    }
}
