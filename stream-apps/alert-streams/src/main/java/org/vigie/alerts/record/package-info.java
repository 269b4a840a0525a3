/**
 * Maps the records of the topics to the values of the alarm rules, and the results back to records.
 *
 * <p>Not decided here: any rule. Every mapping is without state.
 */
@NullMarked
package org.vigie.alerts.record;

import org.jspecify.annotations.NullMarked;
