/**
 * How an app starts, stops, quarantines what it cannot read and is watched. Not decided here: what it does with a record.
 */
@NullMarked
package org.vigie.runtime;

import org.jspecify.annotations.NullMarked;
