package org.vigie.recordings.datasets;

import java.util.Map;
import org.vigie.recordings.StayRecording.RecordedPatient;
import org.vigie.schemas.AdministrativeSexRecord;
import org.vigie.schemas.UnitTypeRecord;

/** Reads the facts of a stay of PhysioNet-2012: age, sex, height, weight and type of the unit. -1 stands for unknown. */
final class Physionet2012Patient {
    private static final Map<Integer, UnitTypeRecord> UNITS = Map.of(
            1,
            UnitTypeRecord.CORONARY,
            2,
            UnitTypeRecord.CARDIAC_SURGERY,
            3,
            UnitTypeRecord.MEDICAL,
            4,
            UnitTypeRecord.SURGICAL);

    private final Map<String, Double> facts;

    private Physionet2012Patient(Map<String, Double> facts) {
        this.facts = facts;
    }

    static RecordedPatient of(Map<String, Double> facts) {
        Physionet2012Patient patient = new Physionet2012Patient(facts);
        return new RecordedPatient(
                patient.known("Age"),
                patient.sex(),
                patient.known("Height"),
                patient.known("Weight"),
                UNITS.getOrDefault((int) patient.fact("ICUType"), UnitTypeRecord.UNKNOWN));
    }

    private double fact(String name) {
        return facts.getOrDefault(name, -1.0);
    }

    private Double known(String name) {
        return fact(name) <= 0 ? null : facts.get(name);
    }

    private AdministrativeSexRecord sex() {
        double gender = fact("Gender");
        if (gender == 0) {
            return AdministrativeSexRecord.FEMALE;
        }
        return gender == 1 ? AdministrativeSexRecord.MALE : AdministrativeSexRecord.UNKNOWN;
    }
}
