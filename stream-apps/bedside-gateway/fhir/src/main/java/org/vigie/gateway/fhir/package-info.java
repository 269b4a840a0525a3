/**
 * Reads FHIR resources: observations, movements, alerts, and elements that are left out with their reason.
 *
 * <p>Decided here: which element of a resource holds what, in JSON and XML, from DSTU2 to R6. Not decided here: the meaning of a code or a
 * unit ({@code org.vigie.terminology}), and where the content is sent. No Kafka, no clock, no I/O.
 */
package org.vigie.gateway.fhir;
