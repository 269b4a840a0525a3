package org.vigie.gateway.intake;

/** What the census knows by the sender's own numbers. Without a census nothing is known. */
public interface StayLookup {
    /** No census is at hand: a file is read. */
    StayLookup NONE = new StayLookup() {
        @Override
        public boolean isAtHand() {
            return false;
        }
    };

    default boolean isAtHand() {
        return true;
    }

    /** Where the patient whom the sender calls {@code number} lies; empty when nobody knows. */
    default String bedOf(String number) {
        return "";
    }

    /** Whether the admission system spoke of a patient with this number. */
    default boolean hasPatient(String number) {
        return !bedOf(number).isEmpty();
    }

    /** Where the patient of a visit that goes on lies, by the visit's number; empty when nobody knows. */
    default String bedOfVisit(String number) {
        return "";
    }
}
