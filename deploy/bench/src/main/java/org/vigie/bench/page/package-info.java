/**
 * Measures the unit's page in a real browser: the time from a published reading to its painted number, the bytes that a page receives, and the
 * processor time of the station with many beds and pages. Not decided here: what the page shows.
 */
package org.vigie.bench.page;
