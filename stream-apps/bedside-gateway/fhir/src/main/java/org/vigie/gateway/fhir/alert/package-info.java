/**
 * Reads the alarms of devices that arrive as observations.
 *
 * <p>Decided here: which fields of an alarm are kept. Not decided here: whether Vigie raises an alarm of its own.
 */
package org.vigie.gateway.fhir.alert;
