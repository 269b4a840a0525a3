/**
 * Runs a bundle on DJL's TensorFlow engine. Decided here: the device, the threads, that DJL never calls home. Not decided here: which
 * requests share a batch.
 */
package org.vigie.inference.engine;
