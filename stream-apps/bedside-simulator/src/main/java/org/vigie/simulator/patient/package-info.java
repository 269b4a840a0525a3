/**
 * Simulates one patient: demographics, vital signs at any instant, charted values and laboratory values.
 *
 * <p>Every value is a function of the seed and the instant. Decided here: the patient's own state. Not decided here: deteriorations and
 * equipment faults; see {@code org.vigie.simulator.story}.
 */
package org.vigie.simulator.patient;
