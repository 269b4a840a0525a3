/**
 * Defines the events of the ward: scripted deteriorations and transfers (tables), and seeded faults of the equipment and the network.
 *
 * <p>Decided here: which event happens to which patient or bed, from when until when. All events are ground truth. Not decided here: the
 * undisturbed vital signs of a patient; see {@code org.vigie.simulator.patient}.
 */
package org.vigie.simulator.story;
