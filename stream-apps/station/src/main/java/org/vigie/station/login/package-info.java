/**
 * Who uses the station. Decided here: which session, token or proxy names the principal of a request, and when a session ends or locks. Not
 * decided here: what the principal may do; {@code org.vigie.access} says so.
 */
package org.vigie.station.login;
