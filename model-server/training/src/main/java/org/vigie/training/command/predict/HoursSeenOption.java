package org.vigie.training.command.predict;

import picocli.CommandLine.Option;

/** Offers the option {@code --hours}: after how many hours of each stay a command predicts. */
public final class HoursSeenOption {
    @Option(
            names = HoursSeen.OPTION,
            paramLabel = "N,N",
            description = "Hours of each stay after which a prediction is computed (default: ${DEFAULT-VALUE}).")
    String hours = HoursSeen.DEFAULT;

    /** @throws IllegalArgumentException with a message for the user */
    public HoursSeen hoursSeen() {
        return HoursSeen.parse(hours);
    }
}
