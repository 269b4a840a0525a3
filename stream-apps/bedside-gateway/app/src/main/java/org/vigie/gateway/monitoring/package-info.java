/**
 * Counts what the gateway received, published and left out, and serves the counts as metrics.
 *
 * <p>Decided here: the names of counts and metrics. Not decided here: when something is counted.
 */
package org.vigie.gateway.monitoring;
