/**
 * Holds what persons recorded about a stay and what changes no alarm: limitation of treatment, nurse in charge, own estimates. The ledger is
 * the source. Not decided here: who may record it; {@code alert-streams} decides that.
 */
package org.vigie.station.note;
