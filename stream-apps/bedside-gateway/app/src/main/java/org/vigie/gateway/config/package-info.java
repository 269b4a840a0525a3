/**
 * Holds the configuration of the gateway.
 *
 * <p>Decided here: its keys and defaults. Not decided here: the keys of the protocols, which their modules hold.
 */
package org.vigie.gateway.config;
