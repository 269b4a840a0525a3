/**
 * How an app starts, stops, quarantines what it cannot read and is watched. Not decided here: what it does with a record.
 */
package org.vigie.runtime;
