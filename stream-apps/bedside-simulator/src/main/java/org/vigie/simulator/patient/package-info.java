/**
 * A simulated patient: who it is, its vital signs at any instant, what is charted and measured in the laboratory.
 *
 * <p>Every value is a function of the seed and the instant. Decided here: what is true of the patient. Not decided here: what goes
 * wrong with the patient or with the equipment; see {@code org.vigie.simulator.story}.
 */
package org.vigie.simulator.patient;
