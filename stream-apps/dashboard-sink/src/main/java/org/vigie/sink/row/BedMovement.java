package org.vigie.sink.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.schemas.BedStays;
import org.vigie.schemas.Stay;
import org.vigie.signal.identify.StayAssignment;

/** Holds a moment at which it changes who lies in a bed, as the admission system says. */
record BedMovement(Stay stay, BedMovementKind kind, Instant time) {
    /** Returns the movements of all stays of a bed, in the order of time. */
    static List<BedMovement> of(BedStays bed) {
        List<BedMovement> movements = new ArrayList<>();
        List<Stay> stays = bed.getStays();
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            boolean follows = i > 0 && meetsConflict(stays.get(i - 1), stay);
            boolean goesOn = i + 1 < stays.size() && meetsConflict(stay, stays.get(i + 1));
            begin(stay, follows).ifPresent(kind -> movements.add(new BedMovement(stay, kind, stay.getFrom())));
            end(stay, goesOn).ifPresent(kind -> movements.add(new BedMovement(stay, kind, stay.getUntil())));
        }
        return movements;
    }

    /** Returns true when one of two stays is a contradiction of claims and the other adjoins it: nobody moves between them. */
    private static boolean meetsConflict(Stay stay, Stay next) {
        return isConflict(stay) != isConflict(next) && next.getFrom().equals(stay.getUntil());
    }

    private static Optional<BedMovementKind> begin(Stay stay, boolean followsConflict) {
        if (isConflict(stay)) {
            return Optional.of(BedMovementKind.CONFLICTING);
        }
        boolean first = stay.getFrom().equals(stay.getAdmittedAt());
        BedMovementKind arrival = first ? BedMovementKind.ADMITTED : BedMovementKind.TRANSFERRED;
        return followsConflict ? Optional.empty() : Optional.of(arrival);
    }

    private static Optional<BedMovementKind> end(Stay stay, boolean endsInConflict) {
        if (stay.getUntil() == null) {
            return Optional.empty();
        }
        if (isConflict(stay)) {
            return Optional.of(BedMovementKind.SETTLED);
        }
        return endsInConflict ? Optional.empty() : Optional.of(BedMovementKind.LEFT);
    }

    private static boolean isConflict(Stay stay) {
        return StayAssignment.isConflict(stay.getStay());
    }
}
