package org.vigie.simulator.patient;

import java.time.Instant;
import java.util.List;
import org.vigie.schemas.Sex;
import org.vigie.schemas.Stay;
import org.vigie.schemas.UnitKind;

/**
 * One seeded patient.
 *
 * @param number from 1 within the ward
 * @param arterialLine true when the pressure is taken in an artery, second by second, once the patient has settled; else by a cuff
 */
public record Patient(int number, Seed seed, Instant admittedAt, boolean arterialLine) {
    private static final List<UnitKind> UNITS =
            List.of(UnitKind.CORONARY, UnitKind.CARDIAC_SURGERY, UnitKind.MEDICAL, UnitKind.SURGICAL);

    /** This patient's time on one bed. */
    public Stay stay(String bed, Instant from, Instant until) {
        return new Stay(
                stayId(),
                "patient-" + pseudonym("patient"),
                bed,
                from,
                until,
                admittedAt,
                Math.floor(seed.of("age").between(35, 88)),
                sex(),
                heightCm(),
                weightKg(),
                UNITS.get(seed.of("unit").below(UNITS.size())),
                "");
    }

    public String stayId() {
        return "stay-" + pseudonym("stay");
    }

    public double weightKg() {
        double metres = heightCm() / 100;
        return Math.rint(seed.of("bmi").between(20, 33) * metres * metres);
    }

    private double heightCm() {
        return Math.rint(seed.of("height").between(-12, 12) + (sex() == Sex.FEMALE ? 163 : 176));
    }

    private Sex sex() {
        return seed.of("sex").uniform() < 0.42 ? Sex.FEMALE : Sex.MALE;
    }

    private String pseudonym(String of) {
        return String.format(
                "%010x", seed.of(of).of(admittedAt.getEpochSecond()).value() & 0xFF_FFFF_FFFFL);
    }
}
