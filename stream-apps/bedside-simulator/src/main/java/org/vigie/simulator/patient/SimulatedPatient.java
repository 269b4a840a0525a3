package org.vigie.simulator.patient;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitTypeRecord;

/**
 * Represents one simulated patient, defined by a random seed.
 *
 * @param number number of the patient within the ward, from 1
 * @param arterialLine true when the pressure is measured in an artery every second, after the first hours; else by a cuff
 */
public record SimulatedPatient(int number, RandomSeed seed, Instant admittedAt, boolean arterialLine) {
    private static final int PSEUDONYM_DIGITS = 10;
    private static final List<UnitTypeRecord> UNITS = List.of(
            UnitTypeRecord.CORONARY, UnitTypeRecord.CARDIAC_SURGERY, UnitTypeRecord.MEDICAL, UnitTypeRecord.SURGICAL);

    /** Returns this patient's stay on one bed. */
    public Stay stay(String bed, Instant from, Instant until) {
        return new Stay(
                stayId(),
                "patient-" + pseudonym("patient"),
                bed,
                from,
                until,
                admittedAt,
                Math.floor(seed.derive("age").between(35, 88)),
                sex(),
                heightCm(),
                weightKg(),
                UNITS.get(seed.derive("unit").below(UNITS.size())),
                "");
    }

    public String stayId() {
        return "stay-" + pseudonym("stay");
    }

    public double weightKg() {
        double metres = heightCm() / 100;
        return Math.rint(seed.derive("bmi").between(20, 33) * metres * metres);
    }

    private double heightCm() {
        return Math.rint(
                seed.derive("height").between(-12, 12) + (sex() == AdministrativeSexRecord.FEMALE ? 163 : 176));
    }

    private AdministrativeSexRecord sex() {
        return seed.derive("sex").uniform() < 0.42 ? AdministrativeSexRecord.FEMALE : AdministrativeSexRecord.MALE;
    }

    private String pseudonym(String of) {
        long value = seed.derive(of).derive(admittedAt.getEpochSecond()).value();
        return HexFormat.of().toHexDigits(value, PSEUDONYM_DIGITS);
    }
}
