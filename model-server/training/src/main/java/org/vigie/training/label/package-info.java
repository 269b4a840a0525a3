/** What is to be predicted: who died in hospital. */
package org.vigie.training.label;
