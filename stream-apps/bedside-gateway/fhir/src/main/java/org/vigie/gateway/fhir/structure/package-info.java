/**
 * Checks which resources are read and whether their elements have the shape that FHIR prescribes.
 *
 * <p>Decided here: which structural errors make a resource unusable. Not decided here: what its values mean.
 */
package org.vigie.gateway.fhir.structure;
