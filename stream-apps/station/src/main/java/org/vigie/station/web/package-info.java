/**
 * The picture on its way to the browser: REST, server-sent events, the page's files, security headers.
 *
 * <p>Decided here: how often a bed is sent, what happens to a slow browser. Not decided here: what a bed shows.
 */
package org.vigie.station.web;
