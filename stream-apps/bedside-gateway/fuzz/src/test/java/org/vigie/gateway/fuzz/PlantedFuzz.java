package org.vigie.gateway.fuzz;

/** Fails on three letters, so that a test can show that the search finds a failing input. */
public final class PlantedFuzz {
    private PlantedFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == 'I' && input[1] == 'C' && input[2] == 'U') {
            throw new IllegalStateException("planted");
        }
    }
}
