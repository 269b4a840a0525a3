/**
 * What goes wrong on the ward: scripted deteriorations and transfers (tables), and seeded trouble with the equipment and the network.
 *
 * <p>Decided here: what is done, to which patient or bed, from when until when. All of it is ground truth. Not decided here: what a
 * patient looks like when nothing is done; see {@code org.vigie.simulator.patient}.
 */
package org.vigie.simulator.story;
