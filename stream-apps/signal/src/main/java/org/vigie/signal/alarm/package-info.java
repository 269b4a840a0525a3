/**
 * The vocabulary of alarms (IEC 60601-1-8): rules, priorities, limits and transitions. When a condition holds is decided in {@code detect}, what
 * happens to an open alarm in {@code lifecycle}.
 */
@NullMarked
package org.vigie.signal.alarm;

import org.jspecify.annotations.NullMarked;
