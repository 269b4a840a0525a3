package org.vigie.gateway.publish;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.vigie.gateway.census.BedCensus;
import org.vigie.gateway.census.CensusChange;
import org.vigie.gateway.identity.PseudonymGenerator;
import org.vigie.gateway.intake.PatientMovement;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;

/** Makes changes of the census from movements. Patients and stays become pseudonyms. */
final class CensusChangeFactory {
    private static final double DAYS_A_YEAR = 365.25;

    private final PseudonymGenerator pseudonyms;

    CensusChangeFactory(PseudonymGenerator pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /** Returns the pseudonym of a patient. It stays the same as long as the stay lasts, even when the keys are renewed. */
    String patient(BedCensus census, String number) {
        List<String> names = pseudonyms.patient(number);
        return names.stream()
                .filter(name -> census.last(name).isPresent())
                .findFirst()
                .orElse(names.get(0));
    }

    /** @param latest the census before the movement */
    CensusChange change(BedCensus latest, PatientMovement movement, Instant now) {
        Instant at = movement.time().orElse(now);
        String patient = patient(latest, movement.patient());
        Optional<Stay> running = latest.last(patient).filter(stay -> stay.getUntil() == null);
        Instant admitted =
                movement.admittedAt().or(() -> running.map(Stay::getAdmittedAt)).orElse(at);
        CensusChange change = new CensusChange(
                movement.action(),
                patient,
                running.map(Stay::getStay).orElseGet(() -> stay(movement, admitted)),
                movement.visit().isEmpty() ? List.of() : pseudonyms.stay(movement.visit()),
                movement.bed(),
                movement.priorBed(),
                movement.priorPatient().isEmpty() ? "" : patient(latest, movement.priorPatient()),
                at,
                now,
                admitted,
                age(movement.person().born(), admitted),
                sex(movement.person().sex()));
        return movement.recordedAt()
                .map(recorded -> recorded.isAfter(now) ? now : recorded)
                .filter(at::isBefore)
                .map(change::arrivedBy)
                .orElse(change);
    }

    /** Returns the pseudonym of a new stay: that of its visit, or that of the patient's admission. */
    private String stay(PatientMovement movement, Instant admitted) {
        String visit = movement.visit().isEmpty() ? movement.patient() + "|" + admitted : movement.visit();
        return pseudonyms.stay(visit).get(0);
    }

    private static Double age(String born, Instant at) {
        if (!born.matches("[12][0-9]{3}([01][0-9]([0-3][0-9].*)?)?")) {
            return null;
        }
        int month = born.length() >= 6 ? Integer.parseInt(born.substring(4, 6)) : 7;
        double year = Integer.parseInt(born.substring(0, 4)) + (month - 1) / 12.0;
        double then = 1970 + at.getEpochSecond() / 86_400.0 / DAYS_A_YEAR;
        double age = Math.floor((then - year) * 10) / 10;
        return age >= 0 && age <= 120 ? age : null;
    }

    private static AdministrativeSexRecord sex(String sent) {
        return switch (sent) {
            case "F", "female" -> AdministrativeSexRecord.FEMALE;
            case "M", "male" -> AdministrativeSexRecord.MALE;
            default -> AdministrativeSexRecord.UNKNOWN;
        };
    }
}
