/**
 * Erases one patient: destroys the patient's key, and proves that what was sealed with it cannot be read.
 *
 * <p>Decided here: what counts as erased. Not decided here: what is sealed with the key of a patient.
 */
package org.vigie.gateway.erase;
