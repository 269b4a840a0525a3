package org.vigie.training.command.predict;

import java.util.Arrays;
import java.util.List;
import org.vigie.signal.window.HourlyGrid;

/**
 * Holds the value of {@code --hours 6,12,24}: after how many hours of each stay a model predicts.
 *
 * @param hours ascending, each once
 */
public record HoursSeen(List<Integer> hours) {
    public static final String OPTION = "--hours";
    public static final String DEFAULT = "6,12,24,36,48";

    public HoursSeen {
        hours = List.copyOf(hours);
    }

    /** @throws IllegalArgumentException with a message for the user */
    public static HoursSeen parse(String text) {
        return new HoursSeen(Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .map(HoursSeen::hour)
                .sorted()
                .distinct()
                .toList());
    }

    private static int hour(String text) {
        if (text.matches("\\d{1,2}")) {
            int hours = Integer.parseInt(text);
            if (hours >= 1 && hours <= HourlyGrid.HOURS) {
                return hours;
            }
        }
        throw new IllegalArgumentException(
                OPTION + ": must be whole hours from 1 to " + HourlyGrid.HOURS + ", was '" + text + "'");
    }
}
