/**
 * A triage model that can be asked, and its folder: one file of trees for each kind of evidence and a card.
 *
 * <p>Decided here: what is said of a visit, and when it is said that too little is known. A second look beside the rules, never instead.
 */
package org.vigie.triage.model;
