/**
 * Reads observations into measurements: the code, the time, the value, the panel and a retraction.
 *
 * <p>Decided here: which components and members of a panel are measurements of their own. Not decided here: what a code or a unit means
 * ({@code org.vigie.terminology}).
 */
package org.vigie.gateway.fhir.observation;
