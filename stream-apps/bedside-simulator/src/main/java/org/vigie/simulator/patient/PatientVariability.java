package org.vigie.simulator.patient;

import java.util.Locale;

/** Says how much the vital signs of simulated patients vary without an event. */
public enum PatientVariability {
    /** The signs stay inside the alarm limits unless a script moves them; see {@link PhysiologyModel}. */
    NONE,
    /** The signs vary as in real recordings, and nurses and sensors disturb them; see {@link FittedPhysiologyModel}. */
    FITTED;

    /** Returns the name as it is typed on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the model of one patient. */
    public VitalSignModel model(RandomSeed patient) {
        return switch (this) {
            case NONE -> new PhysiologyModel(patient);
            case FITTED -> new FittedPhysiologyModel(patient, VariabilityTable.standard());
        };
    }
}
