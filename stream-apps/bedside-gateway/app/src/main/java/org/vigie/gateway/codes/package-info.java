/**
 * Maps the codes of senders to variables, and lists codes and readings that were left out.
 *
 * <p>Decided here: what an operator sees and sets. Not decided here: the codes that Vigie knows ({@code org.vigie.terminology}).
 */
package org.vigie.gateway.codes;
