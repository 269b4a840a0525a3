package org.vigie.gateway.intake;

import java.time.Instant;
import java.util.List;

/** Looks up stays in the census by the sender's identifiers. */
public interface StayLookup {
    /** A lookup without a census, for messages that are read from a file. */
    StayLookup NONE = new StayLookup() {
        @Override
        public boolean isAtHand() {
            return false;
        }
    };

    default boolean isAtHand() {
        return true;
    }

    /** Returns the bed on which a patient was at a time. Empty when it is not known. */
    default String bedOf(String number, Instant at) {
        return "";
    }

    /** Returns true when the census has, or had, a patient with this identifier. */
    default boolean hasPatient(String number) {
        return false;
    }

    /** Returns the beds of a visit by the number of the visit, in the order of time. Empty when the visit is not known. */
    default List<VisitBed> bedsOfVisit(String number) {
        return List.of();
    }
}
