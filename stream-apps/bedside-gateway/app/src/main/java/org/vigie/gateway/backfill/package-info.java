/**
 * Reads sealed messages again after a code was mapped, and publishes the readings that were left out before.
 *
 * <p>Decided here: which messages are read again and where a stopped backfill continues. Not decided here: what a code means.
 */
package org.vigie.gateway.backfill;
