/**
 * Reads the fields of an OBX row: the code, the value, the status, the method and the place in the containment tree.
 *
 * <p>Decided here: what a row says by itself. Not decided here: which measurement follows from it.
 */
package org.vigie.gateway.hl7.obx;
