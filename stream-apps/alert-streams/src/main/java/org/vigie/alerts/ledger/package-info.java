/**
 * The ledger's chain: how an entry is sealed, and how a ledger is checked.
 *
 * <p>Decided here: what the hash covers and which invariants a ledger keeps. Not decided here: what is written into it.
 */
package org.vigie.alerts.ledger;
