/**
 * Reads tables with a header line whose columns a mapping names. Decided here: separator, number format, times, and which rows are out of
 * order. Not decided here: which variable a column is, and which unit it has; the mapping declares both.
 */
package org.vigie.recordings.csv;
