package org.vigie.simulator.patient;

import java.time.Instant;
import java.util.Map;

/** Computes the undisturbed vital signs of one patient. The same instant always gives the same signs. */
public interface VitalSignModel {
    /** Returns the vital signs by catalogue name, in the catalogue's unit, not rounded. The caller may change the map. */
    Map<String, Double> at(Instant at);
}
