/** Networks and trees trained together as one ensemble, and its export as a model bundle. */
package org.vigie.training.learn.ensemble;
