/**
 * {@code ./vigie train}: from recorded stays to a model bundle. Stages in order: cohort, label, feature, learn, calibrate, evaluate, card.
 */
package org.vigie.training;
