package org.vigie.schemas.variable;

/** How often a variable is measured. */
public enum SamplingMode {
    /** By a monitor, about once a second. */
    CONTINUOUS,
    /** By a device, every few minutes to hours. */
    EPISODIC,
    /** Charted by hand. */
    MANUAL,
    /** By the laboratory. */
    LAB,
    /** Once per stay. */
    STATIC
}
