package org.vigie.simulator.story;

import java.time.Instant;

/** Describes a scripted move of a patient to the first free bed. */
public record ScriptedTransfer(int patient, Instant at) {}
