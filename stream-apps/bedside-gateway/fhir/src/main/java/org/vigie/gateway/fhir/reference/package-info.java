/**
 * Finds the resource, patient, visit or device that a reference names.
 *
 * <p>Decided here: how contained, relative, absolute and conditional references are resolved within a message and against the census. Not
 * decided here: which bed a location is.
 */
package org.vigie.gateway.fhir.reference;
