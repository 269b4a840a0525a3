package org.vigie.modelserver;

/** Lists which versions of a model are loaded at start. */
public enum VersionPolicy {
    ALL,
    /** The newest version that can be served; with two versions this halves start time and memory. */
    NEWEST
}
