package org.vigie.gateway.fuzz;

/** Breaks on three letters, so that a test can tell that the search finds what there is to find. */
public final class PlantedFuzz {
    private PlantedFuzz() {}

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 2 && input[0] == 'I' && input[1] == 'C' && input[2] == 'U') {
            throw new IllegalStateException("planted");
        }
    }
}
