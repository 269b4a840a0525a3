/** Holds the trends of a stay: series of values in bounded memory, thinned for the screen. */
package org.vigie.station.trend;
