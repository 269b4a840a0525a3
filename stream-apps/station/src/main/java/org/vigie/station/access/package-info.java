/**
 * Remembers who looked at a bed, from the audit trail of all servers of the ward.
 *
 * <p>Decided here: which reads are one look, and how many are kept. Not decided here: who may see them; see {@code access-policy.csv}.
 */
package org.vigie.station.access;
