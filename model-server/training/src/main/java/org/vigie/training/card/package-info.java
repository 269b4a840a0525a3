/** What is written beside a trained model: its card for machines and the same card for people. */
package org.vigie.training.card;
