/** Trains one network: architecture, layers, heads, optimizer, averaged weights, and the training loop. */
package org.vigie.training.learn.network;
