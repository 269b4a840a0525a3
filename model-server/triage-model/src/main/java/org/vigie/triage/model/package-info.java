/**
 * The triage model and its folder: one file of trees for each kind of evidence, and a card.
 *
 * <p>Decided here: the level of a visit and the notes beside it. The level is a second opinion beside the rules and never replaces them.
 */
package org.vigie.triage.model;
