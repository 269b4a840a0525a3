/**
 * Evaluates one event of one stay: alarms, ledger and triage, in this order.
 *
 * <p>Decided here: the order of the rules and which rule set is in force. Not decided here: any rule; see {@code org.vigie.signal}.
 */
@NullMarked
package org.vigie.alerts.evaluate;

import org.jspecify.annotations.NullMarked;
