/**
 * Measures how fast records become rows: the dashboard sink's way into the store, beside posting lines that are encoded already, and the
 * export to files.
 */
package org.vigie.bench.store;
