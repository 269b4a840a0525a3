package org.vigie.training.cohort;

/** Maps an item of MIMIC to a variable and a unit. */
record MimicItem(String variable, String unit) {}
