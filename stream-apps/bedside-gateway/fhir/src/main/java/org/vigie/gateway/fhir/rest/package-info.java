/**
 * Serves FHIR over HTTP: it takes resources and acknowledges them once they are stored, and it serves alerts, triage and scores.
 *
 * <p>Decided here: the answer to a request. Not decided here: how a resource is read, where it is kept, and where the results of the ward
 * come from. The last two are ports: {@link org.vigie.gateway.intake.MessageIntake} and {@link org.vigie.gateway.fhir.rest.WardSnapshot}.
 */
package org.vigie.gateway.fhir.rest;
