/**
 * What clinicians ask of the alarm system from the page. Decided here: what a form must hold, and how an order's answer is waited
 * for. Not decided here: whether it is obeyed; {@code alert-streams} says so in the ledger.
 */
package org.vigie.station.command;
