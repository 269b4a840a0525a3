package org.vigie.platform.app;

import java.nio.file.Path;

/**
 * Names one process of a Streams app among those that share its partitions.
 *
 * @param stateDir for the stores' bookkeeping; created when missing; no other instance's
 * @param name the same at each start; two that run under one name fence each other
 * @param standbys copies of each store's state that other instances keep, so that they take over at once; 0 for an app with one instance
 */
public record StreamsInstance(Path stateDir, String name, int standbys) {
    private static final int MOST = 3;

    public StreamsInstance {
        if (stateDir.toString().isBlank()) {
            throw new IllegalArgumentException("stateDir: must be a directory, was blank");
        }
        if (!name.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "instance: must be letters, digits, '.', '_' or '-', was '" + name + "'");
        }
        if (standbys < 0 || standbys > MOST) {
            throw new IllegalArgumentException("standbys: must lie in 0.." + MOST + ", was " + standbys);
        }
    }
}
