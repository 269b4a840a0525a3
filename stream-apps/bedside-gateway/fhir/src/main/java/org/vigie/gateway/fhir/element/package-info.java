/**
 * Reads JSON and XML into elements, and the types that every resource uses: a coded concept, an identifier, a time.
 *
 * <p>Decided here: how a primitive element and its extensions are found in both formats. Not decided here: which elements a resource must
 * have.
 */
package org.vigie.gateway.fhir.element;
