/** The outcomes that models predict. */
package org.vigie.training.label;
