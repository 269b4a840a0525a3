/**
 * The bedside gateway: listens to devices and to the admission system, publishes what they say under pseudonyms, and acknowledges
 * what the broker has.
 *
 * <p>Decided here: what is published where, and when a message is acknowledged. Not decided here: how messages are read ({@code
 * org.vigie.gateway.hl7}, {@code org.vigie.gateway.fhir}), what codes mean ({@code org.vigie.gateway.codes}).
 */
package org.vigie.gateway;
