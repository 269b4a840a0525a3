/**
 * What every process serves for its operators: {@code /metrics} in the text format of Prometheus, and {@code /health}. Each app says what
 * is measured and checked; this package serves it.
 */
@NullMarked
package org.vigie.platform.monitoring;

import org.jspecify.annotations.NullMarked;
