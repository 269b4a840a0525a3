package org.vigie.gateway.publish;

import org.vigie.gateway.census.BedCensus;
import org.vigie.gateway.identity.PseudonymGenerator;
import org.vigie.gateway.intake.StayLookup;

/** Looks up stays in one state of the census, by the pseudonyms of the sender's identifiers. */
record CensusLookup(BedCensus census, PseudonymGenerator pseudonyms) implements StayLookup {
    /** Returns the bed of a patient in the census. Empty when there is none. */
    @Override
    public String bedOf(String number) {
        return number.isEmpty()
                ? ""
                : pseudonyms.patient(number).stream()
                        .flatMap(name -> census.bedOf(name).stream())
                        .findFirst()
                        .orElse("");
    }

    /** Returns true when the census has, or had, a patient with this identifier. */
    @Override
    public boolean hasPatient(String number) {
        return !number.isEmpty()
                && pseudonyms.patient(number).stream()
                        .anyMatch(name -> census.last(name).isPresent());
    }

    /** Returns the bed of the running stay with this visit number. Empty when there is none. */
    @Override
    public String bedOfVisit(String number) {
        return number.isEmpty()
                ? ""
                : pseudonyms.stay(number).stream()
                        .flatMap(stay -> census.bedOfStay(stay).stream())
                        .findFirst()
                        .orElse("");
    }
}
