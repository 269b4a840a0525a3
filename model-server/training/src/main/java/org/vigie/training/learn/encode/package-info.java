/** Encodes stays as network inputs: scaling, masks, summaries of a window, and the tensors that hold them. */
package org.vigie.training.learn.encode;
