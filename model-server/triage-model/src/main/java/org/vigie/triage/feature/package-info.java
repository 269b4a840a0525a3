/**
 * The inputs of a visit at triage and the features that the trees use.
 *
 * <p>Decided here: which values are plausible, which groups a complaint has, and how much evidence a visit has. A missing value stays missing.
 */
package org.vigie.triage.feature;
