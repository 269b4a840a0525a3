/**
 * Records who did what on which patient, in a chain of hashes on {@code audit.events}.
 *
 * <p>Decided here: what an audit event holds and how a chain is verified. Not decided here: which attempts are recorded; {@code
 * AccessControl} says so.
 */
package org.vigie.access.audit;
