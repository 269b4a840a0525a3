/** Writes the card of a trained model, as JSON for programs and as Markdown for people. */
package org.vigie.training.card;
