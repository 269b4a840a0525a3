/**
 * FHIR over HTTP: resources come in and are acknowledged once they are taken, alerts, triage and scores go out.
 *
 * <p>Decided here: which answer a request gets. Not decided here: how a resource is read (the package above), where it is kept and
 * where the ward's picture comes from: both are ports, {@link org.vigie.gateway.intake.MessageIntake} and
 * {@link org.vigie.gateway.fhir.rest.WardSnapshot}.
 */
package org.vigie.gateway.fhir.rest;
