/**
 * Accounts for each sender's readings: received, published and left out.
 *
 * <p>Decided here: what counts as one reading, and when an account is written. Not decided here: why a reading is left out.
 */
package org.vigie.gateway.ledger;
