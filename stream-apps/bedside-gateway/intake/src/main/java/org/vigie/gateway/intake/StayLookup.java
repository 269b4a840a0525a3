package org.vigie.gateway.intake;

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

    /** Returns the bed of a patient. Empty when it is not known. */
    default String bedOf(String number) {
        return "";
    }

    /** Returns true when the census has, or had, a patient with this identifier. */
    default boolean hasPatient(String number) {
        return !bedOf(number).isEmpty();
    }

    /** Returns the bed of a running visit by the number of the visit. Empty when it is not known. */
    default String bedOfVisit(String number) {
        return "";
    }
}
