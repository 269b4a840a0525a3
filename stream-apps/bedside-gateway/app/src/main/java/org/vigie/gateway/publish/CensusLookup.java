package org.vigie.gateway.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.census.BedAssignmentLookup;
import org.vigie.gateway.census.BedCensus;
import org.vigie.gateway.identity.PseudonymGenerator;
import org.vigie.gateway.intake.StayLookup;
import org.vigie.gateway.intake.VisitBed;

/** Looks up stays in one state of the census, by the pseudonyms of the sender's identifiers. */
record CensusLookup(BedCensus census, PseudonymGenerator pseudonyms) implements StayLookup {
    /** Returns the bed of a patient at a time. Empty when there is none. */
    @Override
    public String bedOf(String number, Instant at) {
        BedAssignmentLookup beds = new BedAssignmentLookup(census);
        return number.isEmpty()
                ? ""
                : pseudonyms.patient(number).stream()
                        .flatMap(name -> beds.bedOf(name, at).stream())
                        .findFirst()
                        .orElse("");
    }

    /** Returns the bed of a value that names its patient and a bed; empty when it was another patient's. An unknown patient keeps the named bed. */
    String bedOf(String number, String named, Instant at) {
        BedAssignmentLookup beds = new BedAssignmentLookup(census);
        return pseudonyms.patient(number).stream()
                .filter(name -> census.last(name).isPresent())
                .findFirst()
                .map(name -> beds.bedOf(name, named, at).orElse(""))
                .orElse(named);
    }

    /** Returns true when the census has, or had, a patient with this identifier. */
    @Override
    public boolean hasPatient(String number) {
        return !number.isEmpty()
                && pseudonyms.patient(number).stream()
                        .anyMatch(name -> census.last(name).isPresent());
    }

    /** Returns the beds of the stay with this visit number. Empty when there is none. */
    @Override
    public List<VisitBed> bedsOfVisit(String number) {
        BedAssignmentLookup beds = new BedAssignmentLookup(census);
        return number.isEmpty()
                ? List.of()
                : pseudonyms.stay(number).stream()
                        .flatMap(stay -> beds.ofStay(stay).stream())
                        .map(claim ->
                                new VisitBed(claim.getBed(), claim.getFrom(), Optional.ofNullable(claim.getUntil())))
                        .toList();
    }
}
