/**
 * Defines the chain of the alarm ledger: how an entry is sealed and how a ledger is checked.
 *
 * <p>Decided here: what the hash covers, and which invariants a ledger keeps. Not decided here: the content of the entries.
 */
package org.vigie.alerts.ledger;
