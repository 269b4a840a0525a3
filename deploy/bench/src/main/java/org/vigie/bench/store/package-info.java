/** Measures how fast the dashboard sink writes rows into the store, beside posting lines that are encoded already. */
package org.vigie.bench.store;
