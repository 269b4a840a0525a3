/**
 * Measures how well artefacts are found: plants artefacts with known truth into recordings and simulated patients, and counts what each
 * detector finds. Not decided here: what the live stream does with a reading ({@code org.vigie.signal.clean}).
 */
package org.vigie.bench.artefacts;
