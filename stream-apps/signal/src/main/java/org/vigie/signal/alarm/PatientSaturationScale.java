package org.vigie.signal.alarm;

import java.time.Instant;
import org.vigie.signal.earlywarning.SaturationScale;

/**
 * Holds the saturation scale of NEWS2 that a physician set for one patient. A transfer or the end of the stay ends it.
 *
 * @param by who set it
 * @param since when it was set, on the stay's clock
 */
public record PatientSaturationScale(SaturationScale scale, String by, Instant since) {}
