/**
 * Derives the bed from the location of a resource, its encounter and the locations above it.
 *
 * <p>Decided here: which location of several counts. Not decided here: whether the ward has that bed.
 */
package org.vigie.gateway.fhir.location;
