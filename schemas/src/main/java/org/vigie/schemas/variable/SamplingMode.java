package org.vigie.schemas.variable;

/** Says how often, and by whom, a variable is measured. */
public enum SamplingMode {
    /** Measured by a monitor, about once per second. */
    CONTINUOUS,
    /** Measured by a device, every few minutes to hours. */
    EPISODIC,
    /** Charted by hand. */
    MANUAL,
    /** Measured by the laboratory. */
    LAB,
    /** Recorded once per stay. */
    STATIC
}
