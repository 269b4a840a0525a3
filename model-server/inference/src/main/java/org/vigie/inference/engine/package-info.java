/**
 * Runs a bundle on DJL's TensorFlow engine.
 *
 * <p>Decided here: the device, the threads, and that DJL opens no connection. Not decided here: which requests share a batch.
 */
package org.vigie.inference.engine;
