/**
 * Measures the source code itself: names, sizes, Javadoc, tests. Decided here: what is counted and which bounds must hold
 * ({@code docs/code.md}). Not decided here: style that only a reader can judge; the Javadocs that are drawn by a seed serve that.
 */
package org.vigie.bench.code;
