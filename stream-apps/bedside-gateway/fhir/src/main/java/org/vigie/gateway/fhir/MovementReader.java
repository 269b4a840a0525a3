package org.vigie.gateway.fhir;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.vigie.gateway.codes.Movement;
import org.vigie.gateway.codes.Movement.Action;
import org.vigie.gateway.codes.Movement.Person;
import org.vigie.gateway.fhir.Resources.Item;

/** An Encounter as a movement from bed to bed, a Patient as news of who it is. */
final class MovementReader {
    private static final Set<String> OUTPATIENTS = Set.of("AMB", "VR", "HH");

    private final When when;
    private final Resources resources;
    private final Who who;
    private final Places places;
    private final Findings findings;

    MovementReader(When when, Resources resources, Findings findings) {
        this.when = when;
        this.resources = resources;
        this.who = new Who(resources);
        this.places = new Places(resources);
        this.findings = findings;
    }

    void encounter(Item item) {
        Element encounter = item.resource();
        Element subject = encounter.any("subject", "patient").orElseGet(() -> encounter.get("subject"));
        Optional<Element> period = encounter.any("period", "actualPeriod");
        Optional<Instant> admitted = period.flatMap(given -> when.first(given, "start"));
        Optional<Instant> discharged = period.flatMap(given -> when.first(given, "end"));
        Action action = action(encounter);
        findings.add(new Movement(
                "Encounter " + encounter.code("status"),
                action,
                who.patient(subject, item.container()),
                Who.number(encounter),
                places.current(encounter),
                places.prior(encounter),
                "",
                action == Action.DISCHARGE ? discharged : since(encounter, admitted),
                admitted,
                discharged,
                "",
                resources
                        .find(subject, item.container())
                        .filter(found -> found.type().equals("Patient"))
                        .map(MovementReader::person)
                        .orElse(Person.UNKNOWN)));
    }

    /** When the patient came to the place, if the place says; a time that cannot be read gives way to no other. */
    private Optional<Instant> since(Element encounter, Optional<Instant> admitted) {
        Optional<Element> said = places.since(encounter).filter(period -> period.has("start"));
        return said.isPresent() ? when.first(said.get(), "start") : admitted;
    }

    private Action action(Element encounter) {
        return switch (encounter.code("status")) {
            case "finished", "discharged", "completed" -> Action.DISCHARGE;
            case "cancelled", "entered-in-error" -> Action.CANCEL_ADMIT;
            case "arrived", "triaged", "in-progress", "onleave", "on-hold" -> here(encounter);
            default -> Action.NONE;
        };
    }

    private Action here(Element encounter) {
        if (places.current(encounter).isEmpty()) {
            return Action.UPDATE;
        }
        if (isOutpatient(encounter)) {
            return Action.REGISTER;
        }
        return places.prior(encounter).isEmpty() ? Action.ADMIT : Action.TRANSFER;
    }

    /** Ambulatory, virtual or at home (HL7 v3 ActCode); R4 gives a coding, R5 concepts. */
    private static boolean isOutpatient(Element encounter) {
        return encounter.each("class").stream()
                .anyMatch(given -> OUTPATIENTS.contains(given.code("code"))
                        || Concept.codes(given).stream().anyMatch(code -> OUTPATIENTS.contains(code.code())));
    }

    /** A Patient alone moves nobody. One who replaces another (a merge) names the other. */
    void patient(Item item) {
        Element patient = item.resource();
        Optional<Element> replaced = patient.each("link").stream()
                .filter(link -> link.code("type").equals("replaces"))
                .map(link -> link.get("other"))
                .findFirst();
        findings.add(new Movement(
                "Patient",
                replaced.isPresent() ? Action.MERGE : Action.UPDATE,
                Who.patientNumber(patient),
                "",
                "",
                "",
                replaced.map(other -> who.patient(other, item.container())).orElse(""),
                when.first(patient.get("meta"), "lastUpdated"),
                Optional.empty(),
                Optional.empty(),
                "",
                person(patient)));
    }

    private static Person person(Element patient) {
        Element name = patient.each("name").stream()
                .filter(given -> given.code("use").equals("official"))
                .findFirst()
                .orElseGet(() -> patient.get("name"));
        String family = name.has("family") ? name.text("family") : name.text("text");
        return new Person(
                family,
                name.text("given"),
                patient.text("birthDate").replace("-", ""),
                switch (patient.code("gender")) {
                    case "female" -> "F";
                    case "male" -> "M";
                    default -> "";
                });
    }
}
