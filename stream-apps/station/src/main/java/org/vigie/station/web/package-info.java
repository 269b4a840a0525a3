/**
 * Sends snapshots to the browser: REST, server-sent events, the files of the page, security headers.
 *
 * <p>Decided here: how often a bed is sent, and what happens to a slow browser. Not decided here: what a bed shows.
 */
package org.vigie.station.web;
