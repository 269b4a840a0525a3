/**
 * Decides what the page may show and in which units: whether scores are shown, the units of the reader, and the validity of a model as its
 * card states it.
 */
package org.vigie.station.display;
