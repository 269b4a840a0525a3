/**
 * Reads the alarms of devices (IHE PCD ACM, ORU^R40) from their rows.
 *
 * <p>Decided here: which attributes of an alarm are kept. Not decided here: whether Vigie raises an alarm of its own.
 */
package org.vigie.gateway.hl7.alert;
