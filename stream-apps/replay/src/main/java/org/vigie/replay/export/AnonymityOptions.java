package org.vigie.replay.export;

import picocli.CommandLine.Option;

/** Holds the options that say how the facts of stays are generalised. */
final class AnonymityOptions {
    @Option(
            names = "--k",
            paramLabel = "PATIENTS",
            description =
                    "Least number of patients with the same unit, age band, sex and kind of unit (default: ${DEFAULT-VALUE}).")
    int k = AnonymityLevel.defaults().k();

    @Option(
            names = "--age-band",
            paramLabel = "YEARS",
            description = "Width of an age band, which divides 90 (default: ${DEFAULT-VALUE}).")
    int ageBandYears = AnonymityLevel.defaults().ageBandYears();

    AnonymityLevel level() {
        return new AnonymityLevel(k, ageBandYears);
    }
}
