package org.vigie.training.command.predict;

import java.util.Arrays;
import java.util.List;
import org.vigie.signal.window.HourlyGrid;

/** {@code --hours 6,12,24}: after how many hours of each stay a model is asked. */
public final class HoursSeenOption {
    public static final String OPTION = "--hours";
    public static final String DEFAULT = "6,12,24,36,48";

    private HoursSeenOption() {}

    /** Ascending, each once. @throws IllegalArgumentException with a sentence for the user */
    public static List<Integer> parse(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::trim)
                .map(HoursSeenOption::hours)
                .sorted()
                .distinct()
                .toList();
    }

    private static int hours(String text) {
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
