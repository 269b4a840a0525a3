/**
 * Runs the bedside gateway: it receives messages of devices and of the admission system, publishes their content under pseudonyms, and
 * acknowledges a message once the broker has it.
 *
 * <p>Decided here: where content is published, and when a message is acknowledged. Not decided here: how messages are read ({@code
 * org.vigie.gateway.hl7}, {@code org.vigie.gateway.fhir}) and what codes mean ({@code org.vigie.terminology}).
 */
package org.vigie.gateway;
