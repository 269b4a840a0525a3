/**
 * Follows a reading from the gateway to its alarm as an OpenTelemetry trace, over the headers of its Kafka records.
 *
 * <p>Decided here: which records begin a trace, and what a span holds: never a bed, a stay or a value. Not decided here: where spans go and
 * which share of the traces is kept; the standard variables of OpenTelemetry say so ({@code docs/monitoring.md}).
 */
@NullMarked
package org.vigie.platform.tracing;

import org.jspecify.annotations.NullMarked;
