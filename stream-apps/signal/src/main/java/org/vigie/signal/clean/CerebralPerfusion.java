package org.vigie.signal.clean;

import org.vigie.schemas.variable.VariableNames;

/**
 * Computes the cerebral perfusion pressure: mean arterial pressure minus intracranial pressure, in mmHg.
 *
 * <p>Source: Brain Trauma Foundation, Guidelines for the Management of Severe Traumatic Brain Injury, 4th edition, 2016.
 *
 * @param arterial invasive mean arterial pressure in mmHg
 * @param intracranial mean intracranial pressure in mmHg, measured at the same instant
 */
public record CerebralPerfusion(double arterial, double intracranial) {
    /** The variable of the arterial pressure. */
    public static final String ARTERIAL = VariableNames.ABP_MEAN;

    /** The variable of the intracranial pressure. */
    public static final String INTRACRANIAL = VariableNames.ICP;

    /** Returns the cerebral perfusion pressure in mmHg. */
    public double pressure() {
        return arterial - intracranial;
    }
}
