/**
 * FHIR resources to what the ward understands: observations, movements, alerts, and what was left out with its reason.
 *
 * <p>Decided here: which element of which resource holds what, in JSON and XML, from DSTU2 to R5. Not decided here: what a code or a
 * unit means (see {@code org.vigie.gateway.codes}), and where it is sent. No Kafka, no clock, no I/O.
 */
package org.vigie.gateway.fhir;
